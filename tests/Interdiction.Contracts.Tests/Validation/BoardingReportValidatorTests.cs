using System.Text.Json;
using Xunit;

namespace Interdiction.Contracts.Tests.Validation;

public sealed class BoardingReportValidatorTests
{
    static readonly BoardingReportValidator validator = new(FixedClock.In2026);
    static readonly DateTimeOffset now = FixedClock.In2026.GetUtcNow();

    static string[] Faults(BoardingReport report) =>
        [.. validator.Validate(report).Errors.Select(x => $"{JsonPointer.FromPropertyName(x.PropertyName)} {x.ErrorCode}")];

    static void Refused(BoardingReport report, params string[] faults) => Assert.Equal(faults, Faults(report));

    static BoardingReport With(Func<BoardingReport, BoardingReport> change) => change(Kaohsiung.Report);

    [Fact]
    public void The_worked_case_is_well_formed() => Assert.Empty(Faults(Kaohsiung.Report));

    [Fact]
    public void A_filed_report_is_judged_by_the_same_rules() => Assert.Equal("/title required", Faults(new FiledReport { Mode = Mode.Sea, Marking = new() { Classification = Classification.Secret } }).Single());

    [Fact]
    public void A_draft_needs_a_title_a_mode_and_a_marking() =>
        Refused(new BoardingReport(), "/title required", "/mode required", "/marking required");

    [Fact]
    public void A_draft_needs_nothing_else() =>
        Assert.Empty(Faults(new BoardingReport { Title = "x", Mode = Mode.Sea, Marking = new() { Classification = Classification.Unclassified } }));

    [Fact]
    public void A_marking_needs_a_classification() => Refused(With(x => x with { Marking = new() }), "/marking/classification required");

    [Theory]
    [InlineData("AUS", true)]
    [InlineData("XCC", true)]
    [InlineData("ALL", true)]
    [InlineData("aus", false)]
    [InlineData("AU", false)]
    [InlineData("AUS\n", false)]
    public void Partners_are_three_capitals(string partner, bool good) =>
        Assert.Equal(good ? [] : ["/marking/releasableTo/0 form"], Faults(With(x => x with { Marking = x.Marking! with { ReleasableTo = [partner] } })));

    [Fact]
    public void All_stands_alone() => Refused(With(x => x with { Marking = x.Marking! with { ReleasableTo = ["ALL", "AUS"] } }), "/marking/releasableTo form");

    [Theory]
    [InlineData("H0", true)]
    [InlineData("H3", true)]
    [InlineData("H3:for the eyes of customs", true)]
    [InlineData("H3:", false)]
    [InlineData("H4", false)]
    [InlineData("H1:text", false)]
    public void Caveats_are_handling_codes(string caveat, bool good) =>
        Assert.Equal(good ? [] : ["/marking/caveats/0 form"], Faults(With(x => x with { Marking = x.Marking! with { Caveats = [caveat] } })));

    [Fact]
    public void Masses_have_a_unit_of_mass()
    {
        static BoardingReport Line(Goods goods) => With(x => x with { Manifest = new() { Lines = [new() { Number = 1, Declared = goods }] }, Seizures = [] });
        Assert.Empty(Faults(Line(new() { GrossMass = new() { Value = 2, Unit = "TNE" }, NetMass = new() { Value = 1.9m, Unit = "TNE" } })));
        Refused(Line(new() { GrossMass = new() { Value = 2, Unit = "LTR" } }), "/manifest/lines/0/declared/grossMass/unit unknownCode");
        Refused(Line(new() { NetMass = new() { Value = 2, Unit = "tons" } }), "/manifest/lines/0/declared/netMass/unit unknownCode");
        Refused(Line(new() { NetMass = new() { Value = 0, Unit = "KGM" } }), "/manifest/lines/0/declared/netMass/value outOfRange");
    }

    [Fact]
    public void People_aboard_are_well_formed()
    {
        static BoardingReport Aboard(params PersonAboard[] people) => With(x => x with { Persons = new() { Aboard = people } });
        Assert.Empty(Faults(Aboard(new PersonAboard(), new PersonAboard
        {
            Name = "Ада", Nationality = "PAN", Role = RoleAboard.Master, BirthDate = DateOnly.FromDateTime(now.UtcDateTime), Suspected = true,
            Document = new() { Type = "seafarer's identity document", Number = "X 1", Country = "PRK" }, Remarks = "None.",
        })));
        Refused(Aboard(new PersonAboard { Name = new string('x', 201), Nationality = "PANAMA" }), "/persons/aboard/0/name tooLong", "/persons/aboard/0/nationality unknownCode");
        Refused(Aboard(new PersonAboard(), new PersonAboard { Document = new() { Type = new string('x', 201), Number = new string('x', 201), Country = "XX" } }),
            "/persons/aboard/1/document/type tooLong", "/persons/aboard/1/document/number tooLong", "/persons/aboard/1/document/country unknownCode");
        Refused(Aboard(new PersonAboard { BirthDate = DateOnly.FromDateTime(now.UtcDateTime).AddDays(2), Remarks = new string('x', 4_001) }), "/persons/aboard/0/birthDate future", "/persons/aboard/0/remarks tooLong");
        Refused(With(x => x with { Persons = new() { Aboard = [.. Enumerable.Repeat(new PersonAboard(), 2_001)] } }), "/persons/aboard tooMany");
    }

    [Fact]
    public void Texts_have_a_length()
    {
        Refused(With(x => x with { Title = new string('x', 201) }), "/title tooLong");
        Refused(With(x => x with { Title = "  " }), "/title required");
        Refused(With(x => x with { Narrative = new string('x', 100_001) }), "/narrative tooLong");
        Refused(With(x => x with { Consent = x.Consent! with { MasterWords = new string('x', 4_001) } }), "/consent/masterWords tooLong");
        Refused(With(x => x with { Persons = new() { MasterName = new string('x', 201) } }), "/persons/masterName tooLong");
        Refused(With(x => x with { Voyage = new() { LastPort = new string('x', 201) } }), "/voyage/lastPort tooLong");
    }

    [Fact]
    public void Characters_are_counted_not_their_halves() => Assert.Empty(Faults(With(x => x with { Title = string.Concat(Enumerable.Repeat("🚢", 200)) })));

    [Fact]
    public void Control_characters_are_refused() => Refused(With(x => x with { Title = "a\u0007b" }), "/title form");

    [Fact]
    public void The_end_is_not_before_the_start()
    {
        Refused(With(x => x with { EndedAt = x.StartedAt!.Value.AddSeconds(-1) }), "/endedAt order");
        Assert.Empty(Faults(With(x => x with { EndedAt = x.StartedAt })));
    }

    [Fact]
    public void Nothing_happens_in_the_future_but_for_five_minutes()
    {
        Assert.Empty(Faults(With(x => x with { StartedAt = now.AddMinutes(5), EndedAt = now.AddMinutes(5) })));
        Refused(With(x => x with { StartedAt = now.AddMinutes(6), EndedAt = now.AddMinutes(7) }), "/startedAt future", "/endedAt future");
    }

    [Theory]
    [InlineData("+08:00", true)]
    [InlineData("-12:00", true)]
    [InlineData("+14:00", true)]
    [InlineData("+05:45", true)]
    [InlineData("+14:30", false)]
    [InlineData("-13:00", false)]
    [InlineData("08:00", false)]
    [InlineData("Z", false)]
    public void An_offset_has_its_form(string offset, bool good) => Assert.Equal(good ? [] : ["/localOffset form"], Faults(With(x => x with { LocalOffset = offset })));

    [Theory]
    [InlineData(90.0, 180.0, null)]
    [InlineData(-90.0, -180.0, null)]
    [InlineData(90.01, 0.0, "/place/latitude outOfRange")]
    [InlineData(0.0, 180.01, "/place/longitude outOfRange")]
    [InlineData(double.NaN, 0.0, "/place/latitude outOfRange")]
    [InlineData(0.0, double.PositiveInfinity, "/place/longitude outOfRange")]
    [InlineData(1.0, null, "/place/longitude required")]
    [InlineData(null, 1.0, "/place/latitude required")]
    [InlineData(null, null, null)]
    public void A_position_is_on_the_earth_and_whole(double? latitude, double? longitude, string? fault) =>
        Assert.Equal(fault is null ? [] : [fault], Faults(With(x => x with { Place = new() { Latitude = latitude, Longitude = longitude } })));

    [Fact]
    public void Codes_exist()
    {
        Refused(With(x => x with { Conveyance = Kaohsiung.Ship with { FlagClaimed = "XCC" } }), "/conveyance/flagClaimed unknownCode");
        Refused(With(x => x with { Conveyance = Kaohsiung.Ship with { FlagConfirmed = "pan" } }), "/conveyance/flagConfirmed unknownCode");
        Refused(With(x => x with { Conveyance = Kaohsiung.Ship with { Owner = new() { Country = "ZZZ" } } }), "/conveyance/owner/country unknownCode");
        Refused(With(x => x with { Conveyance = new Aircraft { StateOfRegistry = "" } }), "/conveyance/stateOfRegistry unknownCode");
        Refused(With(x => x with { Conveyance = new Aircraft { OrderToLand = new() { At = now.AddMinutes(6), Means = new string('x', 201) } } }), "/conveyance/orderToLand/at future", "/conveyance/orderToLand/means tooLong");
        Refused(With(x => x with { Conveyance = new Shipment { Carrier = new() { Country = "UK" } } }), "/conveyance/carrier/country unknownCode");
        Refused(With(x => x with { LegalBases = [new() { Code = "MIGHT" }] }), "/legalBases/0/code unknownCode");
        Refused(Line(new() { Packages = new() { Count = 1, Type = "BLL" } }), "/manifest/lines/0/found/packages/type unknownCode");
        Refused(Line(new() { Quantity = new() { Value = 1, Unit = "kg" } }), "/manifest/lines/0/found/quantity/unit unknownCode");
    }

    [Fact]
    public void A_conveyance_has_a_kind() => Refused(With(x => x with { Conveyance = new Conveyance() }), "/conveyance/kind required");

    [Fact]
    public void Counts_and_quantities_are_not_negative()
    {
        Refused(Line(new() { Packages = new() { Count = -1, Type = "BA" } }), "/manifest/lines/0/found/packages/count outOfRange");
        Refused(Line(new() { Quantity = new() { Value = 0, Unit = "KGM" } }), "/manifest/lines/0/found/quantity/value outOfRange");
        Refused(Line(new() { Quantity = new() }), "/manifest/lines/0/found/quantity/value required", "/manifest/lines/0/found/quantity/unit required");
        Refused(With(x => x with { Persons = new() { CrewCount = 10_001 } }), "/persons/crewCount outOfRange");
        Refused(With(x => x with { Conveyance = Kaohsiung.Ship with { GrossTonnage = -1 } }), "/conveyance/grossTonnage outOfRange");
    }

    [Fact]
    public void Lines_are_numbered_from_one_and_once()
    {
        Refused(Lines(1, 2, 1), "/manifest/lines/2/number duplicate");
        Refused(Lines(0, 1), "/manifest/lines/0/number outOfRange");
        Refused(Lines(1, null), "/manifest/lines/1/number required");
    }

    [Fact]
    public void Exhibits_are_numbered_once_and_come_from_lines_that_are_there()
    {
        Refused(Exhibits(new() { Number = "A", ManifestLine = 1 }, new() { Number = "A", ManifestLine = 2 }),
            "/seizures/1/exhibits/0/number duplicate", "/seizures/1/exhibits/0/manifestLine unknownReference");
        Refused(Exhibits(new() { Number = "A" }, new()), "/seizures/1/exhibits/0/number required");
        Refused(Exhibits(new() { Number = "A" }, new() { Number = "B", Packages = new() { Count = -1 } }), "/seizures/1/exhibits/0/packages/count outOfRange");
    }

    [Fact]
    public void No_id_is_given_twice()
    {
        var id = Guid.CreateVersion7();
        Refused(Exhibits(new() { Number = "A", Id = id }, new() { Number = "B", Id = id }), "/seizures/1/exhibits/0/id duplicate");
        Refused(With(x => x with { Id = Guid.Empty }), "/id form");
    }

    [Fact]
    public void Checks_are_answered_once() =>
        Refused(With(x => x with { Checks = [new() { Code = CheckCode.Holds }, new() { Code = CheckCode.Holds }, new()] }), "/checks/1/code duplicate", "/checks/2/code required");

    [Fact]
    public void Lists_have_an_end()
    {
        Refused(Lines([.. Enumerable.Range(1, 2001).Select(x => (int?)x)]), "/manifest/lines tooMany");
        Refused(With(x => x with { Seizures = [new() { Exhibits = [.. Enumerable.Range(0, 501).Select(n => new Exhibit { Number = $"{n}" })] }] }), "/seizures tooMany");
        Refused(With(x => x with { LegalBases = [.. Enumerable.Repeat(x.LegalBases[0], 51)] }), "/legalBases tooMany");
        Refused(With(x => x with { Conveyance = Kaohsiung.Ship with { Names = [.. Enumerable.Repeat(Kaohsiung.Ship.Names[0], 51)] } }), "/conveyance/names tooMany");
        Refused(Exhibits(new() { Number = "A" }, new() { Number = "B", Seals = [.. Enumerable.Repeat(new Seal(), 101)] }), "/seizures/1/exhibits/0/seals tooMany");
    }

    [Fact]
    public void A_name_is_not_empty() => Refused(With(x => x with { Conveyance = Kaohsiung.Ship with { Names = [new()] } }), "/conveyance/names/0/name required");

    [Fact]
    public void Doubtful_identifiers_are_no_fault() =>
        Assert.Empty(Faults(With(x => x with { Conveyance = Kaohsiung.Ship with { Imo = "IMO 9074720", Mmsi = "12", CallSign = "?" }, Place = x.Place! with { Unlocode = "nowhere" } })));

    [Fact]
    public void Every_fault_has_a_known_code_and_says_what_to_do()
    {
        var codes = typeof(RuleCodes).GetFields().Select(x => (string)x.GetValue(null)!).ToHashSet();
        var report = JsonSerializer.Deserialize<BoardingReport>("""{"conveyance":{"kind":"vessel","flagClaimed":"x"},"place":{"latitude":99},"checks":[{}],"localOffset":"x","manifest":{"lines":[{"found":{"quantity":{}}}]}}""", Json.Options)!;
        var errors = validator.Validate(report).Errors;
        Assert.Equal(11, errors.Count);
        Assert.All(errors, x => Assert.Contains(x.ErrorCode, codes));
        Assert.All(errors, x => Assert.EndsWith(".", x.ErrorMessage, StringComparison.Ordinal));
    }

    static BoardingReport Line(Goods found) => With(x => x with { Seizures = [], Manifest = new() { Lines = [new() { Number = 1, Found = found }] } });

    static BoardingReport Lines(params int?[] numbers) => With(x => x with { Seizures = [], Manifest = new() { Lines = [.. numbers.Select(n => new ManifestLine { Number = n })] } });

    static BoardingReport Exhibits(Exhibit first, Exhibit second) => With(x => x with { Seizures = [new() { Exhibits = [first] }, new() { Exhibits = [second] }] });
}
