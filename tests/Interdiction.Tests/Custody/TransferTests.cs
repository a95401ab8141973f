using Interdiction.Tests.Proposals;

namespace Interdiction.Tests.Custody;

/// <summary>A hand-over waits for its receiver, who is never the giver.</summary>
public sealed class TransferTests(Server server)
{
    [Fact]
    public async Task Within_a_partner_another_officer_takes_over_and_never_the_giver()
    {
        var (giver, other, id) = (await server.As("aus-officer"), await server.As("aus-coordinator"), await Exhibits.Fresh(server));
        var transfer = (await giver.Record(id, Exhibits.Transfer("AUS"))).Is(201);
        Assert.Equal("awaitingReceiver", (string)transfer.Json["state"]!);
        (await giver.Record(id, Exhibits.Transfer("JPN"))).Is(409);
        (await giver.Record(id, Exhibits.Event("sampled", new { quantity = Exhibits.HalfAKilo }))).Is(409);
        (await giver.Record(id, Exhibits.Event("sealChecked"))).Is(201);
        Assert.NotEmpty((await giver.End(transfer, "accepted")).Is(403).Json["reasons"]!.AsArray());
        Assert.Empty((await giver.Get($"custody-events/{transfer.Json["id"]}/transitions")).Is(200).Json["allowed"]!.AsArray());
        Assert.Equal("accepted refused", (await other.Get($"custody-events/{transfer.Json["id"]}/transitions")).Is(200).Json["allowed"].List());
        Assert.Equal("accepted", (string)(await other.End(transfer, "accepted")).Is(200).Json["state"]!);
        (await other.End(transfer, "refused")).Is(409);
        var it = await giver.Exhibit(id);
        Assert.Equal(("AUS", "Evidence store"), ((string)it["custodian"]!["partner"]!, (string)it["custodian"]!["agency"]!));
        (await giver.Record(id, Exhibits.Transfer("AUS"))).Is(201);
    }

    [Fact]
    public async Task Another_partner_has_custody_once_it_accepted()
    {
        var (aus, jpn, id) = (await server.As("aus-officer"), await server.As("jpn-officer"), await Exhibits.Fresh(server));
        var transfer = (await aus.Record(id, Exhibits.Transfer("JPN"))).Is(201);
        (await jpn.Record(id, Exhibits.Event("stored"))).Is(403);
        foreach (var who in new[] { "aus-coordinator", "usa-officer", "jpn-auditor" })
            (await (await server.As(who)).End(transfer, "accepted")).Is(403);
        (await (await server.As("fra-officer")).End(transfer, "accepted")).Is(404);
        (await jpn.Post($"custody-events/{transfer.Json["id"]}/transitions", new { to = "accepted" })).Is(428);
        (await jpn.Post($"custody-events/{transfer.Json["id"]}/transitions", new { to = "accepted" }, ("If-Match", "\"7\""))).Is(412);
        (await jpn.Post($"custody-events/{transfer.Json["id"]}/transitions", new { to = "refused" }, ("If-Match", "*"))).Is(422);
        var accepted = (await jpn.Post($"custody-events/{transfer.Json["id"]}/transitions", new { to = "accepted" }, ("If-Match", transfer.ETag!))).Is(200);
        Assert.NotEqual(transfer.ETag, accepted.ETag);

        Assert.Equal("JPN", (string)(await aus.Exhibit(id))["custodian"]!["partner"]!);
        Assert.Contains("JPN", (await aus.Record(id, Exhibits.Event("stored"))).Is(403).Json["reasons"].List(), StringComparison.Ordinal);
        (await jpn.Record(id, Exhibits.Event("stored"))).Is(201);
        var split = (await jpn.Record(id, Exhibits.Event("split", new { quantity = Exhibits.HalfAKilo }))).Is(201);
        Assert.Equal("JPN", (string)(await aus.Exhibit((string)split.Json["part"]!))["custodian"]!["partner"]!);
        (await jpn.Record(id, Exhibits.Transfer("AUS"))).Is(201);
    }

    [Fact]
    public async Task A_refused_transfer_leaves_custody_where_it_was()
    {
        var (aus, jpn, id) = (await server.As("aus-officer"), await server.As("jpn-officer"), await Exhibits.Fresh(server));
        var transfer = (await aus.Record(id, Exhibits.Transfer("JPN"))).Is(201);
        Assert.Equal("refused", (string)(await jpn.End(transfer, "refused")).Is(200).Json["state"]!);
        Assert.Equal("AUS", (string)(await jpn.Exhibit(id))["custodian"]!["partner"]!);
        (await jpn.Record(id, Exhibits.Event("stored"))).Is(403);
        (await aus.Record(id, Exhibits.Event("stored"))).Is(201);
    }

    [Fact]
    public async Task Who_is_named_receives_or_a_coordinator_of_the_same_partner()
    {
        var (aus, second, coordinator, id) = (await server.As("aus-officer"), await server.As("aus-officer2"), await server.As("aus-coordinator"), await Exhibits.Fresh(server));
        var user = await Exhibits.Account(second);
        var transfer = (await aus.Record(id, Exhibits.Event("transferred", new { to = new { partner = "AUS", user } }))).Is(201);
        (await second.End(transfer, "accepted")).Is(200);
        Assert.Equal(user, (string)(await aus.Exhibit(id))["custodian"]!["user"]!);
        var back = (await second.Record(id, Exhibits.Event("transferred", new { to = new { user = await Exhibits.Account(aus) } }))).Is(201);
        (await coordinator.End(back, "accepted")).Is(200);
        var own = await Exhibits.Account(aus);
        Assert.Equal([("/to/user", "notHere")], (await aus.Record(id, Exhibits.Event("transferred", new { to = new { user = own } }))).Is(422).Faults);
    }

    [Fact]
    public async Task A_receiver_without_an_account_signs_a_document_and_a_second_officer_confirms()
    {
        var (aus, second, third, id) = (await server.As("aus-officer"), await server.As("aus-officer2"), await server.As("aus-coordinator"), await Exhibits.Fresh(server));
        var to = new { agency = "State laboratory", name = "Dr Lab", document = "L-2003-7" };
        Assert.Equal([("/witness", "unknownReference")], (await aus.Record(id, Exhibits.Event("transferred", new { to, witness = await Exhibits.Account(aus) }))).Is(422).Faults);
        Assert.Equal([("/witness", "unknownReference")], (await aus.Record(id, Exhibits.Event("transferred", new { to, witness = await Exhibits.Account(await server.As("jpn-officer")) }))).Is(422).Faults);
        var transfer = (await aus.Record(id, Exhibits.Event("transferred", new { to, witness = await Exhibits.Account(second) }))).Is(201);
        Assert.Equal("awaitingReceiver", (string)transfer.Json["state"]!);
        (await aus.End(transfer, "accepted")).Is(403);
        (await second.End(transfer, "accepted")).Is(200);
        var it = await third.Exhibit(id);
        Assert.Equal(("AUS", "State laboratory", "Dr Lab"), ((string)it["custodian"]!["partner"]!, (string)it["custodian"]!["agency"]!, (string)it["custodian"]!["name"]!));
        (await third.Record(id, Exhibits.Event("analysed", new { remarks = "GC-MS" }))).Is(201);
    }

    [Fact]
    public async Task Of_two_who_end_a_transfer_at_once_one_does()
    {
        var (aus, one, two, id) = (await server.As("aus-officer"), await server.As("aus-coordinator"), await server.As("aus-coordinator2"), await Exhibits.Fresh(server));
        for (var round = 0; round < 4; round++)
        {
            var transfer = (await aus.Record(id, Exhibits.Transfer("AUS"))).Is(201);
            var answers = await Task.WhenAll(one.End(transfer, "accepted"), two.End(transfer, "refused"));
            Assert.Equal(1, answers.Count(x => x.Status == 200));
            Assert.True(answers.Max(x => x.Status) is 409 or 412);
        }
    }
}
