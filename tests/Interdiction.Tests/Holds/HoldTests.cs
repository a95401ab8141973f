using Interdiction.Tests.Proposals;

namespace Interdiction.Tests.Holds;

/// <summary>A case is put under a legal hold, and taken out of it, by two legal advisers; until then nothing of it is disposed of.</summary>
public sealed class HoldTests(Server server)
{
    async Task<(HttpClient Adviser, HttpClient Deputy, HttpClient Officer)> People()
    {
        var (adviser, deputy) = await LegalHolds.Advisers(server.As);
        return (adviser, deputy, await server.As("aus-officer"));
    }

    static async Task<(string Case, string Exhibit)> File(HttpClient officer)
    {
        var filed = (await officer.Post("boardings?submit=true", Documents.Report(new { marking = Acts.Marking("restricted", "SGP", "XCC") }))).Is(201).Json;
        return ((string)filed["caseId"]!, (string)filed["seizures"]![0]!["exhibits"]![0]!["id"]!);
    }

    [Fact]
    public async Task What_is_under_a_hold_is_kept_until_every_hold_is_lifted()
    {
        var (adviser, deputy, officer) = await People();
        var (record, exhibit) = await File(officer);
        var destroyed = new { type = "destroyed" };
        var disposal = (await adviser.Propose("disposeExhibit", exhibit, destroyed)).Is(201);
        await LegalHolds.Done(adviser, deputy, "setHold", record, LegalHolds.Scope);
        await LegalHolds.Done(adviser, deputy, "setHold", record, new { scope = "The barrels, for the insurer's claim" });

        // Neither proposed anew nor approved, though it was proposed before.
        Assert.Equal("underHold", (string)(await adviser.Propose("disposeExhibit", exhibit, destroyed)).Is(409).Json["code"]!);
        var second = await server.As("aus-coordinator2");
        Assert.Equal("underHold", (string)(await second.Decide(disposal, "approved")).Is(409).Json["code"]!);
        Assert.Single((await officer.Get($"exhibits/{exhibit}/custody-events")).Is(200).Json["items"]!.AsArray());

        var holds = (await officer.Get($"cases/{record}/holds?count=exact")).Is(200).Json;
        Assert.Equal(2, (int)holds["total"]!);
        var ids = holds["items"]!.AsArray().Select(x => (string)x!["id"]!).ToList();
        Assert.Equal("inForce", (string)holds["items"]![0]!["state"]!);
        await LegalHolds.Done(adviser, deputy, "liftHold", ids[0], new { });
        var lifted = (await officer.Get($"holds/{ids[0]}")).Is(200).Json;
        Assert.Equal(("lifted", "It is needed."), ((string)lifted["state"]!, (string)lifted["liftReason"]!));
        (await second.Decide(disposal, "approved")).Is(409);
        await LegalHolds.Done(adviser, deputy, "liftHold", ids[1], new { });
        (await second.Decide(disposal, "approved")).Is(200);
        var told = (await officer.Get($"cases/{record}/timeline")).Is(200).Json["items"]!.AsArray().Select(x => (string)x!["kind"]!).ToList();
        Assert.Equal((2, 2), (told.Count(x => x == "holdSet"), told.Count(x => x == "holdLifted")));
    }

    [Fact]
    public async Task A_hold_takes_the_grant_of_a_legal_adviser_of_both()
    {
        var (adviser, deputy, officer) = await People();
        var (record, _) = await File(officer);
        foreach (var who in new[] { "aus-coordinator2", "aus-officer", "sgp-coordinator", "xcc-coordinator" })
            Assert.NotEmpty((await (await server.As(who)).Propose("setHold", record, LegalHolds.Scope)).Is(403).Json["reasons"]!.AsArray());
        var proposal = (await adviser.Propose("setHold", record, LegalHolds.Scope)).Is(201);
        var second = await server.As("aus-coordinator2");
        Assert.Contains("with the grant legal", (await second.Decide(proposal, "approved")).Is(403).Json["reasons"].List(), StringComparison.Ordinal);
        Assert.Equal("", (await second.Get($"proposals/{proposal.Json["id"]}/transitions")).Is(200).Json["allowed"].List());
        (await adviser.Decide(proposal, "approved")).Is(403);
        Assert.Empty((await officer.Get($"cases/{record}/holds")).Is(200).Json["items"]!.AsArray());
        (await deputy.Decide(proposal, "approved")).Is(200);
        Assert.Single((await officer.Get($"cases/{record}/holds")).Is(200).Json["items"]!.AsArray());
    }

    [Fact]
    public async Task A_hold_says_what_it_holds_and_is_lifted_once()
    {
        var (adviser, deputy, officer) = await People();
        var (record, _) = await File(officer);
        Assert.Equal([("/arguments/scope", "required")], (await adviser.Propose("setHold", record, new { })).Is(422).Faults);
        Assert.Equal([("/arguments/scope", "notHere")], (await adviser.Propose("closeCase", record, new { disposition = "forfeited", scope = "All" })).Is(422).Faults);
        Assert.Equal("/resource", Assert.Single((await adviser.Propose("liftHold", record, new { })).Is(422).Faults).Pointer);
        await LegalHolds.Done(adviser, deputy, "setHold", record, LegalHolds.Scope);
        var hold = (string)(await officer.Get($"cases/{record}/holds")).Is(200).Json["items"]![0]!["id"]!;
        var (one, two) = ((await adviser.Propose("liftHold", hold, new { })).Is(201), (await adviser.Propose("liftHold", hold, new { })).Is(201));
        (await deputy.Decide(one, "approved")).Is(200);
        Assert.Equal("wrongState", (string)(await deputy.Decide(two, "approved")).Is(409).Json["code"]!);
        // A case that is closed is held like any other.
        await LegalHolds.Done(adviser, await server.As("aus-coordinator2"), "closeCase", record, new { disposition = "basisMissing" });
        await LegalHolds.Done(adviser, deputy, "setHold", record, LegalHolds.Scope);
    }

    [Fact]
    public async Task Whoever_does_not_read_the_case_finds_no_hold_of_it()
    {
        var (adviser, deputy, officer) = await People();
        var (record, _) = await File(officer);
        await LegalHolds.Done(adviser, deputy, "setHold", record, LegalHolds.Scope);
        var hold = (string)(await officer.Get($"cases/{record}/holds")).Is(200).Json["items"]![0]!["id"]!;
        var stranger = await server.As("fra-coordinator");
        (await stranger.Get($"holds/{hold}")).Is(404);
        (await stranger.Get($"cases/{record}/holds")).Is(404);
        Assert.Equal("/resource", Assert.Single((await stranger.Propose("liftHold", hold, new { })).Is(422).Faults).Pointer);
    }
}
