using System.Text.Json.Nodes;

namespace Interdiction.Tests.Access;

/// <summary>Two who act at the same moment: one does it, the other is told, and nothing is lost or done twice.</summary>
public sealed class RaceTests(Server server)
{
    static readonly int Rounds = Environment.GetEnvironmentVariable("INTERDICTION_TEST_FULL") is "1" ? 200 : 8;

    static readonly object ForAll = new { classification = "restricted", releasableTo = new[] { "ALL" } };

    [Fact]
    public Task Of_two_reviewers_of_one_report_one_takes_it() => Race(async officer =>
    {
        var record = await File(officer, "?submit=true");
        var tag = (await officer.Get(record)).ETag!;
        await OneWins(record, [(await server.As("aus-coordinator"), "inReview"), (await server.As("aus-coordinator2"), "inReview"), (await server.As("xcc-coordinator"), "inReview")], tag);
        tag = (await officer.Get(record)).ETag!;
        var verdict = await OneWins(record, [(await server.As("aus-coordinator"), "accepted"), (await server.As("xcc-coordinator"), "returned")], tag);
        Assert.Equal(verdict, (string)(await officer.Get(record)).Json["state"]!);
    });

    [Fact]
    public Task Of_two_verdicts_that_do_not_care_for_the_tag_one_holds() => Race(async officer =>
    {
        var record = await File(officer, "?submit=true");
        (await (await server.As("xcc-coordinator")).Move(record, "inReview")).Is(200);
        var verdict = await OneWins(record, [(await server.As("aus-coordinator"), "accepted"), (await server.As("xcc-coordinator"), "returned")], "*");
        Assert.Equal(verdict, (string)(await officer.Get(record)).Json["state"]!);
    });

    [Fact]
    public Task A_report_is_submitted_or_withdrawn_but_not_both() => Race(async officer =>
    {
        foreach (var match in new[] { "*", null })
        {
            var record = await File(officer);
            var end = await OneWins(record, [(officer, "submitted"), (await server.As("aus-officer2"), "withdrawn")], match ?? (await officer.Get(record)).ETag!);
            Assert.Equal(end, (string)(await officer.Get(record)).Json["state"]!);
            var made = (await officer.Get($"{record}/transitions")).Is(200).Json["items"]!.AsArray();
            Assert.Equal(end, (string)Assert.Single(made, x => (string?)x!["to"] is "submitted" or "withdrawn")!["to"]!);
        }
    });

    [Fact]
    public Task Of_two_texts_written_over_the_same_one_is_kept() => Race(async officer =>
    {
        var record = await File(officer);
        var tag = (await officer.Get(record)).ETag!;
        var second = await server.As("aus-officer2");
        var answers = await AtOnce([.. Enumerable.Range(0, 4).Select(x => (Func<Task<Answer>>)(() =>
            (x % 2 == 0 ? officer : second).Send(HttpMethod.Put, record, Documents.Report(new JsonObject { ["id"] = null, ["marking"] = null, ["title"] = $"Text {x}" }), ("If-Match", tag))))]);
        var won = Assert.Single(answers, x => x.Status == 200);
        Assert.All(answers.Where(x => x != won), x => x.Is(412));
        Assert.Equal((won.Text, won.ETag), ((await officer.Get(record)).Text, (await officer.Get(record)).ETag));
    });

    [Fact]
    public Task A_key_that_comes_twice_at_once_is_done_once() => Race(async officer =>
    {
        var word = $"twice{Guid.CreateVersion7():N}";
        var key = Guid.CreateVersion7().ToString();
        var body = Documents.Report(new JsonObject { ["id"] = null, ["title"] = word });
        var answers = await AtOnce([.. Enumerable.Repeat((Func<Task<Answer>>)(() => officer.Send(HttpMethod.Post, "boardings", body, ("Idempotency-Key", key))), 5)]);
        Assert.All(answers, x => Assert.True(x.Status == 201 || x.Status == 409 && (string)x.Json["code"]! == "stillRunning", x.Text));
        Assert.Single(answers, x => x.Status == 201 && !x.Headers.Contains("Idempotency-Replayed"));
        Assert.Equal(1, (int)(await officer.Get($"boardings?q={word}&count=exact")).Is(200).Json["total"]!);
    });

    [Fact]
    public Task An_id_that_several_give_at_once_belongs_to_one() => Race(async officer =>
    {
        var other = await server.As("fra-officer");
        var (mine, theirs) = (Documents.Report(), Documents.Report());
        theirs["id"] = (string)mine["id"]!;
        var answers = await AtOnce(() => officer.Post("boardings", mine), () => other.Post("boardings", theirs), () => other.Post("cases", Http.Samples.Case(new { id = (string)mine["id"]! })));
        var won = Assert.Single(answers, x => x.Status == 201);
        Assert.All(answers.Where(x => x != won), x => Assert.Equal("idInUse", (string)x.Is(409).Json["code"]!));
    });

    [Fact]
    public Task A_part_that_two_reports_name_at_once_belongs_to_one() => Race(async officer =>
    {
        var other = await server.As("fra-officer");
        var (mine, theirs) = (Documents.Report(), Documents.Report());
        var id = Guid.CreateVersion7().ToString();
        mine["seizures"]![0]!["id"] = id;
        theirs["manifest"]!["id"] = id;
        var answers = await AtOnce(() => officer.Post("boardings", mine), () => other.Post("boardings", theirs));
        Assert.Equal("idInUse", (string)Assert.Single(answers, x => x.Status != 201).Is(409).Json["code"]!);
    });

    [Fact]
    public Task Reports_are_filed_into_a_case_while_it_is_moved() => Race(async officer =>
    {
        var lead = await server.As("aus-coordinator");
        var @case = (string)(await lead.Post("cases", Http.Samples.Case())).Is(201).Json["id"]!;
        string[] partners = ["aus", "jpn", "aus", "jpn"];
        var officers = await Task.WhenAll(partners.Select(x => server.As($"{x}-officer")));
        Func<Task<Answer>>[] acts =
        [
            .. officers.Select((x, i) => (Func<Task<Answer>>)(() => x.Post(i < 2 ? "boardings?submit=true" : "boardings", Documents.Report(new { caseId = @case })))),
            () => lead.Move($"cases/{@case}", "underReview"),
        ];
        var answers = await AtOnce(acts);
        answers[^1].Is(200);
        Assert.All(answers[..^1], x => x.Is(201));
        var head = (await lead.Get($"cases/{@case}")).Is(200).Json;
        Assert.Equal("underReview", (string)head["status"]!);
        Assert.Equal(3, (await officer.Get($"cases/{@case}/contents")).Is(200).Json["boardings"]!.AsArray().Count);
    });

    [Fact]
    public Task The_first_reports_of_a_case_are_submitted_at_once_and_the_case_is_opened_to_others_once() => Race(async officer =>
    {
        var first = (await officer.Post("boardings", Documents.Report(new { marking = ForAll, title = "First" }))).Is(201).Json;
        var second = (await officer.Post("boardings", Documents.Report(new { marking = ForAll, title = "Second", caseId = (string)first["caseId"]! }))).Is(201).Json;
        JsonNode[] reports = [first, second];
        var answers = await AtOnce([.. reports.Select(x => (Func<Task<Answer>>)(() => officer.Move($"boardings/{x["id"]}", "submitted"))),
            () => officer.Post("boardings?submit=true", Documents.Report(new { marking = ForAll, title = "Third", caseId = (string)first["caseId"]! }))]);
        Assert.Contains(answers, x => x.Status is 200 or 201);
        Assert.All(answers, x => Assert.True(x.Status is 200 or 201 or 412 || x.Status == 409 && (string)x.Json["code"]! is not "idInUse", x.Text));
        var outsider = await server.As("fra-coordinator");
        foreach (var (report, answer) in reports.Zip(answers))
        {
            (await outsider.Get($"boardings/{report["id"]}")).Is(answer.Status == 200 ? 200 : 404);
            Assert.Equal(answer.Status == 200 ? "submitted" : "draft", (string)(await officer.Get($"boardings/{report["id"]}")).Is(200).Json["state"]!);
        }
        Assert.Equal(answers.Count(x => x.Status < 300), (await outsider.Get($"cases/{first["caseId"]}/contents")).Is(200).Json["boardings"]!.AsArray().Count);
    });

    async Task Race(Func<HttpClient, Task> round)
    {
        var officer = await server.As("aus-officer");
        for (var i = 0; i < Rounds; i++)
            await round(officer);
    }

    static async Task<string> File(HttpClient officer, string query = "") => $"boardings/{(await officer.Post($"boardings{query}", Documents.Report())).Is(201).Json["id"]}";

    /// <returns>Where the one that won brought it; the others came too late.</returns>
    static async Task<string> OneWins(string record, (HttpClient Who, string To)[] acts, string match)
    {
        var answers = await AtOnce([.. acts.Select(x => (Func<Task<Answer>>)(() => x.Who.Post($"{record}/transitions", new { to = x.To, reason = "At the same moment." }, ("If-Match", match))))]);
        Assert.All(answers, x => Assert.True(x.Status is 200 or 409 or 412, x.Text));
        return acts[Array.IndexOf(answers, Assert.Single(answers, x => x.Status == 200))].To;
    }

    static Task<Answer[]> AtOnce(params Func<Task<Answer>>[] acts) => Task.WhenAll(acts.Select(act => Task.Run(act, TestContext.Current.CancellationToken)));
}
