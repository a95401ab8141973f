using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Interdiction.Tests.Consents;
using Interdiction.Tests.Custody;
using Interdiction.Tests.Data;
using Interdiction.Tests.Evidence;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Tests.Notifications;

/// <summary>What people are told, and that it goes with the record that it is about.</summary>
public sealed class InboxTests(Server server)
{
    static readonly string[] Japan = ["JPN"];

    static async Task<JsonNode> File(HttpClient officer, object? changes = null) => (await officer.Post("boardings?submit=true", Documents.Report(changes))).Is(201).Json;

    [Fact]
    public async Task Whom_a_report_waits_for_is_told_and_nobody_of_their_own_act()
    {
        var (officer, officer2, coordinator, coordinator2) = (await server.As("aus-officer"), await server.As("aus-officer2"), await server.As("aus-coordinator"), await server.As("aus-coordinator2"));
        var (cell, japan, singapore) = (await server.As("xcc-coordinator"), await server.As("jpn-officer"), await server.As("sgp-officer"));
        var report = await File(officer, new { marking = Flags.Marking("restricted", "JPN", "XCC") });
        var at = $"boardings/{report["id"]}";
        Assert.Equal("", await officer.KindsOf(report));
        Assert.Equal("", await officer2.KindsOf(report));
        Assert.Equal("reportSubmitted", await coordinator.KindsOf(report));
        // Who is to review it is not told besides that it is there; the others of the cell are.
        Assert.Equal("reportSubmitted", await cell.KindsOf(report));
        Assert.Equal("released", await (await server.As("xcc-auditor")).KindsOf(report));
        // One thing is told of a case that holds nothing else.
        Assert.Equal("released", await japan.KindsOf(report));
        Assert.DoesNotContain(await japan.Inbox(), x => (string)x["record"]! == (string)report["caseId"]!);
        Assert.Equal("", await singapore.KindsOf(report));

        (await coordinator.Move(at, "inReview")).Is(200);
        (await coordinator.Move(at, "returned", new { remarks = new[] { new { pointer = "/title", text = "Which ship?" } } })).Is(200);
        Assert.Equal("reportReturned", await officer.KindsOf(report));
        Assert.Equal("reportSubmitted", await coordinator.KindsOf(report));
        (await officer.Move(at, "submitted")).Is(200);
        Assert.Equal("reportSubmitted reportSubmitted", await coordinator2.KindsOf(report));
        (await coordinator2.Move(at, "inReview")).Is(200);
        (await coordinator2.Move(at, "accepted")).Is(200);
        Assert.Equal("reportReturned reportAccepted", await officer.KindsOf(report));

        var told = (await officer.ToldOf(report))[0];
        Assert.Equal(((string)report["number"]!, (string)report["title"]!, "boarding", (string)report["caseId"]!, $"{Server.Base}/{at}", false),
            ((string)told["number"]!, (string)told["title"]!, (string)told["recordKind"]!, (string)told["caseId"]!, (string)told["address"]!, (bool)told["read"]!));
        Assert.Equal("restricted", (string)told["marking"]!["classification"]!);
    }

    [Fact]
    public async Task A_proposal_is_told_to_who_may_decide_and_its_end_to_who_made_it()
    {
        var (officer, coordinator, auditor) = (await server.As("aus-officer"), await server.As("aus-coordinator"), await server.As("aus-auditor"));
        var report = await File(officer, new { marking = Flags.Marking("restricted") });
        var proposal = (await officer.Post("proposals", new { act = "widenMarking", resource = report["id"], arguments = new { releasableTo = Japan }, reason = "They ask." })).Is(201).Json;
        Assert.Equal("reportSubmitted proposalMade", await coordinator.KindsOf(report));
        Assert.Equal($"{Server.Base}/proposals/{proposal["id"]}", (string)(await coordinator.ToldOf(report))[0]["address"]!);
        Assert.Equal("", await auditor.KindsOf(report));
        Assert.Equal("", await (await server.As("jpn-coordinator")).KindsOf(report));
        (await coordinator.Move($"proposals/{proposal["id"]}", "refused", new { reason = "Not now." })).Is(200);
        Assert.Equal("proposalDecided", await officer.KindsOf(report));
        // A legal hold is for legal advisers.
        var hold = (await coordinator.Post("proposals", new { act = "setHold", resource = report["caseId"], arguments = new { scope = "All." }, reason = "Proceedings." })).Is(201).Json;
        Assert.NotNull(hold);
        Assert.DoesNotContain(await (await server.As("aus-coordinator2")).Inbox(), x => (string)x["record"]! == (string)report["caseId"]!);
    }

    // A proposal about a file took the whole inbox of everybody who was told of it.
    [Fact]
    public async Task A_proposal_about_a_file_names_the_file()
    {
        var (officer, coordinator) = (await server.As("aus-officer"), await server.As("aus-coordinator"));
        var file = await officer.Upload(await officer.OpenCase(), "deck.txt", Files.Text("deck"), CaseWork.Talk.Marking("restricted"));
        (await officer.Post("proposals", new { act = "widenMarking", resource = file["id"], arguments = new { releasableTo = Japan }, reason = "They ask." })).Is(201);
        var told = Assert.Single(await coordinator.ToldOf(file));
        Assert.Equal(("proposalMade", "attachment", "deck.txt", (string)file["number"]!), ((string)told["kind"]!, (string)told["recordKind"]!, (string)told["title"]!, (string)told["number"]!));
    }

    [Fact]
    public async Task A_hand_over_is_told_to_its_receiver_and_its_end_to_the_giver()
    {
        var (officer, coordinator, japan) = (await server.As("aus-officer"), await server.As("aus-coordinator"), await server.As("jpn-officer"));
        var report = await File(officer, new { marking = Flags.Marking("restricted", "JPN") });
        var @event = (await officer.Record(Exhibits.Of(report), Exhibits.Transfer("JPN"))).Is(201).Json;
        Assert.Equal("released handOverWaits", await japan.KindsOf(report));
        Assert.Equal("reportSubmitted", await coordinator.KindsOf(report));
        (await japan.Move($"custody-events/{@event["id"]}", "accepted")).Is(200);
        Assert.Equal("handOverEnded", await officer.KindsOf(report));
        Assert.Equal($"{Server.Base}/custody-events/{@event["id"]}", (string)(await officer.ToldOf(report))[0]["address"]!);
    }

    [Fact]
    public async Task A_consent_request_is_told_to_liaisons_and_its_answer_to_who_asked()
    {
        var (officer, colleague, panama, liberia) = (await server.As("usa-officer"), await server.As("usa-coordinator"), await server.As("pan-liaison"), await server.As("lbr-liaison"));
        var asked = await officer.Ask();
        var told = Assert.Single(await panama.ToldOf(asked));
        Assert.Equal(("consentAsked", (string)asked["number"]!, null), ((string)told["kind"]!, (string)told["number"]!, (string?)told["caseId"]));
        Assert.Equal("", await liberia.KindsOf(asked));
        (await panama.Move(Flags.At(asked), "granted")).Is(200);
        Assert.Equal("consentAnswered", await officer.KindsOf(asked));
        Assert.Equal("consentAnswered", await colleague.KindsOf(asked));
        Assert.Equal("consentAsked", await panama.KindsOf(asked));
        Assert.Empty((await (await server.As("pan-administrator")).Get("notifications?count=exact")).Is(200).Json["items"]!.AsArray());
    }

    [Fact]
    public async Task A_task_is_told_to_whose_work_it_is_and_its_end_to_who_opened_it()
    {
        var (officer, japan, cell) = (await server.As("aus-officer"), await server.As("jpn-officer"), await server.As("xcc-coordinator"));
        var @case = await officer.OpenCase();
        var task = await CaseWork.Talk.Give(officer, @case, new { marking = Flags.Marking("restricted", "JPN", "XCC") });
        Assert.Equal("taskGiven", await japan.KindsOf(task));
        Assert.Equal("released", await (await server.As("jpn-auditor")).KindsOf(task));
        Assert.Equal("released", await cell.KindsOf(task));
        (await CaseWork.Talk.Change(officer, task, new { owner = "XCC" })).Is(200);
        Assert.Equal("released taskGiven", await cell.KindsOf(task));
        (await CaseWork.Talk.Change(cell, task, new { state = "done" })).Is(200);
        Assert.Equal("taskEnded", await officer.KindsOf(task));
        var comment = await CaseWork.Talk.Say(officer, @case);
        Assert.Equal("released", await japan.KindsOf(comment));
    }

    // Elsewhere a notification named a restricted record: OpenCTI #3318.
    [Fact]
    public async Task What_is_narrowed_afterwards_was_never_told()
    {
        var (officer, japan) = (await server.As("aus-officer"), await server.As("jpn-officer"));
        var report = await File(officer, new { marking = Flags.Marking("restricted", "JPN") });
        var told = Assert.Single(await japan.ToldOf(report));
        (await officer.Send(HttpMethod.Put, $"boardings/{report["id"]}/marking", Flags.Marking("restricted"), ("If-Match", "*"))).Is(200);
        Assert.Empty(await japan.ToldOf(report));
        var hidden = (await japan.Get($"notifications/{told["id"]}")).Is(404);
        var absent = (await japan.Get($"notifications/{Guid.CreateVersion7()}")).Is(404);
        Assert.Equal(Documents.With(absent.Json.AsObject(), new { instance = "", traceId = "" }).ToJsonString(), Documents.With(hidden.Json.AsObject(), new { instance = "", traceId = "" }).ToJsonString());
        (await japan.Mark(told, true)).Is(404);
        // The row says whom and when, and nothing of the record.
        var row = await server.AsOwner(async db =>
        {
#pragma warning disable RS0030 // The row as it is stored, whoever reads it.
            var found = await db.Notifications.IgnoreQueryFilters().SingleAsync(x => x.Id == (Guid)told["id"]!, TestContext.Current.CancellationToken);
#pragma warning restore RS0030
            return JsonSerializer.Serialize(found);
        });
        Assert.All([(string)report["title"]!, (string)report["number"]!, (string)report["caseNumber"]!], x => Assert.DoesNotContain(x, row, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Words_are_those_of_the_moment_at_which_it_is_looked_at()
    {
        var (officer, coordinator, japan) = (await server.As("aus-officer"), await server.As("aus-coordinator"), await server.As("jpn-officer"));
        var @case = JsonNode.Parse($$"""{"id":"{{await officer.OpenCase()}}"}""")!;
        Assert.Equal("Ship under suspicion", (string)Assert.Single(await japan.ToldOf(@case))["title"]!);
        (await coordinator.Send(HttpMethod.Patch, $"cases/{@case["id"]}", new { title = "Another ship" }, ("If-Match", "*"))).Is(200);
        var told = Assert.Single(await japan.ToldOf(@case));
        Assert.Equal(("released", "Another ship", "case"), ((string)told["kind"]!, (string)told["title"]!, (string)told["recordKind"]!));
    }

    [Fact]
    public async Task A_mark_is_of_one_account()
    {
        var (officer, japan, colleague) = (await server.As("aus-officer"), await server.As("jpn-officer"), await server.As("jpn-officer2"));
        var report = await File(officer, new { marking = Flags.Marking("restricted", "JPN") });
        var told = Assert.Single(await japan.ToldOf(report));
        var read = (await japan.Get($"notifications/{told["id"]}")).Is(200);
        (await japan.Send(HttpMethod.Patch, $"notifications/{told["id"]}", new { read = true })).Is(428);
        (await japan.Mark(told, true, "\"old\"")).Is(412);
        (await japan.Send(HttpMethod.Patch, $"notifications/{told["id"]}", new { }, ("If-Match", "*"))).Is(422);
        var marked = (await japan.Mark(told, true, read.ETag!)).Is(200);
        Assert.True((bool)marked.Json["read"]!);
        Assert.NotNull(marked.Json["readAt"]);
        Assert.Equal(marked.ETag, (await japan.Get($"notifications/{told["id"]}")).ETag);
        Assert.DoesNotContain(await japan.Inbox("&unread=true"), x => (string)x["id"]! == (string)told["id"]!);
        Assert.Contains(await japan.Inbox("&unread=false"), x => (string)x["id"]! == (string)told["id"]!);
        Assert.Contains(await colleague.Inbox("&unread=true"), x => (string)x["id"]! == (string)told["id"]!);
        (await japan.Mark(told, true)).Is(200);
        Assert.False((bool)(await japan.Mark(told, false)).Is(200).Json["read"]!);
        Assert.Contains(await japan.Inbox("&unread=true"), x => (string)x["id"]! == (string)told["id"]!);
        (await japan.Get("notifications?unread=perhaps")).Is(400);
        (await officer.Mark(told, true)).Is(404);
    }

    [Fact]
    public async Task The_page_shows_it_and_its_head_counts_it()
    {
        using var visitor = new Identity.Visitor(server);
        (await visitor.SignIn("auditor.jpn@demo.test", Demonstration.DemonstrationSeed.Password)).Is(302);
        var title = $"Told {Guid.CreateVersion7():N}";
        var report = await File(await server.As("aus-officer"), new { title, marking = Flags.Marking("restricted", "JPN") });
        var page = (await visitor.Open("/notifications")).Is(200).Text;
        Assert.Contains(title, page, StringComparison.Ordinal);
        Assert.Contains("Newly released to you", page, StringComparison.Ordinal);
        Assert.Matches("aria-label=\"Notifications, [0-9]+[+]? unread\"", WebUtility.HtmlDecode(page));
        Assert.Contains($"href=\"/boardings/{report["id"]}\"", page, StringComparison.Ordinal);
        var told = (string)(await visitor.Api(HttpMethod.Get, $"{Server.Base}/notifications?limit=200")).Is(200).Json["items"]!.AsArray().Single(x => (string)x!["record"]! == (string)report["id"]!)!["id"]!;
        (await visitor.Http.Send(HttpMethod.Post, "/notifications", new FormUrlEncodedContent(new Dictionary<string, string> { ["id"] = told }))).Is(400);
        var form = new Dictionary<string, string> { ["id"] = told, ["__RequestVerificationToken"] = await visitor.Token() };
        (await visitor.Http.Send(HttpMethod.Post, "/notifications", new FormUrlEncodedContent(form))).Is(302);
        Assert.DoesNotContain(title, (await visitor.Open("/notifications")).Is(200).Text, StringComparison.Ordinal);
        Assert.Contains(title, (await visitor.Open("/notifications?show=all")).Is(200).Text, StringComparison.Ordinal);
    }
}
