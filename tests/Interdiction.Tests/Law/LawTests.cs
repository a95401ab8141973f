using System.Text.Json.Nodes;
using Interdiction.Law;
using Interdiction.Tests.Access;
using Interdiction.Tests.Consents;
using Interdiction.Tests.Pipeline;
using Interdiction.Tests.Proposals;

namespace Interdiction.Tests.Law;

/// <summary>A nation's legal adviser signs rows of the reference data; unsigned, each behaves as express consent.</summary>
public sealed class LawTests(OwnServer own) : IClassFixture<OwnServer>
{
    const string Panama = "reference/boarding-agreements/PSI-PA/signature";

    static readonly object TwoHours = new { clockHours = 2, clockStarts = "acknowledged", silence = "deemedAuthorised", enteredIntoForce = "2004-12-01", source = "Amendment of 12 May 2004, article 4." };

    Task<HttpClient> As(string who) => own.Server.As(who);

    static Task<Answer> Delete(HttpClient client, string path, string ifMatch = "*") => client.Send(HttpMethod.Delete, path, null, ("If-Match", ifMatch));

    [Fact]
    public async Task A_row_is_signed_corrected_and_withdrawn_and_nothing_of_it_is_lost()
    {
        var (adviser, reader) = (await As("usa-coordinator"), await As("jpn-officer"));
        var before = (await reader.Get("reference/boarding-agreements")).Is(200);
        var unsigned = (await reader.Get(Panama)).Is(200);
        Assert.Equal(("\"0\"", "USA", null), (unsigned.ETag, (string?)unsigned.Json["partner"], (string?)unsigned.Json["signedBy"]));

        // Not who has no grant, not another partner's adviser, not without what was read.
        foreach (var (who, reason) in new[] { ("usa-coordinator2", "with the grant legal"), ("usa-officer", "with the grant legal"), ("pan-liaison", "with the grant legal"), ("aus-coordinator", "Only the originator, USA") })
        {
            Assert.Contains(reason, (await (await As(who)).Put(Panama, TwoHours)).Is(403).Json["reasons"].List(), StringComparison.Ordinal);
            (await Delete(await As(who), Panama)).Is(403);
        }
        (await adviser.Send(HttpMethod.Put, Panama, TwoHours)).Is(428);
        (await adviser.Put(Panama, TwoHours, "\"7\"")).Is(412);
        Assert.Equal([("/source", "required"), ("/silence", "required")], (await adviser.Put(Panama, new { })).Is(422).Faults);
        Assert.Equal([("/notified", "notHere")], (await adviser.Put(Panama, new { silence = "none", source = "x", notified = "2010-01-01" })).Is(422).Faults);
        (await adviser.Put($"{Panama}?validateOnly=true", TwoHours)).Is(200);
        (await Delete(adviser, Panama)).Is(409);
        Assert.Empty((await reader.Get(Panama)).Json["history"]!.AsArray());
        Assert.Equal(before.ETag, (await reader.Get("reference/boarding-agreements")).ETag);

        var signed = (await adviser.Put(Panama, TwoHours, "\"0\"")).Is(200);
        Assert.Equal(("\"1\"", 2, "deemedAuthorised"), (signed.ETag, (int?)signed.Json["clockHours"], (string?)signed.Json["silence"]));
        var (by, rows) = ((string)signed.Json["signedBy"]!, (await reader.Get("reference/boarding-agreements")).Is(200));
        Assert.NotEqual(before.ETag, rows.ETag);
        var row = rows.Json["items"]!.AsArray().Single(x => (string?)x!["code"] == "PSI-PA")!;
        Assert.Equal((by, "Amendment of 12 May 2004, article 4."), ((string?)row["verifiedBy"], (string?)row["source"]));
        // What was answered may be repeated as it was read, and changes nothing; so does the same again.
        Assert.Equal("\"1\"", (await adviser.Put(Panama, signed.Json, "\"1\"")).Is(200).ETag);
        Assert.Equal("\"2\"", (await adviser.Put(Panama, Documents.With(signed.Json.AsObject(), new { clockHours = 3 }), "\"1\"")).Is(200).ETag);
        (await Delete(adviser, Panama, "\"1\"")).Is(412);
        Assert.Equal("\"3\"", (await Delete(adviser, Panama, "\"2\"")).Is(204).ETag);
        (await Delete(adviser, Panama)).Is(409);

        var after = (await reader.Get(Panama)).Is(200).Json;
        Assert.Equal((null, null), ((string?)after["signedBy"], (int?)after["clockHours"]));
        Assert.Equal([(3, null, by), (2, 3, by), (1, 2, by)], after["history"]!.AsArray().Select(x => ((int)x!["number"]!, (int?)x["signature"]?["clockHours"], (string)x["by"]!)));
        Assert.Equal(before.ETag, (await reader.Get("reference/boarding-agreements")).ETag);
        foreach (var unknown in new[] { "boarding-agreements/PSI-XX", "legal-bases/PSI-PA", "sua-notifications/XCC-d", "units/KGM", "nothing/PSI-PA" })
            (await adviser.Put($"reference/{unknown}/signature", TwoHours)).Is(404);
    }

    [Fact]
    public async Task Silence_bears_a_boarding_by_an_agreement_that_its_own_partner_signed()
    {
        var (adviser, american, australian) = (await As("usa-coordinator"), await As("usa-officer"), await As("aus-officer"));
        var report = AtSea("BILATERAL", "deemed", "LBR");
        Assert.Contains(("/legalBases/0/code", "notVerified"), Blocks(await File(american, report)));
        await adviser.Sign("boarding-agreements", "PSI-LR", new { clockHours = 2, clockStarts = "acknowledged", silence = "deemedAuthorised", enteredIntoForce = "2004-12-09", source = "Article 4." });
        var filed = await File(american, report);
        Assert.Empty(Blocks(filed));
        // An agreement gives its own partner something, and nobody else; and nothing before it was in force.
        Assert.Contains(("/legalBases/0/code", "notVerified"), Blocks(await File(australian, report)));
        Assert.Contains(("/legalBases/0/code", "notVerified"), Blocks(await File(american, Documents.With(AtSea("BILATERAL", "deemed", "LBR"), new { startedAt = "2004-12-08T00:00:00Z", endedAt = "2004-12-08T08:00:00Z" }))));
        Assert.Contains(("/legalBases/0/code", "notVerified"), Blocks(await File(american, AtSea("BILATERAL", "unanswered", "PAN"))));

        // Once the signature is withdrawn the report is not accepted as it stands.
        var at = $"boardings/{filed["id"]}";
        (await american.Move(at, "submitted")).Is(200);
        (await adviser.Move(at, "inReview")).Is(200);
        (await Delete(adviser, "reference/boarding-agreements/PSI-LR/signature")).Is(204);
        Assert.Equal([("/legalBases/0/code", "notVerified")], (await adviser.Move(at, "accepted")).Is(422).Faults);
        await adviser.Sign("boarding-agreements", "PSI-LR", new { clockHours = 2, clockStarts = "acknowledged", silence = "deemedAuthorised", enteredIntoForce = "2004-12-09", source = "Article 4." });
        (await adviser.Move(at, "accepted")).Is(200);
    }

    [Fact]
    public async Task A_basis_and_a_declaration_count_for_the_reports_of_who_signed_them_alone()
    {
        var (adviser, australian, french) = (await As("aus-coordinator"), await As("aus-officer"), await As("fra-officer"));
        var report = AtSea("SUA_8BIS_E", "notRequired", "PAN");
        await adviser.Sign("sua-notifications", "PAN-e", new { notified = "2010-07-28", source = "Depositary notification." });
        Assert.Contains(("/legalBases/0/code", "notVerified"), Blocks(await File(australian, report)));
        await adviser.Sign("legal-bases", "SUA_8BIS_E", new { source = "Article 8bis(5)(e)." });
        Assert.Empty(Blocks(await File(australian, report)));
        Assert.Contains(("/legalBases/0/code", "notVerified"), Blocks(await File(french, report)));
        Assert.Contains("PAN-e", Codes(await australian.Get("reference/sua-notifications")));
        Assert.DoesNotContain("PAN-e", Codes(await french.Get("reference/sua-notifications")));
        // From the day on which the flag State took it back it counts no more.
        await adviser.Sign("sua-notifications", "PAN-e", new { notified = "2010-07-28", withdrawn = "2020-01-01", source = "Depositary notification." });
        Assert.Contains(("/legalBases/0/code", "notVerified"), Blocks(await File(australian, report)));
    }

    [Fact]
    public async Task What_was_signed_counts_after_a_restart()
    {
        await using var data = await StationData.Make();
        await using (var station = new Station(data))
        {
            using var adviser = await station.Officer();
            await Station.SignIn(adviser, "demo-usa-coordinator");
            (await adviser.Put(Panama, TwoHours)).Is(200);
        }
        await using var again = new Station(data);
        using var officer = await again.Officer();
        await Station.SignIn(officer, "demo-usa-officer");
        Assert.Equal("deemed", (string?)(await officer.Ask(new { agreement = "PSI-PA" }))["ifSilent"]!["state"]);
    }

    [PostgresFact]
    public async Task What_is_signed_at_one_server_counts_at_another_within_seconds()
    {
        await using var data = await StationData.Make();
        await using var one = new Station(data);
        await using var other = new Station(data);
        using var adviser = await one.Officer();
        using var officer = await other.Officer();
        await Station.SignIn(adviser, "demo-usa-coordinator");
        (await adviser.Put(Panama, TwoHours)).Is(200);
        await Task.Delay(3 * FollowLaw.Pace, TestContext.Current.CancellationToken);
        Assert.Contains((await officer.Get("reference/boarding-agreements")).Is(200).Json["items"]!.AsArray(), x => (string?)x!["code"] == "PSI-PA" && x["verifiedBy"] is not null);
    }

    static JsonObject AtSea(string basis, string flagConsent, string flag)
    {
        var report = Documents.Report(new
        {
            mode = "sea",
            startedAt = "2026-05-03T02:00:00Z",
            endedAt = "2026-05-03T08:00:00Z",
            place = new { latitude = 10, longitude = 60, zone = "highSeas" },
            legalBases = new[] { new { code = basis, grounds = "The manifest names a precursor." } },
            consent = new { flag = flagConsent, master = "given" },
        });
        report["conveyance"]!["flagClaimed"] = flag;
        return report;
    }

    static async Task<JsonNode> File(HttpClient officer, JsonObject report)
    {
        var fresh = Documents.With(report.DeepClone().AsObject(), new { id = Guid.CreateVersion7() });
        return (await officer.Post("boardings", fresh)).Is(201).Json;
    }

    static List<(string, string)> Blocks(JsonNode filed) =>
        [.. filed["warnings"]!.AsArray().Where(x => (string?)x!["severity"] == "blocksAcceptance").Select(x => ((string)x!["pointer"]!, (string)x["code"]!))];

    static List<string?> Codes(Answer set) => [.. set.Is(200).Json["items"]!.AsArray().Select(x => (string?)x!["code"])];
}
