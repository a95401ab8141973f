using System.Text.Json.Nodes;
using Interdiction.Tests.Access;

namespace Interdiction.Tests.Boardings;

/// <summary>Names and documents of persons who are not suspected, exact positions and teams: who is shown them, in every channel.</summary>
public sealed class MaskTests(Server server)
{
    /// <summary>Reader, whether it is shown the persons, and whether the exact position.</summary>
    public static TheoryData<string, bool, bool> Readers => new()
    {
        { "aus-officer", true, true }, { "aus-officer2", true, true }, { "aus-auditor", true, true }, { "aus-coordinator", true, true },
        { "jpn-officer", false, false }, { "jpn-officer2", false, false }, { "jpn-auditor", false, false }, { "jpn-coordinator", true, false },
        { "xcc-auditor", false, false }, { "xcc-coordinator", true, false },
    };

    static readonly SemaphoreSlim once = new(1, 1);
    static Masked? example;

    async Task<Masked> Example()
    {
        await once.WaitAsync();
        try
        {
            return example ??= await new Masked().Accepted(server);
        }
        finally
        {
            once.Release();
        }
    }

    static int Count(Answer list) => list.Is(200).Json["items"]!.AsArray().Count;

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task A_reader_is_shown_what_is_theirs_in_every_channel_and_nothing_else(string who, bool persons, bool exact)
    {
        var it = await Example();
        var reader = await server.As(who);
        foreach (var channel in it.Channels)
        {
            var text = Visible.In((await reader.Get(channel, ("Accept", channel[0] == '/' ? "text/html" : "*/*"))).Is(200));
            var whole = it.Whole.Contains(channel);
            Assert.All(it.OfPersons, x => Assert.True(persons || !text.Contains(x, StringComparison.Ordinal), $"{who} finds {x} in {channel}"));
            Assert.All(Masked.OfPlace, x => Assert.True(exact || !text.Contains(x, StringComparison.Ordinal), $"{who} finds {x} in {channel}"));
            if (!whole)
                continue;
            Assert.All([it.Suspect, it.SuspectPaper, it.Remark], x => Assert.True(text.Contains(x, StringComparison.Ordinal), $"{who} does not find {x} in {channel}"));
            Assert.All([it.Cook, it.CookPaper, it.Master], x => Assert.True(!persons || text.Contains(x, StringComparison.Ordinal), $"{who} does not find {x} in {channel}"));
            Assert.True(text.Contains(exact ? "31.4567" : "31.5", StringComparison.Ordinal), $"{who} does not find the position in {channel}");
        }
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task What_is_masked_is_listed_with_its_rule(string who, bool persons, bool exact)
    {
        var it = await Example();
        var shown = (await (await server.As(who)).Get(it.Record)).Is(200).Json;
        string[] expected =
        [
            .. exact ? Array.Empty<string>() : ["/place/latitude tenthOfDegree", "/place/longitude tenthOfDegree"],
            .. persons ? Array.Empty<string>() : ["/persons/masterName notSuspected", "/persons/aboard/1/name notSuspected", "/persons/aboard/1/document notSuspected", "/persons/aboard/1/birthDate notSuspected"],
        ];
        Assert.Equal(expected, shown["masked"]!.AsArray().Select(x => $"{x!["pointer"]} {x["rule"]}"));
        var (latitude, longitude) = ((double)shown["place"]!["latitude"]!, (double)shown["place"]!["longitude"]!);
        Assert.Equal(exact ? (31.4567, 126.7654) : (31.5, 126.8), (latitude, longitude));
        Assert.Equal("Outer roads", (string)shown["place"]!["description"]!);
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task A_search_finds_by_what_its_reader_is_shown_and_by_nothing_else(string who, bool persons, bool exact)
    {
        var it = await Example();
        var reader = await server.As(who);
        foreach (var list in new[] { "boardings", "cases" })
        {
            foreach (var name in new[] { it.Cook, it.CookPaper, it.Master })
            {
                Assert.Equal(persons ? 1 : 0, Count(await reader.Get($"{list}?q={name}")));
                Assert.Equal(persons ? 1 : 0, (int)(await reader.Get($"{list}?q={it.Word}%20{name}&count=exact")).Is(200).Json["total"]!);
            }
            foreach (var name in new[] { it.Suspect, it.SuspectPaper, it.Word })
                Assert.Equal(1, Count(await reader.Get($"{list}?q={name}")));
            // A box around the true place, and one around the rounded place that holds the true one not.
            Assert.Equal(exact ? 1 : 0, Count(await reader.Get($"{list}?q={it.Word}&bbox=126.76,31.45,126.77,31.46")));
            Assert.Equal(exact ? 0 : 1, Count(await reader.Get($"{list}?q={it.Word}&bbox=126.79,31.49,126.81,31.51")));
            Assert.Equal(exact ? 0 : 1, Count(await reader.Get($"{list}?q={it.Word}&bbox=126.79,31.49,-170,31.51")));
            Assert.Equal(1, Count(await reader.Get($"{list}?q={it.Word}&bbox=126,31,127,32")));
        }
        foreach (var name in new[] { it.Cook, it.CookPaper, it.Master })
            Assert.Equal(persons ? [$"boarding «{name}»"] : [], await Found(reader, name));
        foreach (var name in new[] { it.Suspect, it.SuspectPaper, it.Remark })
            Assert.Equal([$"boarding «{name}»"], await Found(reader, name));
        Assert.All((await reader.Get($"search?q={it.Word}")).Is(200).Json["items"]!.AsArray(), x => Assert.Null(x!["marking"]!["team"]));
        foreach (var list in new[] { "cases", "search" })
        {
            var page = (await reader.Get($"/{list}?q={it.Cook}", ("Accept", "text/html"))).Is(200).Text;
            Assert.Equal(persons, page.Contains(list is "cases" ? it.CaseId : it.Id, StringComparison.Ordinal));
        }
    }

    /// <summary>Kind and first highlight of what a search finds.</summary>
    static async Task<IEnumerable<string>> Found(HttpClient reader, string q) =>
        (await reader.Get($"search?q={q}")).Is(200).Json["items"]!.AsArray().Select(x => $"{x!["kind"]} {x["highlights"]![0]}");

    [Fact]
    public async Task Who_is_cleared_in_a_later_revision_is_named_in_no_earlier_one()
    {
        var it = await new Masked().Accepted(server);
        var (officer, reader) = (await server.As("aus-officer"), await server.As("jpn-officer"));
        (await officer.Move(it.Record, "amended", new { reason = "Cleared." })).Is(200);
        (await officer.Send(HttpMethod.Put, it.Record, it.Body(cleared: true, changes: new { id = it.Id }), ("If-Match", "*"))).Is(200);
        // While the amendment is under way, the accepted revision stands.
        Assert.Contains(it.Suspect, (await reader.Get(it.Record)).Is(200).Text, StringComparison.Ordinal);

        (await officer.Move(it.Record, "submitted")).Is(200);
        await it.Accept(server);
        foreach (var channel in it.Channels)
            Assert.DoesNotContain(it.Suspect, Visible.In((await reader.Get(channel)).Is(200)), StringComparison.Ordinal);
        foreach (var list in new[] { "boardings", "cases" })
            Assert.Equal(0, Count(await reader.Get($"{list}?q={it.Suspect}")));
        foreach (var who in new[] { "jpn-coordinator", "aus-auditor" })
            Assert.Contains(it.Suspect, (await (await server.As(who)).Get($"{it.Record}/revisions/1")).Is(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Differences_of_revisions_are_those_of_what_is_shown()
    {
        var it = await new Masked().Accepted(server);
        var officer = await server.As("aus-officer");
        (await officer.Move(it.Record, "amended", new { reason = "Names and place mended." })).Is(200);
        var body = it.Body(changes: new { id = it.Id });
        (body["persons"]!["masterName"], body["persons"]!["aboard"]![1]!["name"], body["place"]!["latitude"]) = ("Mended", "Mended", 31.4999);
        (await officer.Send(HttpMethod.Put, it.Record, body, ("If-Match", "*"))).Is(200);
        (await officer.Move(it.Record, "submitted")).Is(200);
        await it.Accept(server);
        async Task<string[]> Changed(string who) =>
            [.. (await (await server.As(who)).Get($"{it.Record}/revisions")).Is(200).Json["items"]![1]!["differences"]!.AsArray().Select(x => (string)x!["pointer"]!)];
        Assert.Equal(["/place/latitude", "/persons/masterName", "/persons/aboard/1/name"], await Changed("aus-officer"));
        Assert.Equal(["/persons/masterName", "/persons/aboard/1/name"], await Changed("jpn-coordinator"));
        Assert.Empty(await Changed("jpn-officer"));
    }

    [Fact]
    public async Task A_command_answers_its_sender_masked_and_so_does_its_replay()
    {
        var it = new Masked();
        var filed = (await (await server.As("aus-officer")).Post("boardings?submit=true", it.Body())).Is(201).Json;
        var cell = await server.As("xcc-coordinator");
        var key = Guid.CreateVersion7().ToString();
        for (var turn = 0; turn < 2; turn++)
        {
            var answer = (await cell.Send(HttpMethod.Post, $"boardings/{filed["id"]}/transitions", new { to = "inReview" }, ("If-Match", "*"), ("Idempotency-Key", key))).Is(200);
            Assert.Equal(turn == 1, answer.Headers.Contains("Idempotency-Replayed"));
            Assert.All(Masked.OfPlace, x => Assert.DoesNotContain(x, answer.Text, StringComparison.Ordinal));
            Assert.Contains(it.Cook, answer.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_team_is_known_to_its_own_partner_alone()
    {
        var me = (string)(await (await server.As("aus-officer")).Get("me")).Is(200).Json["id"]!;
        var marking = new JsonObject
        {
            ["classification"] = "restricted", ["releasableTo"] = new JsonArray("AUS", "JPN", "XCC"), ["team"] = new JsonObject { ["people"] = new JsonArray(me) },
        };
        var it = await new Masked().Accepted(server, new JsonObject { ["marking"] = marking });
        foreach (var (who, told) in new[] { ("aus-officer", true), ("jpn-officer", false), ("jpn-coordinator", false), ("xcc-coordinator", false), ("xcc-auditor", false) })
        {
            var reader = await server.As(who);
            foreach (var channel in it.Channels)
                Assert.Equal(told && channel.Split('?')[0] is var path && new[] { it.Record, "boardings", "cases", $"cases/{it.CaseId}", $"cases/{it.CaseId}/contents", $"{it.Record}/revisions/1" }.Contains(path),
                    Visible.In((await reader.Get(channel)).Is(200)).Contains(me, StringComparison.Ordinal));
        }
        (await (await server.As("aus-coordinator")).Get(it.Record)).Is(404);
    }

    [Fact]
    public async Task The_case_report_is_masked_report_by_report()
    {
        var it = await new Masked().Accepted(server);
        var other = new Masked();
        var body = other.Body(precision: "degree", changes: new { caseId = it.CaseId });
        (await (await server.As("jpn-officer")).Post("boardings?submit=true", body)).Is(201);
        var text = Visible.In((await (await server.As("jpn-officer")).Get($"cases/{it.CaseId}/report.pdf")).Is(200));
        Assert.Contains(other.Cook, text, StringComparison.Ordinal);
        Assert.DoesNotContain(it.Cook, text, StringComparison.Ordinal);
        var back = Visible.In((await (await server.As("aus-officer")).Get($"cases/{it.CaseId}/report.pdf")).Is(200));
        Assert.Contains(it.Cook, back, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Cook, back, StringComparison.Ordinal);
        Assert.Contains("roundedtoadegree", back, StringComparison.Ordinal);
    }
}
