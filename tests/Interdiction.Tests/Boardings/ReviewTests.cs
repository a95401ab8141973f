namespace Interdiction.Tests.Boardings;

/// <summary>Who brings a report into which state: four eyes, and one order.</summary>
public sealed class ReviewTests(Server server)
{
    static readonly string[] Moves = ["intent", "draft", "submitted", "inReview", "returned", "accepted", "withdrawn", "amended"];

    // Broken once: the draft was written down as submitted.
    [Fact]
    public async Task What_is_filed_and_submitted_at_once_was_a_draft_first()
    {
        var officer = await server.As("aus-officer");
        var filed = (await officer.Post("boardings?submit=true", Documents.Report())).Is(201).Json;
        var made = (await officer.Get($"boardings/{filed["id"]}/transitions")).Is(200).Json["items"]!.AsArray();
        Assert.Equal([(null, "draft"), ("draft", "submitted")], made.Select(x => ((string?)x!["from"], (string?)x["to"])));
    }

    [Fact]
    public async Task Who_files_does_not_review()
    {
        var record = $"boardings/{(await (await server.As("aus-officer")).Post("boardings?submit=true", Documents.Report())).Is(201).Json["id"]}";
        foreach (var who in new[] { "aus-officer", "aus-officer2", "jpn-officer", "jpn-coordinator", "aus-auditor", "xcc-auditor" })
            foreach (var to in new[] { "inReview", "accepted", "returned" })
                Assert.NotEmpty((await (await server.As(who)).Move(record, to, to == "returned" ? new { reason = "No." } : null)).Is(403).Json["reasons"]!.AsArray());
        foreach (var who in new[] { "fra-coordinator", "pan-liaison", "aus-administrator" })
            (await (await server.As(who)).Move(record, "inReview")).Is(404);
        foreach (var who in new[] { "aus-coordinator", "jpn-officer", "xcc-coordinator" })
            Assert.NotEmpty((await (await server.As(who)).Move(record, "withdrawn")).Is(403).Json["reasons"]!.AsArray());
    }

    [Theory]
    [InlineData("draft", "submitted", "withdrawn")]
    [InlineData("submitted", "inReview")]
    [InlineData("inReview", "returned", "accepted")]
    [InlineData("returned", "submitted", "withdrawn")]
    [InlineData("accepted", "amended", "draft")]
    [InlineData("withdrawn")]
    public async Task Other_steps_than_the_next_are_a_conflict(string state, params string[] next)
    {
        var officer = await server.As("aus-officer");
        var lead = await server.As("aus-coordinator");
        var record = $"boardings/{(await officer.Post("boardings", Documents.Report())).Is(201).Json["id"]}";
        foreach (var step in Path(state))
            (await (step is "submitted" or "withdrawn" ? officer : lead).Move(record, step, step == "returned" ? new { reason = "Mend it." } : null)).Is(200);

        var allowed = (await officer.Get($"{record}/transitions")).Is(200).Json["allowed"]!.AsArray().Concat((await lead.Get($"{record}/transitions")).Json["allowed"]?.AsArray() ?? []);
        Assert.Equal(next.Where(x => x != "draft").Order(), allowed.Select(x => (string)x!).Order());
        foreach (var move in Moves.Except(next))
        {
            var actor = move is "inReview" or "returned" or "accepted" ? lead : officer;
            // A report that the reviewer cannot see yet is no conflict: it is not there.
            var seen = (await actor.Get(record)).Status == 200;
            (await actor.Move(record, move, move == "returned" ? new { reason = "Mend it." } : null)).Is(seen ? 409 : 404);
        }
    }

    [Theory]
    [InlineData("""{"to":"approved"}""", 422, "/to")]
    [InlineData("""{"to":5}""", 400, "/to")]
    [InlineData("""{}""", 422, "/to")]
    [InlineData("""{"to":"submitted","remarks":[{"text":"x"}]}""", 422, "/remarks")]
    [InlineData("""{"to":"submitted","state":"draft"}""", 400, "/state")]
    [InlineData("""{"to":"submitted","reason":"a\u0000"}""", 422, "/reason")]
    public async Task A_transition_is_well_formed(string body, int status, string pointer)
    {
        var officer = await server.As("aus-officer");
        var record = $"boardings/{(await officer.Post("boardings", Documents.Report())).Is(201).Json["id"]}";
        var answer = (await officer.Post($"{record}/transitions", body, ("If-Match", "*"))).Is(status);
        Assert.Equal([pointer], answer.Faults.Select(x => x.Pointer));
    }

    [Theory]
    [InlineData("""{"to":"returned"}""", "/reason")]
    [InlineData("""{"to":"returned","reason":" "}""", "/reason")]
    [InlineData("""{"to":"returned","remarks":[{"pointer":"/title"}]}""", "/remarks/0/text")]
    [InlineData("""{"to":"returned","remarks":[{"pointer":"title","text":"x"}]}""", "/remarks/0/pointer")]
    public async Task A_return_says_what_to_mend(string body, string pointer)
    {
        var record = $"boardings/{(await (await server.As("aus-officer")).Post("boardings?submit=true", Documents.Report())).Is(201).Json["id"]}";
        var lead = await server.As("aus-coordinator");
        (await lead.Move(record, "inReview")).Is(200);
        Assert.Equal([pointer], (await lead.Post($"{record}/transitions", body, ("If-Match", "*"))).Is(422).Faults.Select(x => x.Pointer));
    }

    [Fact]
    public async Task Remarks_are_kept_with_the_return()
    {
        var record = $"boardings/{(await (await server.As("aus-officer")).Post("boardings?submit=true", Documents.Report())).Is(201).Json["id"]}";
        var lead = await server.As("aus-coordinator");
        (await lead.Move(record, "inReview")).Is(200);
        (await lead.Move(record, "returned", new { reason = "Two things.", remarks = new[] { new { pointer = "/title", text = "Name the ship." } } })).Is(200);
        var made = (await (await server.As("aus-officer")).Get($"{record}/transitions")).Is(200).Json["items"]!.AsArray()[^1]!;
        Assert.Equal(("returned", "Two things.", "Name the ship."), ((string)made["to"]!, (string)made["reason"]!, (string)made["remarks"]![0]!["text"]!));
    }

    static string[] Path(string state) => state switch
    {
        "draft" => [],
        "submitted" => ["submitted"],
        "inReview" => ["submitted", "inReview"],
        "returned" => ["submitted", "inReview", "returned"],
        "accepted" => ["submitted", "inReview", "accepted"],
        _ => ["withdrawn"],
    };
}
