using Interdiction.Administration;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Interdiction.Tests.Administration;

/// <summary>Deputies: named by an administrator, good at once, and taken back at once.</summary>
public sealed class DeputyTests(Server server)
{
    [Fact]
    public async Task A_deputy_stands_in_for_named_acts_until_it_is_taken_back()
    {
        var administrator = await server.As("sgp-administrator");
        Assert.False(await MayStandIn("demo-usa-coordinator", "SGP", ProposalAct.CloseCase));
        var deputy = (string)(await administrator.Post("admin/deputies", new { partner = "USA", acts = Office.Codes("closeCase", "closeCase", "moveLead") })).Is(201).Json["id"]!;
        Assert.True(await MayStandIn("demo-usa-coordinator", "SGP", ProposalAct.CloseCase));
        Assert.True(await MayStandIn("demo-usa-coordinator2", "SGP", ProposalAct.MoveLead));
        Assert.False(await MayStandIn("demo-usa-coordinator", "SGP", ProposalAct.WidenMarking));
        Assert.False(await MayStandIn("demo-usa-officer", "SGP", ProposalAct.CloseCase));
        Assert.False(await MayStandIn("demo-jpn-coordinator", "SGP", ProposalAct.CloseCase));
        Assert.False(await MayStandIn("demo-usa-coordinator", "JPN", ProposalAct.CloseCase));

        (await administrator.Send(HttpMethod.Patch, $"admin/deputies/{deputy}", new { acts = Office.Codes("widenMarking") }, Office.Anyhow)).Is(200);
        Assert.False(await MayStandIn("demo-usa-coordinator", "SGP", ProposalAct.CloseCase));
        Assert.True(await MayStandIn("demo-usa-coordinator", "SGP", ProposalAct.WidenMarking));
        (await administrator.Send(HttpMethod.Delete, $"admin/deputies/{deputy}", null, Office.Anyhow)).Is(204);
        Assert.False(await MayStandIn("demo-usa-coordinator", "SGP", ProposalAct.WidenMarking));
    }

    [Fact]
    public async Task One_coordinator_is_named_by_the_id_that_they_tell()
    {
        var administrator = await server.As("fra-administrator");
        var person = (await (await server.As("xcc-coordinator")).Get("me")).Is(200).Json["id"];
        (await administrator.Post("admin/deputies", new { partner = "XCC", person, acts = Office.Codes("reopenCase") })).Is(201);
        Assert.True(await MayStandIn("demo-xcc-coordinator", "FRA", ProposalAct.ReopenCase));
        Assert.False(await MayStandIn("demo-xcc-coordinator2", "FRA", ProposalAct.ReopenCase));
        var officer = (await (await server.As("usa-officer")).Get("me")).Is(200).Json["id"];
        foreach (var (body, fault) in new (object, (string, string))[]
        {
            (new { partner = "JPN", person, acts = new[] { "moveLead" } }, ("/person", "unknownReference")),
            (new { partner = "USA", person = officer, acts = new[] { "moveLead" } }, ("/person", "unknownReference")),
            (new { partner = "USA", person = Guid.CreateVersion7(), acts = new[] { "moveLead" } }, ("/person", "unknownReference")),
            (new { partner = "FRA", acts = new[] { "moveLead" } }, ("/partner", "notHere")),
            (new { partner = "ZZZ", acts = new[] { "moveLead" } }, ("/partner", "unknownCode")),
            (new { partner = "USA", acts = Array.Empty<string>() }, ("/acts", "required")),
            (new { partner = "USA", acts = new[] { "openCase" } }, ("/acts/0", "unknownCode")),
        })
            Assert.Contains(fault, (await administrator.Post("admin/deputies", body)).Is(422).Faults);
    }

    async Task<bool> MayStandIn(string login, string partner, ProposalAct act)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var stop = TestContext.Current.CancellationToken;
        var caller = scope.ServiceProvider.GetRequiredService<Caller>();
        caller.Become(await scope.ServiceProvider.GetRequiredService<InterdictionDb>().Accounts.AsNoTracking().SingleAsync(x => x.Login == login, stop));
        return await scope.ServiceProvider.GetRequiredService<Deputies>().MayStandIn(caller, partner, act, stop);
    }
}
