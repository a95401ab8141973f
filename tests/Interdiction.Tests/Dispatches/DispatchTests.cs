using System.Text.Json.Nodes;
using Interdiction.Tests.CaseWork;
using Interdiction.Tests.Http;
using Interdiction.Tests.Notifications;

namespace Interdiction.Tests.Dispatches;

/// <summary>Tips and requests for information from one partner to another.</summary>
public sealed class DispatchTests(Server server)
{
    static readonly string[] Japan = ["JPN"];

    static async Task<JsonNode> Send(HttpClient client, object? changes = null) => (await client.Post("dispatches", Samples.Dispatch(changes))).Is(201).Json;

    static string At(JsonNode it) => $"dispatches/{it["id"]}";

    static string? Code(Answer answer) => (string?)answer.Json["code"];

    static string? Fault(Answer answer) => answer.Json["errors"] is JsonArray faults ? string.Join(' ', faults.Select(x => $"{x!["pointer"]} {x["code"]}")) : null;

    [Fact]
    public async Task A_tip_opens_a_case_of_whom_it_is_addressed_to_and_its_source_stays_with_the_sender()
    {
        var (officer, colleague, singapore, japan) = (await server.As("aus-officer"), await server.As("aus-coordinator"), await server.As("sgp-officer"), await server.As("jpn-coordinator"));
        var sent = await Send(officer);
        Assert.Matches("^DSP-20[0-9]{2}-AUS-[0-9A-HJKMNP-TV-Z]{5}$", (string)sent["number"]!);
        Assert.Equal(("sent", "AUS", "SGP", "A pilot of the port"), ((string)sent["state"]!, (string)sent["originator"]!, (string)sent["to"]!, (string)sent["source"]!["name"]!));
        Assert.Equal("A pilot of the port", (string?)(await colleague.Get(At(sent))).Is(200).Json["source"]!["name"]);
        var shown = (await singapore.Get(At(sent))).Is(200);
        Assert.Equal((null, "B", 2), ((string?)shown.Json["source"]!["name"], (string)shown.Json["source"]!["reliability"]!, (int)shown.Json["source"]!["accuracy"]!));
        Assert.Equal(("/source/name", "sourceProtected"), ((string)shown.Json["masked"]![0]!["pointer"]!, (string)shown.Json["masked"]![0]!["rule"]!));
        Assert.DoesNotContain("pilot", shown.Text, StringComparison.Ordinal);
        (await japan.Get(At(sent))).Is(404);

        var answered = (await singapore.Move(At(sent), "answered", new
        {
            text = "We board her tonight.",
            opens = new { title = "The ship without a name", mode = "port", marking = new { classification = "restricted", releasableTo = Array.Empty<string>() } },
        })).Is(200).Json;
        var opened = (await singapore.Get($"cases/{answered["openedCaseId"]}")).Is(200).Json;
        Assert.Equal(("SGP", "The ship without a name", (string)answered["openedCaseNumber"]!), ((string)opened["leadPartner"]!, (string)opened["title"]!, (string)opened["number"]!));
        // The sender learns the answer, and of a case what it reads: nothing.
        var told = (await officer.Get(At(sent))).Is(200).Json;
        Assert.Equal(("answered", "We board her tonight.", null, null), ((string)told["state"]!, (string)told["answer"]!, (string?)told["openedCaseId"], (string?)told["openedCaseNumber"]));
        (await officer.Get($"cases/{answered["openedCaseId"]}")).Is(404);
        var made = (await officer.Get($"{At(sent)}/transitions")).Is(200).Json;
        Assert.Equal(("sent", "answered", "SGP", 0), ((string)made["items"]![0]!["from"]!, (string)made["items"]![0]!["to"]!, (string)made["items"]![0]!["partner"]!, made["allowed"]!.AsArray().Count));
        Assert.Equal("wrongState", Code((await singapore.Move(At(sent), "declined", new { text = "No." })).Is(409)));
    }

    [Fact]
    public async Task A_request_concerns_a_case_that_is_told_to_whom_reads_it()
    {
        var (officer, singapore, japan) = (await server.As("aus-officer"), await server.As("sgp-coordinator"), await server.As("jpn-officer"));
        var @case = await officer.OpenCase();
        var sent = await Send(officer, new { kind = "informationRequest", caseId = @case, source = (object?)null, marking = Talk.Marking("restricted", "SGP", "JPN") });
        Assert.Equal(@case, (string?)sent["caseId"]);
        Assert.Empty(sent["masked"]!.AsArray());
        Assert.Equal((null, null), ((string?)(await singapore.Get(At(sent))).Is(200).Json["caseId"], (string?)(await singapore.Get(At(sent))).Json["caseNumber"]));
        Assert.Equal(@case, (string?)(await japan.Get(At(sent))).Is(200).Json["caseId"]);
        foreach (var (who, count) in new[] { (officer, 1), (japan, 1), (singapore, 0) })
            Assert.Equal(count, (int)(await who.Get($"dispatches?count=exact&caseId={@case}")).Is(200).Json["total"]!);
        // Who reads it and is not asked does not answer.
        Assert.Contains("Only SGP", (string)(await japan.Move(At(sent), "answered", new { text = "We know her." })).Is(403).Json["reasons"]![0]!, StringComparison.Ordinal);
        Assert.Equal("/text required", Fault((await singapore.Move(At(sent), "answered")).Is(422)));
        Assert.Equal("/text required", Fault((await singapore.Move(At(sent), "declined")).Is(422)));
        (await singapore.Move(At(sent), "declined", new { text = "We hold nothing on her." })).Is(200);
        Assert.Equal(0, (int)(await singapore.Get($"dispatches?count=exact&state=sent&kind=informationRequest&to=SGP&caseId={@case}")).Is(200).Json["total"]!);
        (await officer.Get("dispatches?kind=letter")).Is(400);
    }

    [Fact]
    public async Task What_is_sent_names_somebody_who_can_read_it()
    {
        var (officer, auditor, liaison) = (await server.As("aus-officer"), await server.As("aus-auditor"), await server.As("pan-liaison"));
        async Task<string?> Refused(object changes) => Fault((await officer.Post("dispatches", Samples.Dispatch(changes))).Is(422));
        var before = (int)(await officer.Get("dispatches?count=exact")).Is(200).Json["total"]!;
        Assert.Equal("/to notReleased", await Refused(new { to = "FRA" }));
        Assert.Equal("/to ownPartner", await Refused(new { to = "AUS" }));
        Assert.Equal("/to unknownCode", await Refused(new { to = "MHL" }));
        Assert.Equal("/caseId unknownReference", await Refused(new { caseId = Guid.CreateVersion7() }));
        Assert.Equal("/source/accuracy outOfRange", await Refused(new { source = new { accuracy = 5 } }));
        Assert.Equal("/kind required /to required /title required /text required /marking required", await Refused(new { kind = (string?)null, to = (string?)null, title = " ", text = (string?)null, marking = (object?)null }));
        Assert.Equal("/opens notHere", Fault((await officer.Move(At(await Send(officer)), "withdrawn", new { opens = new { title = "A", mode = "sea", marking = Talk.Marking("restricted") } })).Is(422)));
        Assert.Equal(before + 1, (int)(await officer.Get("dispatches?count=exact")).Is(200).Json["total"]!);
        (await auditor.Post("dispatches", Samples.Dispatch())).Is(403);
        (await liaison.Post("dispatches", Samples.Dispatch())).Is(403);
        Assert.Empty((await liaison.Get("dispatches")).Is(200).Json["items"]!.AsArray());
    }

    [Fact]
    public async Task An_answer_whose_case_cannot_be_opened_is_no_answer()
    {
        var (officer, second) = (await server.As("aus-officer"), await server.As("sgp-officer2"));
        var sent = await Send(officer);
        object Opening(string classification) => new { text = "We look.", opens = new { title = "Case", mode = "sea", marking = new { classification, releasableTo = Array.Empty<string>() } } };
        // Nobody marks above their own clearance.
        (await second.Move(At(sent), "answered", Opening("secret"))).Is(403);
        Assert.Equal("/opens/marking/releasableTo/0 unknownCode", Fault((await second.Move(At(sent), "answered", new { text = "We look.", opens = new { title = "Case", mode = "sea", marking = Talk.Marking("restricted", "MHL") } })).Is(422)));
        Assert.Equal("sent", (string?)(await officer.Get(At(sent))).Is(200).Json["state"]);
        (await second.Move(At(sent), "answered", Opening("restricted"))).Is(200);
    }

    [Fact]
    public async Task Narrowing_recalls_it_and_widening_takes_two()
    {
        var (officer, coordinator, second, singapore, japan) =
            (await server.As("aus-officer"), await server.As("aus-coordinator"), await server.As("aus-coordinator2"), await server.As("sgp-officer"), await server.As("jpn-officer"));
        var sent = await Send(officer);
        (await singapore.Send(HttpMethod.Put, $"{At(sent)}/marking", Talk.Marking("restricted"), ("If-Match", "*"))).Is(403);
        var proposal = (await coordinator.Post("proposals", new { act = "widenMarking", resource = sent["id"], arguments = new { releasableTo = Japan }, reason = "They have the ship." })).Is(201).Json["id"];
        (await japan.Get(At(sent))).Is(404);
        (await second.Move($"proposals/{proposal}", "approved")).Is(200);
        (await japan.Get(At(sent))).Is(200);
        Assert.Equal("released", await japan.KindsOf(sent));
        var narrowed = (await officer.Send(HttpMethod.Put, $"{At(sent)}/marking", Talk.Marking("restricted", "JPN"), ("If-Match", "*"))).Is(200);
        Assert.Equal("SGP", (string?)narrowed.Json["loses"]![0]);
        (await singapore.Get(At(sent))).Is(404);
        (await singapore.Move(At(sent), "answered", new { text = "Too late." })).Is(404);
        Assert.Empty(await singapore.ToldOf(sent));
    }

    [Fact]
    public async Task Whom_it_is_for_is_told_and_whoever_sent_it_of_the_answer()
    {
        var (officer, colleague, singapore, auditor) = (await server.As("aus-officer"), await server.As("aus-coordinator"), await server.As("sgp-officer"), await server.As("sgp-auditor"));
        var sent = await Send(officer);
        Assert.Equal(("dispatchReceived", "released", ""), (await singapore.KindsOf(sent), await auditor.KindsOf(sent), await officer.KindsOf(sent)));
        var told = (await singapore.ToldOf(sent))[0];
        Assert.Equal(("dispatch", (string)sent["title"]!, (string)sent["number"]!, $"{Server.Base}/{At(sent)}", null),
            ((string)told["recordKind"]!, (string)told["title"]!, (string)told["number"]!, (string)told["address"]!, (string?)told["caseId"]));
        (await singapore.Move(At(sent), "declined", new { text = "She has sailed." })).Is(200);
        Assert.Equal(("dispatchEnded", "dispatchEnded", "dispatchReceived"), (await officer.KindsOf(sent), await colleague.KindsOf(sent), await singapore.KindsOf(sent)));
        var withdrawn = await Send(officer);
        (await colleague.Move(At(withdrawn), "withdrawn", new { text = "It was another ship." })).Is(200);
        Assert.Equal("dispatchReceived dispatchEnded", await singapore.KindsOf(withdrawn));
        Assert.Equal("It was another ship.", (string?)(await singapore.Get(At(withdrawn))).Is(200).Json["answer"]);
    }

    [Fact]
    public async Task It_is_found_by_its_words_and_not_by_its_source()
    {
        var (officer, singapore, japan) = (await server.As("aus-officer"), await server.As("sgp-officer"), await server.As("jpn-officer"));
        var (word, source, reply) = ($"word{Guid.CreateVersion7():N}", $"name{Guid.CreateVersion7():N}", $"reply{Guid.CreateVersion7():N}");
        var sent = await Send(officer, new { text = $"It is said that {word} is aboard.", source = new { name = source, reliability = "X", accuracy = 4 } });
        (await singapore.Move(At(sent), "answered", new { text = $"Not so: {reply}." })).Is(200);
        async Task<int> Found(HttpClient who, string by) => (await who.Get($"search?q={by}")).Is(200).Json["items"]!.AsArray().Count;
        var hit = (await singapore.Get($"search?q={word}")).Is(200).Json["items"]![0]!;
        Assert.Equal(("dispatch", (string)sent["id"]!, null, "restricted"), ((string)hit["kind"]!, (string)hit["id"]!, (string?)hit["caseId"], (string)hit["marking"]!["classification"]!));
        Assert.Equal((1, 1, 0), (await Found(officer, reply), await Found(singapore, reply), await Found(japan, word)));
        Assert.Equal((0, 0), (await Found(officer, source), await Found(singapore, source)));
    }

    [Fact]
    public async Task Of_two_answers_at_once_one_counts()
    {
        var (officer, singapore) = (await server.As("aus-officer"), await server.As("sgp-officer"));
        var sent = await Send(officer);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(x => singapore.Move(At(sent), x % 2 == 0 ? "answered" : "declined", new { text = $"Answer {x}" })));
        Assert.Single(answers, x => x.Status == 200);
        Assert.All(answers.Where(x => x.Status != 200), x => Assert.True(x.Status is 409 or 412, x.Text));
        Assert.Equal((string)answers.Single(x => x.Status == 200).Json["answer"]!, (string?)(await officer.Get(At(sent))).Is(200).Json["answer"]);
    }
}
