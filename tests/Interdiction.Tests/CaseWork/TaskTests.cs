using CsCheck;
using Interdiction.CaseWork;
using Interdiction.Contracts;

namespace Interdiction.Tests.CaseWork;

/// <summary>Work in a case: given, handed on, done, declined, opened again.</summary>
public sealed class TaskTests(Server server)
{
    [Fact]
    public async Task A_task_is_given_to_another_partner_which_does_it()
    {
        var (officer, doer) = (await server.As("aus-officer"), await server.As("jpn-officer"));
        var @case = await officer.OpenCase();
        var before = (await officer.Get($"cases/{@case}")).Is(200).ETag;
        var body = Talk.NewTask();
        var opened = (await officer.Post($"cases/{@case}/tasks", body)).Is(201);
        var task = opened.Json;
        Assert.Equal($"{Server.Base}/tasks/{body["id"]}", opened.Headers.Location!.ToString());
        Assert.Equal(("open", "JPN", "AUS", "Weigh the barrels", "2099-01-01T00:00:00Z"),
            ((string?)task["state"], (string?)task["owner"], (string?)task["originator"], (string?)task["title"], (string?)task["dueAt"]));
        Assert.Contains((string)task["id"]!, await Found(doer, "state=open&owner=JPN"));

        var done = (await doer.Change(task, new { state = "done", reason = "14,310 kg." }, opened.ETag!)).Is(200);
        Assert.NotEqual(opened.ETag, done.ETag);
        Assert.Equal(("done", "14,310 kg.", "Officer system of JPN"), ((string?)done.Json["state"], (string?)done.Json["reason"], (string?)done.Json["endedBy"]));
        Assert.NotNull(done.Json["endedAt"]);
        Assert.DoesNotContain((string)task["id"]!, await Found(doer, "state=open&owner=JPN"));
        Assert.Equal("stale", (string)(await doer.Change(task, new { title = "Again" }, opened.ETag!)).Is(412).Json["code"]!);
        Assert.Equal(before, (await officer.Get($"cases/{@case}")).Is(200).ETag);
        Assert.Equal(1, (int)(await doer.Get($"cases/{@case}/contents")).Is(200).Json["tasks"]!);
        Assert.Equal(0, (int)(await (await server.As("xcc-coordinator")).Get($"cases/{@case}/contents")).Is(200).Json["tasks"]!);
        var told = (await officer.Get($"cases/{@case}/timeline")).Is(200).Json["items"]!.AsArray();
        Assert.Equal([("caseOpened", "AUS"), ("taskOpened", "AUS"), ("taskDone", "JPN")], told.Select(x => ((string)x!["kind"]!, (string)x["partner"]!)));
        Assert.DoesNotContain("Weigh", told.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(["caseOpened"], (await (await server.As("xcc-coordinator")).Get($"cases/{@case}/timeline")).Json["items"]!.AsArray().Select(x => (string)x!["kind"]!));
    }

    [Fact]
    public async Task What_is_done_or_declined_is_opened_again_before_it_is_changed()
    {
        var (officer, doer) = (await server.As("aus-officer"), await server.As("jpn-coordinator"));
        var task = await officer.Give(await officer.OpenCase());
        Assert.Contains(("/reason", "required"), (await doer.Change(task, new { state = "declined" })).Is(422).Faults);
        Assert.Contains(("/reason", "notHere"), (await doer.Change(task, new { reason = "For nothing" })).Is(422).Faults);
        (await doer.Change(task, new { state = "declined", reason = "No scale here." })).Is(200);
        foreach (var change in new object[] { new { state = "done" }, new { title = "Otherwise" }, new { owner = "AUS" }, new { state = "declined", reason = "Again", title = "Otherwise" } })
            Assert.Equal("wrongState", (string)(await officer.Change(task, change)).Is(409).Json["code"]!);
        var etag = (await officer.Get($"tasks/{task["id"]}")).Is(200).ETag!;
        // What changes nothing changes nothing.
        Assert.Equal(etag, (await officer.Change(task, new { state = "declined", reason = "Another one." }, etag)).Is(200).ETag);
        Assert.Equal("No scale here.", (string?)(await officer.Get($"tasks/{task["id"]}")).Json["reason"]);
        var open = (await officer.Change(task, new { state = "open", owner = "AUS", dueAt = "2026-01-01T00:00:00Z" }, etag)).Is(200).Json;
        Assert.Equal(("open", "AUS", null, null), ((string?)open["state"], (string?)open["owner"], (string?)open["reason"], (string?)open["endedBy"]));
        // It is not Japan's any more.
        (await doer.Change(task, new { state = "done" })).Is(403);
        (await doer.Get($"tasks/{task["id"]}")).Is(200);
    }

    [Fact]
    public async Task An_owner_that_cannot_read_the_task_is_refused_and_nothing_is_stored()
    {
        var officer = await server.As("aus-officer");
        var @case = await officer.OpenCase();
        foreach (var (owner, released, code) in new[] { ("ZZZ", "JPN", "unknownCode"), ("ALL", "ALL", "unknownCode"), ("XCC", "JPN", "notReleased"), ("FRA", "FRA", "notReleased") })
        {
            var body = Talk.NewTask(new { owner, marking = Talk.Marking("restricted", released) });
            Assert.Equal([("/owner", code)], (await officer.Post($"cases/{@case}/tasks", body)).Is(422).Faults);
            (await officer.Get($"tasks/{body["id"]}")).Is(404);
        }
        var own = await officer.Give(@case, new { owner = (string?)null, dueAt = (string?)null, text = (string?)null });
        Assert.Equal(("AUS", null, null), ((string?)own["owner"], (string?)own["dueAt"], (string?)own["text"]));
        Assert.Equal([("/owner", "notReleased")], (await officer.Change(own, new { owner = "XCC" })).Is(422).Faults);
        Assert.Equal("AUS", (string?)(await officer.Get($"tasks/{own["id"]}")).Json["owner"]);
    }

    [Fact]
    public async Task A_task_is_changed_by_its_originators_people_and_its_owners_and_by_nobody_else()
    {
        var officer = await server.As("aus-officer");
        var @case = await officer.OpenCase();
        var task = await officer.Give(@case, new { marking = Talk.Marking("restricted", "JPN", "XCC") });
        foreach (var (who, status) in new[]
        {
            ("aus-officer2", 200), ("aus-coordinator", 200), ("aus-auditor", 403), ("aus-administrator", 404), ("jpn-officer", 200), ("jpn-coordinator", 200), ("jpn-auditor", 403),
            ("xcc-coordinator", 403), ("fra-officer", 404), ("pan-liaison", 404),
        })
            Assert.Equal((who, status), (who, (await (await server.As(who)).Change(task, new { title = $"By {who}" })).Status));
        (await officer.Send(HttpMethod.Patch, $"tasks/{task["id"]}", new { title = "Without If-Match" })).Is(428);
        (await (await server.As("jpn-officer")).Send(HttpMethod.Put, $"tasks/{task["id"]}/marking", Talk.Marking("restricted", "JPN"), ("If-Match", "*"))).Is(403);
        Assert.Equal("By jpn-coordinator", (string?)(await officer.Get($"tasks/{task["id"]}")).Json["title"]);
        foreach (var (changes, pointer) in new (object, string)[] { (new { title = "" }, "/title"), (new { }, "/title"), (new { text = new string('a', 4_001) }, "/text"), (new { title = new string('a', 201) }, "/title") })
            Assert.Contains(pointer, (await officer.Change(task, changes)).Is(422).Faults.Select(x => x.Pointer));
        Assert.Equal([("/state", "unknownCode")], (await officer.Change(task, new { state = "gone" })).Is(422).Faults);
        Assert.Equal("By jpn-coordinator", (string?)(await officer.Get($"tasks/{task["id"]}")).Json["title"]);
        (await officer.Send(HttpMethod.Put, $"tasks/{task["id"]}/marking", Talk.Marking("restricted"), ("If-Match", "*"))).Is(200);
        (await (await server.As("jpn-officer")).Change(task, new { state = "done" })).Is(404);
    }

    [Fact]
    public async Task Work_outlasts_its_case()
    {
        var officer = await server.As("aus-officer");
        var @case = await officer.OpenCase();
        var task = await officer.Give(@case);
        await (await server.As("aus-coordinator")).Close(@case, await server.As("aus-coordinator2"));
        (await (await server.As("jpn-officer")).Change(task, new { state = "done" })).Is(200);
    }

    [Fact]
    public async Task Tasks_are_filtered_by_state_and_owner_counted_and_paged()
    {
        var officer = await server.As("aus-officer");
        var @case = await officer.OpenCase();
        for (var i = 0; i < 5; i++)
        {
            var task = await officer.Give(@case, new { owner = i % 2 == 0 ? "JPN" : "AUS" });
            if (i == 4)
                (await officer.Change(task, new { state = "done" })).Is(200);
        }
        foreach (var (query, count) in new[] { ("", 5), ("&state=open", 4), ("&state=done", 1), ("&state=declined", 0) })
            Assert.Equal((query, count), (query, (await Access.Cells.Walk(officer, $"cases/{@case}/tasks?limit=2{query}")).Found.Count));
        Assert.Equal(5, (int?)(await officer.Get($"cases/{@case}/tasks?limit=2&count=exact")).Is(200).Json["total"]);
        Assert.Empty(await Found(officer, "owner=ZZZ"));
        foreach (var bad in new[] { "tasks?state=gone", $"cases/{@case}/tasks?state=sent", $"cases/{@case}/tasks?owner=AUS", "tasks?q=ship", "tasks?limit=0" })
            (await officer.Get(bad)).Is(400);
    }

    // Whatever is asked for, in whatever order: what ended has an end, and what is open has none.
    [Fact]
    public void A_task_is_in_a_state_that_it_can_be_in() =>
        Gen.Enum<TaskState>().Array[0, 12].Sample(asked =>
        {
            var state = TaskState.Open;
            foreach (var to in asked)
                if (TaskMoves.All.SingleOrDefault(x => x.From == state && x.To == to) is { } step)
                    state = step.To;
                else
                    Assert.True(state == to || state is not TaskState.Open && to is not TaskState.Open);
        });

    static async Task<List<string>> Found(HttpClient client, string query) => [.. (await Access.Cells.Walk(client, $"tasks?limit=50&{query}")).Found.Select(x => x.ToString())];
}
