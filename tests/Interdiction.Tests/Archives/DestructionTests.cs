using System.Text.Json.Nodes;
using Interdiction.Evidence;
using Interdiction.Tests.CaseWork;
using Interdiction.Tests.Data;
using Interdiction.Tests.Evidence;
using Interdiction.Tests.Holds;
using Interdiction.Tests.Notifications;
using Interdiction.Tests.Proposals;
using Microsoft.Extensions.DependencyInjection;

namespace Interdiction.Tests.Archives;

/// <summary>A server that destroys at once what is announced.</summary>
public sealed class Furnace : IAsyncLifetime
{
    public Server Server { get; } = new() { Settings = { ["DestructionNotice"] = "00:00:10" } };

    public ValueTask InitializeAsync() => Server.InitializeAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}

/// <summary>What is left of a case that was destroyed, and what keeps it at the last moment.</summary>
public sealed class DestructionTests(Furnace furnace) : IClassFixture<Furnace>
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    readonly Server server = furnace.Server;

    async Task<(HttpClient First, HttpClient Second)> Coordinators() => (await server.As("aus-coordinator"), await server.As("aus-coordinator2"));

    /// <summary>Waits until a destruction is in this state.</summary>
    static async Task<JsonNode> Until(HttpClient reader, string id, Func<JsonNode, bool> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        for (; ; )
        {
            var it = await reader.Destruction(id);
            if (holds(it))
                return it;
            Assert.False(patience.IsCancellationRequested, $"It is as before: {it.ToJsonString()}");
            await Task.Delay(500, TestContext.Current.CancellationToken);
        }
    }

    static bool IsOver(JsonNode it) => (string)it["state"]! != "announced" && ((string)it["state"]! != "done" || it["filesGoneAt"] is not null);

    [Fact]
    public async Task Nothing_is_left_of_a_case_but_who_did_what_and_a_certificate()
    {
        var (first, second) = await Coordinators();
        var (officer, reader, hidden) = (await server.As("aus-officer"), await server.As("jpn-coordinator"), await server.As("fra-officer"));
        var word = $"ending{Guid.CreateVersion7():N}";
        var marking = Acts.Marking("restricted", "JPN", "FRA", "XCC");
        var filed = (await officer.Post("boardings?submit=true", Documents.Report(new { title = word, marking }))).Is(201).Json;
        var (record, report, exhibit) = ((string)filed["caseId"]!, (string)filed["id"]!, (string)filed["seizures"]![0]!["exhibits"]![0]!["id"]!);
        // A report that its originator alone reads, with nothing in custody; a comment for two; a task; a translation; a file of its own and one that another case has too.
        var own = (await hidden.Post("boardings", Documents.Report(new { title = word, caseId = record, seizures = Array.Empty<object>(), marking = Acts.Marking("restricted") }))).Is(201).Json;
        var comment = await officer.Say(record, new { text = word, marking = Acts.Marking("restricted", "JPN") });
        (await officer.Post($"cases/{record}/tasks", Http.Samples.Task(new { text = word }))).Is(201);
        (await officer.Post($"boardings/{report}/translations", Http.Samples.Translation(new { text = word }))).Is(201);
        var (file, shared) = (Files.Text($"{word} alone"), Files.Text($"{word} shared"));
        var kept = await officer.Upload(report, $"{word}.txt", file);
        await officer.Upload(record, $"{word} shared.txt", shared);
        var elsewhere = await Acts.Case(server);
        var other = await officer.Upload(elsewhere, "shared.txt", shared);
        await first.Together(second, "disposeExhibit", exhibit, new { type = "destroyed" });
        await first.Archive(second, record, "basisMissing");
        var entries = await Entries(report);

        var id = await first.Announce(second, record);
        var done = await Until(reader, id, IsOver);
        Assert.Equal(("done", "system"), ((string)done["state"]!, (string)done["endedBy"]!));
        foreach (var path in new[] { $"cases/{record}", $"cases/{record}/retention", $"cases/{record}/timeline", $"cases/{record}/report.pdf", $"boardings/{report}", $"boardings/{own["id"]}", $"exhibits/{exhibit}", $"comments/{comment["id"]}", $"attachments/{kept["id"]}", $"attachments/{kept["id"]}/content", $"boardings/{report}/marking", $"cases/{record}/access" })
            foreach (var who in new[] { officer, first, reader, hidden })
                (await who.Get(path)).Is(404);
        foreach (var who in new[] { officer, reader, hidden })
            foreach (var list in new[] { "search", "cases", "boardings" })
                Assert.Empty((await who.Get($"{list}?q={word}")).Is(200).Json["items"]!.AsArray());
        // Whose id it was nobody gets, and the case's number stays taken.
        (await officer.Post("boardings", Documents.Report(new { id = report }))).Is(409);

        Assert.Equal([], await Words(word));
        Assert.True(await Entries(report) > entries, "The end of each record is in the audit log.");
        var blobs = server.Services.GetRequiredService<EvidenceFolder>().Blobs;
        Assert.Empty(Directory.EnumerateFiles(blobs, Files.Sha256(file), SearchOption.AllDirectories));
        (await officer.Get($"attachments/{other["id"]}/content")).Is(200);

        async Task<string> Certified(HttpClient who) =>
            string.Join(' ', (await who.Get($"destructions/{id}/records?limit=200")).Is(200).Json["items"]!.AsArray().GroupBy(x => (string)x!["kind"]!).Select(x => $"{x.Count()} {x.Key}").Order());
        Assert.Equal("1 boarding 1 comment 1 exhibit 1 task 2 attachment", await Certified(first));
        Assert.Equal("1 boarding 1 comment 1 exhibit 2 attachment", await Certified(reader));
        Assert.Equal("1 exhibit 2 attachment 2 boarding", await Certified(hidden));
        var certified = (await reader.Get($"destructions/{id}/records?limit=200")).Is(200).Json["items"]!.AsArray();
        Assert.Contains(Files.Sha256(file), certified.Select(x => (string?)x!["sha256"]));
        Assert.Contains((string)filed["number"]!, certified.Select(x => (string?)x!["number"]));
        var told = Assert.Single(await reader.Inbox(), x => (string)x["record"]! == record);
        Assert.Equal(("destructionEnded", (string)done["caseNumber"]!), ((string)told["kind"]!, (string)told["number"]!));
        (await (await server.As("usa-coordinator")).Get($"destructions/{id}")).Is(404);
        (await reader.Move($"destructions/{id}", "stopped", new { reason = "Too late." })).Is(409);
    }

    [Fact]
    public async Task A_hold_at_the_last_moment_keeps_the_case()
    {
        var (first, second) = await Coordinators();
        var record = await Acts.Case(server, new { marking = LegalHolds.Marking });
        await first.Archive(second, record);
        var id = await first.Announce(second, record);
        await LegalHolds.Set(server.As, record);
        var stopped = await Until(first, id, IsOver);
        Assert.Equal(("stopped", "system"), ((string)stopped["state"]!, (string)stopped["endedBy"]!));
        Assert.Contains("legal hold", (string)stopped["stopReason"]!, StringComparison.Ordinal);
        (await first.Get($"cases/{record}")).Is(200);
    }

    [Fact]
    public async Task Whoever_filed_something_and_was_not_told_keeps_the_case()
    {
        var (first, second) = await Coordinators();
        var record = await Acts.Case(server, null, "JPN");
        var word = $"untold{Guid.CreateVersion7():N}";
        await (await server.As("jpn-officer")).Say(record, new { text = word, marking = Acts.Marking("restricted", "AUS") });
        (await first.Put($"cases/{record}/marking", Acts.Marking("restricted"))).Is(200);
        await first.Archive(second, record);
        var id = await first.Announce(second, record);
        var stopped = await Until(first, id, IsOver);
        Assert.Equal("stopped", (string)stopped["state"]!);
        Assert.DoesNotContain("JPN", (string)stopped["stopReason"]!, StringComparison.Ordinal);
        Assert.NotEmpty(await Words(word));
    }

    async Task<int> Entries(string resource) => (await Stored.Of(server)).Count(x => x.Contains(resource, StringComparison.OrdinalIgnoreCase) && x.StartsWith("audit_entries", StringComparison.Ordinal));

    async Task<IEnumerable<string>> Words(string word) => (await Stored.Of(server)).Where(x => x.Contains(word, StringComparison.Ordinal));
}
