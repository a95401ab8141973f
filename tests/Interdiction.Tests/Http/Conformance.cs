using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Interdiction.Tests.Archives;
using Interdiction.Tests.Custody;
using Interdiction.Tests.Evidence;
using Interdiction.Tests.Holds;

namespace Interdiction.Tests.Http;

/// <summary>Calls operations of the document and holds every answer against the conventions; what breaks one is told at the end, all at once.</summary>
sealed partial class Conformance(Server server)
{
    static readonly string[] Members = ["type", "title", "status", "detail", "instance", "traceId", "code"];

    readonly List<string> broken = [];
    readonly Owner own = new();
    int calls;

    /// <summary>Sends to an operation; any answer must be one that the document names, and as the conventions have it.</summary>
    public async Task<Answer> Call(HttpClient caller, Operation operation, string what, string? id = null, string query = "", object? body = null, params (string, string)[] headers)
    {
        var path = operation.At(id ?? Guid.CreateVersion7().ToString());
        var answer = await caller.Send(operation.Method, path + query, body, headers);
        Check($"{operation.Name}, {what}", answer, path, operation);
        return answer;
    }

    /// <summary>Checks an answer; 405 belongs to an address and not to an operation.</summary>
    public void Check(string what, Answer answer, string path, Operation? operation = null)
    {
        calls++;
        Is(what, answer.Status < 500, $"{answer.Status} {answer.Text}");
        Is(what, operation?.Answers(answer.Status) ?? true, $"the document does not name {answer.Status}");
        Is(what, answer.Headers.CacheControl?.ToString() is "private, no-store" or "no-store, private", $"Cache-Control is {answer.Headers.CacheControl}");
        if (answer.Status < 400)
            return;
        Is(what, answer.ContentHeaders.ContentType?.MediaType is "application/problem+json", $"{answer.Status} comes as {answer.ContentHeaders.ContentType}");
        if (answer.ContentHeaders.ContentType?.MediaType is "application/problem+json")
            CheckProblem(what, answer, path);
    }

    void CheckProblem(string what, Answer answer, string path)
    {
        var problem = answer.Json.AsObject();
        var names = problem.Select(x => x.Key).Where(x => x is not ("errors" or "reasons"));
        Is(what, names.Order().SequenceEqual(Members.Order()), $"the problem has {string.Join(", ", names)}");
        Is(what, (int?)problem["status"] == answer.Status, "the problem's status is another");
        Is(what, Uri.UnescapeDataString((string?)problem["instance"] ?? "") == Uri.UnescapeDataString(path), $"instance is {problem["instance"]}");
        Is(what, Regex.IsMatch((string?)problem["type"] ?? "", @"^http://[^/]+/docs/problems/[a-zA-Z]+\z"), $"type is {problem["type"]}");
        Is(what, ((string)problem["type"]!).EndsWith($"/{problem["code"]}", StringComparison.Ordinal), "type and code differ");
        Is(what, TraceId().IsMatch((string?)problem["traceId"] ?? ""), $"traceId is {problem["traceId"]}");
        Is(what, !answer.Text.Contains("Interdiction.", StringComparison.Ordinal) && !answer.Text.Contains("System.", StringComparison.Ordinal), $"it tells of the program: {answer.Text}");
    }

    /// <summary>The answer has this status.</summary>
    public void Is(string what, Answer answer, params int[] statuses) =>
        Is(what, statuses.Contains(answer.Status), $"expected {string.Join(" or ", statuses)}, got {answer.Status}: {answer.Text[..Math.Min(300, answer.Text.Length)]}");

    public void Is(string what, bool holds, string otherwise)
    {
        if (!holds)
            broken.Add($"{what}: {otherwise}");
    }

    /// <summary>Fails with everything that broke; and where nothing was called at all.</summary>
    public void Holds()
    {
        Assert.True(calls > 0, "Nothing was called.");
        Assert.True(broken.Count == 0, new StringBuilder().AppendJoin('\n', broken).ToString());
    }

    /// <summary>A caller that may do what is done with records of this kind.</summary>
    public async Task<HttpClient> Actor(Operation operation) => operation.IsOfPerson ? await own.Client(server) : await server.As(
        operation.Kind.StartsWith("admin/", StringComparison.Ordinal) ? "aus-administrator"
        : operation is { Kind: "cases" or "proposals" or "destructions", HasIfMatch: true } || operation.Kind is "statistics" || operation.Path.EndsWith("/disclosures", StringComparison.Ordinal) || operation.IsOfRow ? "aus-coordinator"
        : "aus-officer");

    /// <summary>The id of a fresh record of the kind that the operation is about.</summary>
    public async Task<string> Record(Operation operation)
    {
        if (operation.IsOfPerson)
            return await Owner.Record(server, operation);
        if (operation.IsOfRow)
        {
            (await (await Actor(operation)).Send(HttpMethod.Put, operation.At("PAN-d"), Samples.Signature(), ("If-Match", "*"))).Is(200);
            return "PAN-d";
        }
        var (officer, administrator) = (await server.As("aus-officer"), await server.As("aus-administrator"));
        if (operation.Kind is "holds")
            return (string)(await LegalHolds.Set(server.As, (string)(await officer.Post("cases", Samples.Case(new { marking = LegalHolds.Marking }))).Is(201).Json["id"]!))["id"]!;
        if (operation.Kind is "destructions")
        {
            var (first, second) = (await server.As("aus-coordinator"), await server.As("aus-coordinator2"));
            // Read by nobody else.
            var ending = (string)(await officer.Post("cases", Samples.Case(new { marking = new { classification = "restricted", releasableTo = Array.Empty<string>() } }))).Is(201).Json["id"]!;
            await first.Archive(second, ending);
            return await first.Announce(second, ending);
        }
        if (operation.Kind is "attachments")
            return (string)(await officer.Upload($"{Samples.Proposed}", "a.jpg", Pictures.Jpeg(64, 48), new { classification = "restricted", releasableTo = Array.Empty<string>() }))["id"]!;
        var made = operation.Kind switch
        {
            "admin/users" => await administrator.Post("admin/users", Samples.User()),
            "admin/clients" => await administrator.Post("admin/clients", Samples.Client()),
            "admin/invitations" => await administrator.Post("admin/invitations", await Body(operation)),
            "admin/teams" => await administrator.Post("admin/teams", Samples.Team()),
            "admin/deputies" => await administrator.Post("admin/deputies", Samples.Deputy()),
            "cases" => await officer.Post("cases", Samples.Case()),
            "boardings" or "vessels" => await officer.Post("boardings", Documents.Report()),
            "manifests" or "seizures" or "exhibits" => await Part(officer, operation.Kind),
            // Somebody else hands over what the officer receives.
            "custody-events" => await (await server.As("aus-coordinator")).Record((string)(await Part(officer, "exhibits")).Json["id"]!, Custody.Exhibits.Transfer("AUS")),
            "proposals" => await officer.Post("proposals", Samples.Proposal()),
            "consent-requests" => await officer.Post("consent-requests", Samples.ConsentRequest()),
            "dispatches" => await officer.Post("dispatches", Samples.Dispatch()),
            // Read by nobody else.
            "translations" => await officer.Post($"boardings/{(await officer.Post("boardings?submit=true", Documents.Report(new { marking = new { classification = "restricted", releasableTo = Array.Empty<string>() } }))).Is(201).Json["id"]}/translations", Samples.Translation()),
            "comments" => await officer.Post($"cases/{Samples.Proposed}/comments", Samples.Comment()),
            "tasks" => await officer.Post($"cases/{Samples.Proposed}/tasks", Samples.Task()),
            "notifications" => await Told(officer),
            var kind => throw new InvalidOperationException($"Say here how a record under /{kind} is made."),
        };
        var id = (string)made.Is(201).Json["id"]!;
        if (operation.Id is "TranslateNarrative")
            (await officer.Move($"boardings/{id}", "submitted")).Is(200);
        if (operation.Id is "UnlinkCases")
            (await (await Actor(operation)).Send(HttpMethod.Put, operation.At(id), Samples.LinkReason(), ("If-Match", "*"))).Is(200);
        if (operation.Id is "TakeOut")
            (await (await Actor(operation)).Send(HttpMethod.Put, operation.At(id), new { part = "support" }, ("If-Match", "*"))).Is(200);
        return id;
    }

    /// <summary>What the officer is told of: a colleague gave its partner a task.</summary>
    async Task<Answer> Told(HttpClient officer)
    {
        var task = (await (await server.As("aus-coordinator")).Post($"cases/{Samples.Proposed}/tasks", Samples.Task())).Is(201);
        var found = (await officer.Get("notifications?limit=200")).Is(200).Json["items"]!.AsArray().Single(x => (string)x!["record"]! == (string)task.Json["id"]!)!;
        return task with { Bytes = Encoding.UTF8.GetBytes(found.ToJsonString()) };
    }

    /// <summary>A manifest, seizure or exhibit of a fresh report, as the answer to its making would be.</summary>
    static async Task<Answer> Part(HttpClient officer, string kind)
    {
        var filed = (await officer.Post("boardings?submit=true", Documents.Report())).Is(201);
        var (report, seizure) = (filed.Json, filed.Json["seizures"]![0]!);
        return filed with { Bytes = Encoding.UTF8.GetBytes((kind switch { "manifests" => report["manifest"]!, "seizures" => seizure, _ => seizure["exhibits"]![0]! }).ToJsonString()) };
    }

    /// <summary>A body that the operation takes, also where it names a record.</summary>
    public async Task<JsonObject> Body(Operation operation) => operation.Kind == "admin/invitations"
        ? new JsonObject { ["user"] = (await (await server.As("aus-administrator")).Post("admin/users", Samples.User())).Is(201).Json["id"]!.DeepClone() }
        : Samples.Of(operation);

    [GeneratedRegex("^[0-9a-f]{32}\\z")]
    private static partial Regex TraceId();
}

/// <summary>Bodies that are good.</summary>
static class Samples
{
    public static JsonObject Case(object? changes = null) => Documents.With(new JsonObject
    {
        ["id"] = Guid.CreateVersion7().ToString(),
        ["title"] = "Suspicious ship",
        ["mode"] = "sea",
        ["marking"] = new JsonObject { ["classification"] = "restricted", ["releasableTo"] = new JsonArray("AUS", "JPN", "XCC") },
    }, changes);

    /// <summary>A case that proposals are about, and in which things are asked, said and done.</summary>
    public static readonly Guid Proposed = Guid.CreateVersion7();

    /// <summary>Makes what bodies name.</summary>
    public static async Task Prepare(Server server) => Assert.True((await (await server.As("aus-officer")).Post("cases", Case(new { id = Proposed }))).Status is 200 or 201);

    public static JsonObject Proposal() => new()
    {
        ["id"] = Guid.CreateVersion7().ToString(),
        ["act"] = "widenMarking",
        ["resource"] = Proposed.ToString(),
        ["arguments"] = new JsonObject { ["releasableTo"] = new JsonArray("FRA") },
        ["reason"] = "They have the port of call.",
    };

    /// <summary>To a flag State that takes no part here, and for nobody else.</summary>
    public static JsonObject ConsentRequest(object? changes = null) => Documents.With(new JsonObject
    {
        ["id"] = Guid.CreateVersion7().ToString(),
        ["caseId"] = Proposed.ToString(),
        ["flag"] = "MHL",
        ["agreement"] = null,
        ["vessel"] = new JsonObject { ["names"] = new JsonArray(new JsonObject { ["name"] = "INVENTED STAR", ["source"] = "ais" }), ["imo"] = "9074729" },
        ["grounds"] = "The manifest names a precursor.",
        ["channel"] = "voice",
        ["marking"] = new JsonObject { ["classification"] = "restricted", ["releasableTo"] = new JsonArray() },
    }, changes);

    /// <summary>To one partner, and for nobody else.</summary>
    public static JsonObject Dispatch(object? changes = null) => Documents.With(new JsonObject
    {
        ["id"] = Guid.CreateVersion7().ToString(),
        ["kind"] = "tip",
        ["to"] = "SGP",
        ["title"] = "A ship without a name",
        ["text"] = "She lies off the eastern anchorage and is being painted.",
        ["source"] = new JsonObject { ["name"] = "A pilot of the port", ["reliability"] = "B", ["accuracy"] = 2 },
        ["marking"] = new JsonObject { ["classification"] = "restricted", ["releasableTo"] = new JsonArray("SGP") },
    }, changes);

    /// <summary>For nobody else.</summary>
    public static JsonObject Comment(object? changes = null) => Documents.With(new JsonObject
    {
        ["id"] = Guid.CreateVersion7().ToString(),
        ["text"] = "The master wants to speak to his company first.",
        ["marking"] = new JsonObject { ["classification"] = "restricted", ["releasableTo"] = new JsonArray() },
    }, changes);

    /// <summary>For nobody else.</summary>
    public static JsonObject Task(object? changes = null) => Documents.With(new JsonObject
    {
        ["id"] = Guid.CreateVersion7().ToString(),
        ["title"] = "Weigh the barrels",
        ["text"] = "On a scale with a certificate.",
        ["owner"] = "AUS",
        ["dueAt"] = "2099-01-01T00:00:00Z",
        ["marking"] = new JsonObject { ["classification"] = "restricted", ["releasableTo"] = new JsonArray() },
    }, changes);

    public static JsonObject Translation(object? changes = null) => Documents.With(new JsonObject
    {
        ["id"] = Guid.CreateVersion7().ToString(),
        ["language"] = "fr",
        ["text"] = "La douane a fouillé le navire au port.",
    }, changes);

    public static JsonObject LinkReason() => new() { ["reason"] = "The same consignment, aboard another ship." };

    public static JsonObject Signature() => new() { ["notified"] = "2010-07-28", ["source"] = $"Depositary notification {Guid.CreateVersion7():N}" };

    public static JsonObject User() => Administration.Office.NewUser();

    public static JsonObject Client() => new() { ["name"] = "Port system", ["roles"] = new JsonArray("officer"), ["grants"] = new JsonArray(), ["clearance"] = "restricted", ["keys"] = new JsonArray() };

    public static JsonObject Team() => new() { ["name"] = Administration.Office.Fresh("Team"), ["members"] = new JsonArray(), ["supervisors"] = new JsonArray() };

    public static JsonObject Deputy() => new() { ["partner"] = "SGP", ["acts"] = new JsonArray("closeCase") };

    /// <summary>A body that an operation takes when its record is fresh.</summary>
    public static JsonObject Of(Operation operation) => operation.Id switch
    {
        "OpenCase" => Case(),
        "ChangeCase" => new JsonObject { ["title"] = "Suspicious ship, renamed" },
        "TakeOut" or "UnlinkCases" => [],
        "LinkCases" => LinkReason(),
        "TranslateNarrative" => Translation(),
        "BringIn" => new JsonObject { ["part"] = "support" },
        "NarrowCaseMarking" or "NarrowReportMarking" => new JsonObject { ["classification"] = "confidential", ["releasableTo"] = new JsonArray("JPN") },
        "NarrowConsentMarking" or "NarrowCommentMarking" or "NarrowTaskMarking" or "NarrowAttachmentMarking" or "NarrowDispatchMarking" => new JsonObject { ["classification"] = "confidential", ["releasableTo"] = new JsonArray() },
        "SendDispatch" => Dispatch(),
        "AnswerDispatchOrWithdrawDispatch" => new JsonObject { ["to"] = "withdrawn" },
        "AddComment" => Comment(),
        "OpenTask" => Task(),
        "MarkNotification" => new JsonObject { ["read"] = true },
        "ChangeTask" => new JsonObject { ["title"] = "Weigh the barrels again" },
        "SendConsentRequest" => ConsentRequest(),
        "AnswerConsentRequestOrWithdrawConsentRequest" => new JsonObject { ["to"] = "withdrawn" },
        "ProposeAct" => Proposal(),
        "DecideProposalOrWithdrawProposal" => new JsonObject { ["to"] = "refused", ["reason"] = "Not now." },
        "StopDestruction" => new JsonObject { ["to"] = "stopped", ["reason"] = "A court asks for it." },
        "MoveCase" => new JsonObject { ["to"] = "underReview" },
        "FileBoardingReport" => Documents.Report(),
        "WriteBoardingReport" => Documents.Report(new { title = "Written anew", id = (string?)null }),
        "MoveOwnReportOrReviewReport" => new JsonObject { ["to"] = "submitted" },
        "SignRow" => Signature(),
        "RecordCustody" => Custody.Exhibits.Event("inspected"),
        "EndTransfer" => new JsonObject { ["to"] = "accepted" },
        "EndSession" or "RemovePasskey" => [],
        "ScreenCargo" => new JsonObject { ["text"] = "phosphorus pentasulfide" },
        "InviteUser" => User(),
        "RegisterClient" => Client(),
        "ChangeUser" or "ChangeClient" => new JsonObject { ["name"] = "Renamed" },
        "MoveUser" or "MoveClient" => new JsonObject { ["to"] = "suspended" },
        "InviteAgain" => new JsonObject { ["user"] = Guid.CreateVersion7().ToString() },
        "SetUpTeam" => Team(),
        "ChangeTeam" => new JsonObject { ["name"] = Administration.Office.Fresh("Team") },
        "NameDeputy" => Deputy(),
        "ChangeDeputy" => new JsonObject { ["acts"] = new JsonArray("moveLead") },
        var other => throw new InvalidOperationException($"Say here what a good body of {other} is."),
    };
}
