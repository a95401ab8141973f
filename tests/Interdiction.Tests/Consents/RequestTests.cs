using System.Text.Json.Nodes;

namespace Interdiction.Tests.Consents;

/// <summary>A request to a flag State from its sending to its answer, as those see it who have part in it.</summary>
public sealed class RequestTests(Server server)
{
    [Fact]
    public async Task A_flag_state_is_asked_acknowledges_and_answers()
    {
        var (officer, liaison) = (await server.As("aus-officer"), await server.As("pan-liaison"));
        var body = await officer.Request();
        var sent = await officer.Post("consent-requests", body);
        var request = sent.Is(201).Json;
        Assert.Equal($"{Server.Base}/consent-requests/{body["id"]}", sent.Headers.Location!.ToString());
        Assert.Equal(("sent", "AUS", "PAN", "voice"), ((string?)request["state"], (string?)request["originator"], (string?)request["flag"], (string?)request["channel"]));
        Assert.Matches("^CR-[0-9]{4}-AUS-", (string)request["number"]!);
        Assert.Equal((string?)body["caseId"], (string?)request["caseId"]);
        Assert.Empty(request["warnings"]!.AsArray());

        var acknowledged = (await liaison.Move(Flags.At(request), "acknowledged")).Is(200);
        Assert.Equal("acknowledged", (string?)acknowledged.Json["state"]);
        Assert.NotNull(acknowledged.Json["acknowledgedAt"]);
        // No agreement: no clock, and silence means nothing.
        Assert.Null(acknowledged.Json["dueAt"]);
        var granted = (await liaison.Move(Flags.At(request), "granted", new { conditions = "Search of the holds alone." })).Is(200);
        Assert.NotEqual(acknowledged.ETag, granted.ETag);
        var read = await officer.Read(request);
        Assert.Equal(("granted", "Search of the holds alone.", "Liaison system of PAN"), ((string?)read["state"], (string?)read["conditions"], (string?)read["answeredBy"]));
        Assert.Null(read["ifSilent"]);

        var made = (await officer.Get($"{Flags.At(request)}/transitions")).Is(200).Json;
        Assert.Equal(["sent", "acknowledged", "granted"], made["items"]!.AsArray().Select(x => (string)x!["to"]!));
        Assert.Empty(made["allowed"]!.AsArray());
        var timeline = (await officer.Get($"cases/{body["caseId"]}/timeline")).Is(200).Json["items"]!.AsArray();
        Assert.Equal(["caseOpened", "consentRequested", "consentAcknowledged", "consentGranted"], timeline.Select(x => (string)x!["kind"]!));
        var contents = (await officer.Get($"cases/{body["caseId"]}/contents")).Is(200).Json["consentRequests"]!.AsArray();
        Assert.Equal(((string?)request["number"], "PAN: INVENTED STAR", "granted"), ((string?)contents[0]!["number"], (string?)contents[0]!["title"], (string?)contents[0]!["state"]));
    }

    [Fact]
    public async Task Who_is_asked_may_answer_at_once_and_who_asks_may_take_it_back()
    {
        var (officer, coordinator, liaison) = (await server.As("aus-officer"), await server.As("aus-coordinator"), await server.As("pan-liaison"));
        foreach (var answer in new[] { "granted", "refused", "directedToPort" })
        {
            var request = await officer.Ask();
            var answered = (await liaison.Move(Flags.At(request), answer, new { conditions = "To Balboa.", reason = "Our own inspectors board there." })).Is(200).Json;
            Assert.Equal((answer, "To Balboa."), ((string?)answered["state"], (string?)answered["conditions"]));
            Assert.Equal((string?)answered["answeredAt"], (string?)answered["acknowledgedAt"]);
            (await liaison.Move(Flags.At(request), "refused")).Is(409);
            (await officer.Move(Flags.At(request), "withdrawn")).Is(409);
        }
        var back = await officer.Ask();
        Assert.Equal(["withdrawn"], await Allowed(coordinator, back));
        Assert.Equal(["acknowledged", "granted", "refused", "directedToPort"], await Allowed(liaison, back));
        (await coordinator.Move(Flags.At(back), "withdrawn", new { reason = "The ship went home." })).Is(200);
        (await liaison.Move(Flags.At(back), "granted")).Is(409);
        Assert.Empty(await Allowed(liaison, back));
    }

    [Fact]
    public async Task The_flag_state_reads_the_request_and_nothing_else_of_the_case()
    {
        var (officer, liaison) = (await server.As("aus-officer"), await server.As("pan-liaison"));
        var @case = await officer.OpenCase("JPN", "XCC");
        var asked = await officer.Ask(new { caseId = @case });
        var other = await officer.Ask(new { caseId = @case, flag = "LBR" });
        var read = await liaison.Read(asked);
        Assert.Equal("INVENTED STAR", (string?)read["vessel"]!["names"]![0]!["name"]);
        Assert.Null(read["caseId"]);
        Assert.Null(read["caseNumber"]);
        Assert.DoesNotContain(@case, read.ToJsonString(), StringComparison.Ordinal);
        (await liaison.Get($"cases/{@case}")).Is(404);
        (await liaison.Get($"cases/{@case}/timeline")).Is(404);
        (await liaison.Get(Flags.At(other))).Is(404);
        (await liaison.Move(Flags.At(other), "granted")).Is(404);
        (await (await server.As("lbr-liaison")).Get(Flags.At(asked))).Is(404);
        (await (await server.As("pan-administrator")).Get(Flags.At(asked))).Is(404);
        // Not by the case either: that would tell which case it is of.
        Assert.Empty(await Found(liaison, $"caseId={@case}"));
        Assert.Contains((string)asked["id"]!, await Found(liaison, "state=sent"));
        Assert.DoesNotContain((string)other["id"]!, await Found(liaison, ""));
    }

    [Fact]
    public async Task Others_read_it_by_its_own_marking_and_that_of_the_case()
    {
        var officer = await server.As("aus-officer");
        var @case = await officer.OpenCase("JPN", "XCC");
        var asked = await officer.Ask(new { caseId = @case });
        var both = Flags.At(asked);
        (await (await server.As("jpn-officer")).Get(both)).Is(200);
        // Neither marking alone is enough.
        (await (await server.As("xcc-coordinator")).Get(both)).Is(404);
        var all = await officer.Ask(new { caseId = @case, marking = Flags.Marking("restricted", "ALL") });
        (await (await server.As("xcc-coordinator")).Get(Flags.At(all))).Is(200);
        (await (await server.As("fra-officer")).Get(Flags.At(all))).Is(404);
        var secret = await officer.Ask(new { caseId = @case, marking = Flags.Marking("secret", "ALL") });
        (await (await server.As("jpn-officer2")).Get(Flags.At(secret))).Is(404);
        Assert.Equal([(string)all["id"]!, (string)asked["id"]!], (await Found(await server.As("jpn-officer2"), $"caseId={@case}")).Order(StringComparer.Ordinal).Reverse());
        // Whoever reads it may not answer it, and who did not ask may not take it back.
        (await (await server.As("jpn-coordinator")).Move(both, "granted")).Is(403);
        (await (await server.As("jpn-coordinator")).Move(both, "withdrawn")).Is(403);
        (await officer.Move(both, "granted")).Is(403);
        (await (await server.As("pan-liaison")).Move(both, "withdrawn")).Is(403);
        Assert.Equal("sent", (string?)(await officer.Read(asked))["state"]);
    }

    [Fact]
    public async Task A_case_that_was_narrowed_or_disclosed_takes_its_requests_along()
    {
        var (officer, reader, liaison) = (await server.As("aus-officer"), await server.As("jpn-officer"), await server.As("pan-liaison"));
        var @case = await officer.OpenCase("JPN", "XCC");
        var asked = await officer.Ask(new { caseId = @case });
        (await officer.Send(HttpMethod.Put, $"cases/{@case}/marking", Flags.Marking("restricted", "XCC"), ("If-Match", "*"))).Is(200);
        (await reader.Get(Flags.At(asked))).Is(404);
        (await liaison.Get(Flags.At(asked))).Is(200);

        var report = (await officer.Post("boardings", Documents.Report(new { marking = Flags.Marking("restricted", "JPN") }))).Is(201).Json;
        var early = await officer.Ask(new { caseId = (string)report["caseId"]! });
        (await reader.Get(Flags.At(early))).Is(404);
        (await liaison.Get(Flags.At(early))).Is(200);
        (await officer.Move($"boardings/{report["id"]}", "submitted")).Is(200);
        (await reader.Get(Flags.At(early))).Is(200);
    }

    [Fact]
    public async Task Narrowing_takes_it_from_others_and_never_from_the_flag_state_and_widening_takes_two()
    {
        var (officer, reader, liaison) = (await server.As("aus-officer"), await server.As("jpn-officer"), await server.As("pan-liaison"));
        var asked = await officer.Ask();
        var narrow = Flags.Marking("restricted");
        var dry = (await officer.Send(HttpMethod.Put, $"{Flags.At(asked)}/marking?validateOnly=true", narrow, ("If-Match", "*"))).Is(200).Json;
        Assert.Equal(["JPN"], dry["loses"]!.AsArray().Select(x => (string)x!));
        (await reader.Get(Flags.At(asked))).Is(200);
        (await officer.Send(HttpMethod.Put, $"{Flags.At(asked)}/marking", narrow, ("If-Match", "*"))).Is(200);
        (await reader.Get(Flags.At(asked))).Is(404);
        (await liaison.Get(Flags.At(asked))).Is(200);
        (await liaison.Send(HttpMethod.Put, $"{Flags.At(asked)}/marking", narrow, ("If-Match", "*"))).Is(403);
        (await officer.Send(HttpMethod.Put, $"{Flags.At(asked)}/marking", Flags.Marking("restricted", "JPN"), ("If-Match", "*"))).Is(403);

        var proposal = (await officer.Post("proposals", new { act = "widenMarking", resource = asked["id"], arguments = new JsonObject { ["releasableTo"] = new JsonArray("JPN") }, reason = "They have it on radar." })).Is(201).Json;
        // Why a record is to be opened is the originator's talk, and not the flag State's.
        (await liaison.Get($"proposals/{proposal["id"]}")).Is(404);
        Assert.Empty((await liaison.Get("proposals?limit=200")).Is(200).Json["items"]!.AsArray());
        (await (await server.As("aus-coordinator")).Move($"proposals/{proposal["id"]}", "approved")).Is(200);
        (await reader.Get(Flags.At(asked))).Is(200);
    }

    [Fact]
    public async Task A_flag_state_that_takes_no_part_is_asked_on_record_and_nobody_answers_for_it()
    {
        var officer = await server.As("aus-officer");
        var asked = await officer.Ask(new { flag = "MHL" });
        Assert.Equal(("/flag", "notAPartner"), ((string?)asked["warnings"]![0]!["pointer"], (string?)asked["warnings"]![0]!["code"]));
        (await officer.Move(Flags.At(asked), "granted")).Is(403);
        Assert.Equal(["withdrawn"], await Allowed(officer, asked));
    }

    [Fact]
    public async Task What_cannot_be_asked_is_refused_with_the_place_and_nothing_is_stored()
    {
        var officer = await server.As("usa-officer");
        var foreign = await (await server.As("fra-officer")).OpenCase("FRA");
        var closed = await officer.OpenCase();
        var (first, second) = (await server.As("usa-coordinator"), await server.As("usa-coordinator2"));
        var closing = (await first.Post("proposals", new { act = "closeCase", resource = closed, arguments = new { disposition = "noViolation" }, reason = "Nothing found." })).Is(201).Json;
        (await second.Move($"proposals/{closing["id"]}", "approved")).Is(200);
        (object Changes, string Pointer, string Code)[] wrong =
        [
            (new { caseId = foreign }, "/caseId", "unknownReference"),
            (new { caseId = Guid.CreateVersion7() }, "/caseId", "unknownReference"),
            (new { caseId = closed }, "/caseId", "wrongState"),
            (new { flag = (string?)null }, "/flag", "required"),
            (new { flag = "ZZZ" }, "/flag", "unknownCode"),
            (new { flag = "XCC" }, "/flag", "unknownCode"),
            (new { flag = "USA" }, "/flag", "ownFlag"),
            (new { agreement = "PSI-XX" }, "/agreement", "unknownCode"),
            (new { agreement = "PSI-LR" }, "/agreement", "otherFlag"),
            (new { vessel = (string?)null }, "/vessel", "required"),
            (new { vessel = new JsonObject() }, "/vessel", "required"),
            (new { grounds = " " }, "/grounds", "required"),
            (new { channel = (string?)null }, "/channel", "required"),
            (new { marking = (string?)null }, "/marking", "required"),
            (new { marking = Flags.Marking("restricted", "ZZZ") }, "/marking/releasableTo/0", "unknownCode"),
        ];
        foreach (var (changes, pointer, code) in wrong)
        {
            var body = await officer.Request(changes);
            if (JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(changes))!["vessel"] is JsonObject)
                body["vessel"] = new JsonObject();
            var answer = (await officer.Post("consent-requests", body)).Is(422);
            Assert.Contains((pointer, code), answer.Faults);
            Assert.Equal((pointer, 404), (pointer, (await officer.Get(Flags.At(body))).Status));
        }
        var noCase = await officer.Request();
        noCase.Remove("caseId");
        Assert.Contains(("/caseId", "required"), (await officer.Post("consent-requests", noCase)).Is(422).Faults);
        var kind = await officer.Request();
        kind["vessel"]!["kind"] = "vessel";
        Assert.Equal([("/vessel/kind", "form")], (await officer.Post("consent-requests", kind)).Is(400).Faults);

        // An agreement gives its own partner something, and nobody else.
        var australian = await server.As("aus-officer");
        Assert.Equal([("/agreement", "notYours")], (await australian.Post("consent-requests", await australian.Request(new { agreement = "PSI-PA" }))).Is(422).Faults);
        foreach (var who in new[] { "aus-auditor", "pan-liaison", "aus-administrator" })
            (await (await server.As(who)).Post("consent-requests", await australian.Request())).Is(403);
        (await (await server.As("aus-officer2")).Post("consent-requests", await australian.Request(new { marking = Flags.Marking("secret", "JPN") }))).Is(403);
    }

    [Fact]
    public async Task The_list_is_filtered_counted_and_paged()
    {
        var officer = await server.As("aus-officer");
        var @case = await officer.OpenCase();
        for (var i = 0; i < 5; i++)
            await officer.Ask(new { caseId = @case, flag = i % 2 == 0 ? "PAN" : "LBR" });
        Assert.Equal((5, 3, 2), ((await Found(officer, $"caseId={@case}")).Count, (await Found(officer, $"caseId={@case}&flag=PAN")).Count, (await Found(officer, $"caseId={@case}&flag=LBR&state=sent")).Count));
        Assert.Empty(await Found(officer, $"caseId={@case}&state=granted"));
        Assert.Empty(await Found(officer, $"caseId={Guid.CreateVersion7()}"));
        var page = (await officer.Get($"consent-requests?caseId={@case}&limit=2&count=exact")).Is(200).Json;
        Assert.Equal((2, 5), (page["items"]!.AsArray().Count, (int?)page["total"]));
        foreach (var bad in new[] { "state=gone", "flag=ZZZ", "caseId=7", "q=ship" })
            (await officer.Get($"consent-requests?{bad}")).Is(400);
    }

    [Fact]
    public async Task A_report_that_lacks_the_consent_is_told_of_the_request_that_was_granted()
    {
        var (officer, liaison) = (await server.As("aus-officer"), await server.As("pan-liaison"));
        var report = Documents.Report(new { consent = new { flag = "requested", master = "given" } });
        report["conveyance"]!["flagClaimed"] = "PAN";
        var filed = (await officer.Post("boardings", report)).Is(201).Json;
        async Task<IEnumerable<string?>> Notes(HttpClient client) =>
            (await client.Get($"boardings/{filed["id"]}")).Is(200).Json["warnings"]!.AsArray().Where(x => (string?)x!["code"] == "consentOnRecord").Select(x => (string?)x!["detail"]).ToList();
        var asked = await officer.Ask(new { caseId = (string)filed["caseId"]!, marking = Flags.Marking("restricted") });
        await officer.Ask(new { caseId = (string)filed["caseId"]!, flag = "LBR" });
        Assert.Empty(await Notes(officer));
        (await liaison.Move(Flags.At(asked), "granted")).Is(200);
        Assert.Equal($"Consent request {asked["number"]} to PAN is granted: the report can say so.", Assert.Single(await Notes(officer)));
        (await officer.Move($"boardings/{filed["id"]}", "submitted")).Is(200);
        // Who does not read the request is not told of it.
        Assert.Empty(await Notes(await server.As("jpn-officer")));
    }

    static async Task<IReadOnlyList<string>> Allowed(HttpClient client, JsonNode request) =>
        [.. (await client.Get($"{Flags.At(request)}/transitions")).Is(200).Json["allowed"]!.AsArray().Select(x => (string)x!)];

    static async Task<List<string>> Found(HttpClient client, string query) =>
        [.. (await Access.Cells.Walk(client, $"consent-requests?limit=2&{query}")).Found.Select(x => x.ToString())];
}
