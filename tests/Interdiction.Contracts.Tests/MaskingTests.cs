using System.Text.Json;
using CsCheck;
using Xunit;

namespace Interdiction.Contracts.Tests;

/// <summary>Who is not suspected is named to the originator and to coordinators; a position is told as exactly as it was released.</summary>
public sealed class MaskingTests
{
    static readonly PersonAboard suspect = new()
    {
        Name = "Suspect", Role = RoleAboard.Crew, Nationality = "PAN", Suspected = true, BirthDate = new(1961, 4, 9), Document = new() { Type = "passport", Number = "S1", Country = "PAN" },
    };
    static readonly PersonAboard cook = new()
    {
        Name = "Cook", Role = RoleAboard.Crew, Nationality = "PAN", BirthDate = new(1970, 1, 2), Document = new() { Number = "C1" }, Remarks = "Treated for a burn.",
    };
    static readonly PersonAboard master = new() { Name = "Master", Role = RoleAboard.Master };

    static BoardingReport Report(string? masterName, params PersonAboard[] aboard) =>
        Kaohsiung.Report with { Persons = new() { CrewCount = 3, MasterName = masterName, Aboard = aboard } };

    static string[] Masked(MaskedReport it) => [.. it.Fields.Select(x => $"{x.Pointer} {Code<MaskRule>.Of(x.Rule)}")];

    [Theory]
    [InlineData(22.6167, 22.6, 23)]
    [InlineData(22.65, 22.7, 23)]
    [InlineData(-22.65, -22.7, -23)]
    [InlineData(0.25, 0.3, 0)]
    [InlineData(0.5, 0.5, 1)]
    [InlineData(-0.5, -0.5, -1)]
    [InlineData(1.5, 1.5, 2)]
    [InlineData(120.049999, 120.0, 120)]
    [InlineData(179.97, 180, 180)]
    [InlineData(-179.97, -180, -180)]
    [InlineData(89.96, 90, 90)]
    [InlineData(0, 0, 0)]
    public void A_coordinate_is_rounded_half_away_from_zero(double degrees, double tenth, double whole)
    {
        Assert.Equal(degrees, Masking.Round(degrees, PositionPrecision.Exact));
        Assert.Equal(tenth, Masking.Round(degrees, PositionPrecision.TenthOfDegree));
        Assert.Equal(whole, Masking.Round(degrees, PositionPrecision.Degree));
    }

    [Fact]
    public void A_rounded_zero_does_not_tell_its_hemisphere()
    {
        foreach (var degrees in new[] { 0.04, -0.04, -0.0 })
            foreach (var precision in new[] { PositionPrecision.TenthOfDegree, PositionPrecision.Degree })
                Assert.Equal("0", JsonSerializer.Serialize(Masking.Round(degrees, precision)));
    }

    [Fact]
    public void A_rounded_coordinate_stays_on_the_Earth_near_the_true_one_and_does_not_move_again() => Gen.Double[-180, 180].Sample(degrees =>
    {
        foreach (var (precision, most) in new[] { (PositionPrecision.TenthOfDegree, 0.05), (PositionPrecision.Degree, 0.5) })
        {
            var rounded = Masking.Round(degrees, precision);
            if (rounded is < -180 or > 180 || Math.Abs(rounded - degrees) > most + 1e-9 || Masking.Round(rounded, precision) != rounded)
                return false;
        }
        return true;
    });

    [Fact]
    public void The_originator_sees_what_it_wrote()
    {
        var report = Report("Master", suspect, cook);
        var shown = Masking.Of(report, PositionPrecision.Degree, Standing.Originator);
        Assert.Same(report, shown.Report);
        Assert.Empty(shown.Fields);
    }

    [Fact]
    public void A_coordinator_sees_persons_and_a_rounded_position()
    {
        var shown = Masking.Of(Report("Master", suspect, cook), PositionPrecision.Degree, Standing.Coordinator);
        Assert.Equal(["/place/latitude degree", "/place/longitude degree"], Masked(shown));
        Assert.Equal((23d, 120d), (shown.Report.Place!.Latitude, shown.Report.Place.Longitude));
        Assert.Equal("TWKHH", shown.Report.Place.Unlocode);
        Assert.Equal([suspect, cook], shown.Report.Persons!.Aboard);
        Assert.Equal("Master", shown.Report.Persons.MasterName);
    }

    [Fact]
    public void Everybody_else_is_told_of_the_suspected_alone()
    {
        var shown = Masking.Of(Report("Master", suspect, cook, new PersonAboard { Remarks = "Asleep." }), PositionPrecision.Exact, Standing.Other);
        Assert.Equal(
            ["/persons/masterName notSuspected", "/persons/aboard/1/name notSuspected", "/persons/aboard/1/document notSuspected", "/persons/aboard/1/birthDate notSuspected"], Masked(shown));
        Assert.Equal(suspect, shown.Report.Persons!.Aboard[0]);
        Assert.Equal(new PersonAboard { Role = RoleAboard.Crew, Nationality = "PAN", Remarks = "Treated for a burn." }, shown.Report.Persons.Aboard[1]);
        Assert.Equal((3, null), (shown.Report.Persons.CrewCount, shown.Report.Persons.MasterName));
        Assert.Equal(22.6167, shown.Report.Place!.Latitude);
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, false, false)]
    public void The_masters_name_is_shown_where_every_master_of_the_list_is_suspected(bool first, bool second, bool shown)
    {
        var report = Report("Master", master with { Suspected = first }, master with { Suspected = second }, suspect);
        Assert.Equal(shown ? "Master" : null, Masking.Of(report, null, Standing.Other).Report.Persons!.MasterName);
        Assert.Null(Masking.Of(Report("Master", suspect), null, Standing.Other).Report.Persons!.MasterName);
    }

    [Theory]
    [InlineData("cleared", false)]
    [InlineData("gone", false)]
    [InlineData("renamed", false)]
    [InlineData("another of that name", false)]
    [InlineData("moved", true)]
    [InlineData("new paper", true)]
    public void Who_is_not_suspected_any_more_is_named_in_no_earlier_text(string change, bool named)
    {
        PersonAboard[] now = change switch
        {
            "cleared" => [suspect with { Suspected = false }],
            "gone" => [],
            "renamed" => [suspect with { Name = "Somebody else" }],
            "another of that name" => [suspect with { Suspected = null }, suspect with { Document = new() { Number = "S2" } }],
            "moved" => [cook, suspect],
            _ => [suspect with { Document = null }],
        };
        var shown = Masking.Of(Report(null, suspect), null, Standing.Other, Report(null, now));
        Assert.Equal(named ? suspect.Name : null, shown.Report.Persons!.Aboard[0].Name);
        Assert.Equal(named, shown.Fields.Count == 0);
    }

    [Fact]
    public void A_team_is_known_to_the_originator_alone()
    {
        var marking = new Marking { Classification = Classification.Secret, Team = new() { People = [Guid.CreateVersion7()] }, Caveats = ["H1"] };
        Assert.Same(marking, Masking.Of(marking, Standing.Originator));
        foreach (var standing in new[] { Standing.Coordinator, Standing.Other })
            Assert.Equal((null, 1), (Masking.Of(marking, standing).Team, Masking.Of(marking, standing).Caveats.Count));
    }

    [Fact]
    public void What_lies_below_a_masked_field_is_hidden_too()
    {
        var shown = Masking.Of(Report("Master", cook), null, Standing.Other);
        Assert.True(shown.Hides("/persons/aboard/0/document/number"));
        Assert.True(shown.Hides("/persons/masterName"));
        Assert.False(shown.Hides("/persons/aboard/0"));
        Assert.False(shown.Hides("/persons/aboard/0/nameless"));
    }

    [Fact]
    public void Nothing_is_masked_where_nothing_stands()
    {
        Assert.Empty(Masking.Of(new BoardingReport(), PositionPrecision.Degree, Standing.Other).Fields);
        Assert.Empty(Masking.Of(new BoardingReport { Place = new(), Persons = new() { Aboard = [new()] } }, PositionPrecision.Degree, Standing.Other).Fields);
    }
}
