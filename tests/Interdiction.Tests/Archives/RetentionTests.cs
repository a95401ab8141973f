using System.Text.Json.Nodes;
using Interdiction.Tests.Holds;
using Interdiction.Tests.Notifications;
using Interdiction.Tests.Proposals;

namespace Interdiction.Tests.Archives;

/// <summary>How long closed cases are kept, what keeps them longer, and who stops their end.</summary>
public sealed class RetentionTests(Server server)
{
    async Task<(HttpClient First, HttpClient Second, string Case)> Case(params string[] releasableTo) =>
        (await server.As("aus-coordinator"), await server.As("aus-coordinator2"), await Acts.Case(server, null, releasableTo));

    [Theory]
    [InlineData("noViolation", "noAction", 2)]
    [InlineData("basisMissing", "standard", 5)]
    [InlineData("prosecution", "proceedings", 20)]
    public async Task What_became_of_a_case_says_how_long_it_is_kept(string disposition, string @class, int years)
    {
        var (first, second, record) = await Case();
        var head = (await first.Get($"cases/{record}")).Is(200).Json;
        Assert.Null(head["retention"]);
        Assert.StartsWith("The case is open", (string)(await first.Retention(record))["obstacles"]![0]!, StringComparison.Ordinal);
        await first.Together(second, "closeCase", record, new { disposition });

        var kept = (await first.Get($"cases/{record}")).Is(200).Json["retention"]!;
        var closed = DateTimeOffset.Parse((string)(await first.Retention(record))["closedAt"]!, null);
        Assert.Equal((@class, closed.AddYears(years)), ((string)kept["class"]!, DateTimeOffset.Parse((string)kept["until"]!, null)));
        await first.Together(second, "reopenCase", record, new { });
        Assert.Null((await first.Get($"cases/{record}")).Is(200).Json["retention"]);
    }

    [Fact]
    public async Task How_long_a_case_is_kept_is_decided_by_two_people()
    {
        var (first, second, record) = await Case("JPN");
        (await first.Propose("setRetention", record, new { @class = "permanent" })).Is(409);
        await first.Together(second, "closeCase", record, new { disposition = "forfeited" });
        var before = (await first.Get($"cases/{record}")).Is(200).Json["retention"]!.ToJsonString();
        Assert.Equal([("/arguments/class", "required")], (await first.Propose("setRetention", record, new { })).Is(422).Faults);
        Assert.Equal([("/arguments/until", "notHere")], (await first.Propose("setRetention", record, new { @class = "permanent", until = "2099-01-01T00:00:00Z" })).Is(422).Faults);
        Assert.Equal([("/arguments/until", "order")], (await first.Propose("setRetention", record, new { @class = "standard", until = "2001-01-01T00:00:00Z" })).Is(422).Faults);
        Assert.Equal([("/arguments/class", "nothingNew")], (await first.Propose("setRetention", record, new { @class = "proceedings" })).Is(422).Faults);
        Assert.Equal([("/arguments/class", "notHere")], (await first.Propose("closeCase", record, new { disposition = "forfeited", @class = "standard" })).Is(422).Faults);
        (await (await server.As("jpn-coordinator")).Propose("setRetention", record, new { @class = "standard" })).Is(403);
        (await (await server.As("aus-officer")).Propose("setRetention", record, new { @class = "standard" })).Is(403);

        var shorter = (await first.Propose("setRetention", record, new { @class = "standard", until = "2099-01-01T00:00:00Z" })).Is(201);
        (await first.Decide(shorter, "approved")).Is(403);
        Assert.Equal(before, (await first.Get($"cases/{record}")).Is(200).Json["retention"]!.ToJsonString());
        (await second.Decide(shorter, "approved")).Is(200);
        var kept = (await first.Get($"cases/{record}")).Is(200).Json["retention"]!;
        Assert.Equal(("standard", "2099-01-01T00:00:00Z"), ((string)kept["class"]!, (string)kept["until"]!));
        // Back to the years of the same class.
        await first.Together(second, "setRetention", record, new { @class = "standard" });
        Assert.NotEqual("2099-01-01T00:00:00Z", (string)(await first.Get($"cases/{record}")).Is(200).Json["retention"]!["until"]!);
        await first.Together(second, "setRetention", record, new { @class = "permanent" });
        Assert.Null((await first.Get($"cases/{record}")).Is(200).Json["retention"]!["until"]);
        var told = (await first.Get($"cases/{record}/timeline")).Is(200).Json["items"]!.AsArray().Where(x => (string)x!["kind"]! == "retentionSet").Select(x => (string)x!["text"]!).ToList();
        Assert.Equal(["until 2099-01-01", $"until {DateTimeOffset.Parse((string)(await first.Retention(record))["closedAt"]!, null).AddYears(5):yyyy-MM-dd}", "for good"], told.Select(x => x.Split(" is kept ")[1].Replace(" from now on.", "", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_archived_case_is_taken_out_before_it_is_opened_again()
    {
        var (first, second, record) = await Case("JPN");
        (await first.Move($"cases/{record}", "archived")).Is(409);
        await first.Together(second, "closeCase", record, new { disposition = "noViolation" });
        (await (await server.As("jpn-coordinator")).Move($"cases/{record}", "archived")).Is(403);
        var archived = (await first.Move($"cases/{record}", "archived")).Is(200).Json;
        Assert.Equal(("archived", "noViolation"), ((string)archived["status"]!, (string)archived["disposition"]!));
        (await first.Propose("reopenCase", record, new { })).Is(409);
        (await first.Post($"cases/{record}/comments", Http.Samples.Comment())).Is(409);
        Assert.Equal("noViolation", (string)(await first.Move($"cases/{record}", "closed")).Is(200).Json["disposition"]!);
        await first.Together(second, "reopenCase", record, new { });
    }

    [Fact]
    public async Task A_case_is_kept_while_anything_is_in_the_way()
    {
        var (first, second) = (await server.As("aus-coordinator"), await server.As("aus-coordinator2"));
        var officer = await server.As("aus-officer");
        var filed = (await officer.Post("boardings?submit=true", Documents.Report(new { marking = LegalHolds.Marking }))).Is(201).Json;
        var (record, exhibit) = ((string)filed["caseId"]!, (string)filed["seizures"]![0]!["exhibits"]![0]!["id"]!);
        async Task Keeps(string why)
        {
            var refused = (await first.Propose("destroyCase", record, new { })).Is(409).Json;
            Assert.Equal("keptStill", (string)refused["code"]!);
            Assert.Contains(why, (string)refused["detail"]!, StringComparison.Ordinal);
            Assert.Equal((string)refused["detail"]!, (string)(await first.Retention(record))["obstacles"]![0]!);
        }

        await Keeps("The case is open");
        await first.Together(second, "closeCase", record, new { disposition = "basisMissing" });
        await Keeps("The case is kept until ");
        await first.Together(second, "setRetention", record, new { @class = "permanent" });
        await Keeps("kept for good");
        await first.Outlive(second, record);
        await Keeps("not in the archive");
        (await first.Move($"cases/{record}", "archived")).Is(200);
        await Keeps($"Exhibit {filed["seizures"]![0]!["exhibits"]![0]!["number"]} is in custody");
        await first.Together(second, "disposeExhibit", exhibit, new { type = "destroyed" });
        var hold = (string)(await LegalHolds.Set(server.As, record))["id"]!;
        await Keeps("under a legal hold");
        var (adviser, deputy) = await LegalHolds.Advisers(server.As);
        await LegalHolds.Done(adviser, deputy, "liftHold", hold, new { });

        var dry = await first.Retention(record);
        Assert.Empty(dry["obstacles"]!.AsArray());
        Assert.Equal(["boarding 1", "exhibit 1", "consentRequest 0", "attachment 0", "comment 0", "task 0"], dry["holds"]!.AsArray().Select(x => $"{x!["kind"]} {x["count"]}"));
        Assert.Contains(record, (await first.Get($"cases?retainedBefore={TimeProvider.System.GetUtcNow().AddMinutes(1):yyyy-MM-ddTHH:mm:ssZ}&status=archived&limit=200")).Is(200).Json["items"]!.AsArray().Select(x => (string)x!["id"]!));
        (await first.Get("cases?retainedBefore=soon")).Is(400);
        await first.Announce(second, record);
        await Keeps("announced already");
    }

    // Broken once by asking the newest revision alone, which was withdrawn.
    [Fact]
    public async Task What_an_accepted_report_seized_keeps_the_case_though_an_amendment_was_withdrawn()
    {
        var (first, second, officer) = (await server.As("aus-coordinator"), await server.As("aus-coordinator2"), await server.As("aus-officer"));
        var filed = (await officer.Post("boardings?submit=true", Documents.Report())).Is(201).Json;
        var (record, report) = ((string)filed["caseId"]!, $"boardings/{filed["id"]}");
        foreach (var to in new[] { "inReview", "accepted" })
            (await first.Move(report, to)).Is(200);
        foreach (var to in new[] { "amended", "withdrawn" })
            (await officer.Move(report, to, new { reason = "It was right." })).Is(200);
        await first.Archive(second, record);
        var refused = (await first.Propose("destroyCase", record, new { })).Is(409).Json;
        Assert.Contains("in custody", (string)refused["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_partner_that_reads_a_case_is_told_of_its_end_and_may_stop_it()
    {
        var (first, second, record) = await Case("JPN");
        await first.Archive(second, record);
        var id = await first.Announce(second, record);
        var (reader, officer, stranger) = (await server.As("jpn-coordinator"), await server.As("jpn-officer"), await server.As("fra-coordinator"));

        var announced = await reader.Destruction(id);
        Assert.Equal(("announced", "AUS", 30), ((string)announced["state"]!, (string)announced["leadPartner"]!, (int)Math.Round((DateTimeOffset.Parse((string)announced["dueAt"]!, null) - TimeProvider.System.GetUtcNow()).TotalDays)));
        Assert.NotEqual((string)announced["proposedBy"]!, (string)announced["approvedBy"]!);
        var told = Assert.Single(await reader.Inbox(), x => (string)x["record"]! == record && (string)x["kind"]! == "destructionAnnounced");
        Assert.Equal($"{Server.Base}/destructions/{id}", (string)told["address"]!);
        (await stranger.Get($"destructions/{id}")).Is(404);
        (await stranger.Get($"destructions/{id}/records")).Is(404);
        (await stranger.Move($"destructions/{id}", "stopped", new { reason = "We need it." })).Is(404);
        Assert.DoesNotContain(id, (await stranger.Get("destructions?limit=200")).Is(200).Text, StringComparison.Ordinal);
        Assert.Contains(id, (await officer.Get("destructions?state=announced&limit=200")).Is(200).Text, StringComparison.Ordinal);
        (await officer.Get("destructions?state=over")).Is(400);
        (await officer.Move($"destructions/{id}", "stopped", new { reason = "We need it." })).Is(403);
        Assert.Equal([("/reason", "required")], (await reader.Move($"destructions/{id}", "stopped")).Is(422).Faults);
        Assert.Equal([("/to", "required")], (await reader.Move($"destructions/{id}", "done", new { reason = "Now." })).Is(422).Faults);

        var stopped = (await reader.Move($"destructions/{id}", "stopped", new { reason = "A court of ours asked for it." })).Is(200).Json;
        Assert.Equal(("stopped", "JPN", "A court of ours asked for it."), ((string)stopped["state"]!, (string)stopped["endedPartner"]!, (string)stopped["stopReason"]!));
        (await reader.Move($"destructions/{id}", "stopped", new { reason = "Once more." })).Is(409);
        Assert.Empty((await reader.Get($"destructions/{id}/records")).Is(200).Json["items"]!.AsArray());
        Assert.Single(await first.Inbox(), x => (string)x["record"]! == record && (string)x["kind"]! == "destructionEnded");
        var kinds = (await first.Get($"cases/{record}/timeline")).Is(200).Json["items"]!.AsArray().Select(x => (string)x!["kind"]!).ToList();
        Assert.Equal(["destructionAnnounced", "destructionStopped"], kinds.Where(x => x.StartsWith("destruction", StringComparison.Ordinal)));
        Assert.NotEqual(id, await first.Announce(second, record));
    }
}
