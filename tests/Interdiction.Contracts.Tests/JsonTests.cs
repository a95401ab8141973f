using System.Text.Json;
using Xunit;

namespace Interdiction.Contracts.Tests;

public sealed class JsonTests
{
    static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Json.Options)!;

    static string Write<T>(T value) => JsonSerializer.Serialize(value, Json.Options);

    static void Malformed<T>(string text) => Assert.ThrowsAny<JsonException>(() => Read<T>(text));

    [Fact]
    public void The_worked_case_is_read_and_written_again()
    {
        var written = Write(Kaohsiung.Report);
        Assert.Equal(written, Write(Read<BoardingReport>(written)));
        Assert.Equal("BE GAE HUNG", Kaohsiung.Ship.Names[0].Name);
        Assert.Equal(new DateTimeOffset(2003, 8, 7, 2, 0, 0, TimeSpan.Zero), Kaohsiung.Report.StartedAt);
        Assert.Contains("\"startedAt\":\"2003-08-07T02:00:00Z\"", written, StringComparison.Ordinal);
        Assert.Contains("\"kind\":\"vessel\"", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_fields_take_no_room_in_what_is_stored() =>
        Assert.Equal("""{"classification":"restricted","releasableTo":["AUS"],"caveats":[]}""", JsonSerializer.Serialize(new Marking { Classification = Classification.Restricted, ReleasableTo = ["AUS"] }, Json.Compact));

    [Fact]
    public void The_kind_may_stand_last() => Assert.IsType<Aircraft>(Read<Conveyance>("""{"registration":"N1","kind":"aircraft"}"""));

    [Fact]
    public void A_conveyance_without_a_kind_is_left_to_the_validator() => Assert.Equal(typeof(Conveyance), Read<Conveyance>("{}").GetType());

    [Theory]
    [InlineData("""{"titel":"x"}""")]
    [InlineData("""{"Title":"x"}""")]
    [InlineData("""{"title":"x","title":"y"}""")]
    [InlineData("""{"title":1}""")]
    [InlineData("""{"mode":1}""")]
    [InlineData("""{"startedAt":"2003-08-07T02:00:00"}""")]
    [InlineData("""{"startedAt":"2003-08-07"}""")]
    [InlineData("""{"startedAt":"2003-13-07T02:00:00Z"}""")]
    [InlineData("""{"startedAt":"0001-01-01T00:00:00+14:00"}""")]
    [InlineData("""{"startedAt":"٢003-08-07T02:00:00Z"}""")]
    [InlineData("""{"startedAt":"2003-08-07T02:00:00Z\n"}""")]
    [InlineData("""{"checks":[null]}""")]
    [InlineData("""{"conveyance":{"kind":"submarine"}}""")]
    [InlineData("""{"persons":{"crewCount":"43"}}""")]
    [InlineData("""{"persons":{"aboard":[{"birthDate":"1961-04-09T00:00:00Z"}]}}""")]
    [InlineData("""{"persons":{"aboard":[{"birthDate":"9.4.1961"}]}}""")]
    [InlineData("""{"persons":{"aboard":[{"birthDate":"1961-02-29"}]}}""")]
    [InlineData("""{"persons":{"aboard":[{"suspected":"yes"}]}}""")]
    [InlineData("""{"place":{"latitude":"22.5"}}""")]
    [InlineData("""{"place":{"latitude":"120°16.0'E"}}""")]
    [InlineData("""{"id":"not a uuid"}""")]
    public void What_is_malformed_is_refused(string text) => Malformed<BoardingReport>(text);

    [Fact]
    public void An_unknown_code_is_told_apart_from_a_malformed_one()
    {
        Assert.Throws<UnknownCodeException>(() => Read<BoardingReport>("""{"mode":"submarine"}"""));
        Assert.Throws<UnknownCodeException>(() => Read<BoardingReport>("""{"mode":"Sea"}"""));
    }

    [Fact]
    public void Control_characters_are_refused_but_line_ends_are_text()
    {
        Assert.Throws<ForbiddenTextException>(() => Read<BoardingReport>("""{"title":"a\u0007b"}"""));
        Assert.Throws<ForbiddenTextException>(() => Read<BoardingReport>("""{"conveyance":{"kind":"vessel","owner":"a\u0000"}}"""));
        Assert.Equal("a\r\n\tb", Read<BoardingReport>("""{"narrative":"a\r\n\tb"}""").Narrative);
    }

    [Fact]
    public void Text_is_kept_in_form_c() => Assert.Equal("Caf\u00E9", Read<BoardingReport>("""{"title":"Cafe\u0301"}""").Title);

    [Theory]
    [InlineData("2003-08-07T02:00:00Z", "2003-08-07T02:00:00Z")]
    [InlineData("2003-08-07T10:00:00+08:00", "2003-08-07T02:00:00Z")]
    [InlineData("2003-08-07t02:00:00.250z", "2003-08-07T02:00:00.25Z")]
    public void Times_are_kept_in_utc(string text, string written) => Assert.Equal($"\"{written}\"", Write(Read<DateTimeOffset>($"\"{text}\"")));

    [Fact]
    public void Decimals_keep_their_digits()
    {
        var quantity = Read<Quantity>("""{"value":"12.500","unit":"KGM"}""");
        Assert.Equal(12.5m, quantity.Value);
        Assert.Equal("""{"value":"12.500","unit":"KGM"}""", Write(quantity));
        Assert.Null(Read<Quantity>("""{"value":null}""").Value);
    }

    [Theory]
    [InlineData("12.5")]
    [InlineData("\"1e3\"")]
    [InlineData("\"1,5\"")]
    [InlineData("\".5\"")]
    [InlineData("\"+5\"")]
    [InlineData("\"1234567890123456\"")]
    [InlineData("\"٣\"")]
    [InlineData("\"3\\n\"")]
    public void Other_numbers_are_no_decimals(string value) => Malformed<Quantity>($$"""{"value":{{value}}}""");

    [Fact]
    public void A_party_is_an_object_or_a_name()
    {
        Assert.Equal(new Party { Name = "Star Line" }, Read<Party>("\"Star Line\""));
        Assert.Equal(new Party { Name = "Star Line", Country = "PAN" }, Read<Party>("""{"name":"Star Line","country":"PAN"}"""));
        Assert.Equal("""{"name":"Star Line","country":null,"address":null,"lei":null}""", Write(new Party { Name = "Star Line" }));
        Malformed<Party>("""{"nam":"x"}""");
        Malformed<Party>("""{"name":"x","name":"y"}""");
        Malformed<Party>("""{"name":["x"]}""");
        Malformed<Party>("3");
    }

    [Fact]
    public void Every_code_has_one_written_name()
    {
        Assert.Equal("highSeas", Code<Zone>.Of(Zone.HighSeas));
        Assert.Equal(["I", "S", "H", "other"], Code<SealClass>.All);
        Assert.True(Code<ControlList>.TryRead("un1988", out var list) && list is ControlList.Un1988);
        Assert.False(Code<ControlList>.TryRead("Un1988", out _));
    }

    [Fact]
    public void What_the_system_answered_may_be_repeated_or_left_out()
    {
        var filed = Read<FiledReport>("""{"title":"x","state":"inReview","warnings":null,"screening":{"listVersion":"v","matches":[]}}""");
        Assert.Equal(BoardingState.InReview, filed.State);
        Assert.Empty(filed.Warnings);
        Assert.Empty(Read<BoardingReport>("""{"checks":null,"legalBases":null,"seizures":null}""").Checks);
    }
}
