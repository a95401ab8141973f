using System.Text.RegularExpressions;
using Interdiction.Cli;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Partners;
using Interdiction.Tests.Pipeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Interdiction.Tests.Administration;

/// <summary>How a deployment begins without a demonstration, and how a partner joins it later.</summary>
public sealed partial class DeploymentTests
{
    static readonly string[] Codes = ["NZL", "XCC"];

    // As the scripts set it where it is unset.
    static DeploymentTests() => Environment.SetEnvironmentVariable("ASPNETCORE_ENVIRONMENT", "Development");

    [Fact]
    public async Task A_seed_takes_partners_up_and_invites_their_administrators_and_does_no_harm_twice()
    {
        await using var data = await StationData.Make();
        var seed = Seed(data, """{"partners":[{"code":"NZL","administrators":[{"email":"a@nzl.example","name":"First"}]},{"code":"XCC","administrators":[{"email":"a@xcc.example","name":"Cell"}]}]}""");
        var first = await Run(data, "seed", seed);
        Assert.Equal(2, Link().Count(first));
        // Nobody used the links: they may be lost, and are given anew. The old ones end.
        var second = await Run(data, "seed", seed);
        Assert.Contains("takes part already", second, StringComparison.Ordinal);
        Assert.Equal(2, Link().Count(second));
        Assert.Empty(Link().Matches(first).Select(x => x.Value).Intersect(Link().Matches(second).Select(x => x.Value)));

        await using var deployment = Open(data);
        var db = deployment.Services.GetRequiredService<InterdictionDb>();
        var stop = TestContext.Current.CancellationToken;
        Assert.Equal(Codes, await db.Partners.Select(x => x.Code).OrderBy(x => x).ToListAsync(stop));
        Assert.Equal("New Zealand", (await db.Partners.SingleAsync(x => x.Code == "NZL", stop)).Name);
        var accounts = await db.Accounts.ToListAsync(stop);
        Assert.All(accounts, x => Assert.Equal([Role.Administrator], x.Roles));
        Assert.Equal(2, accounts.Count);
        Assert.Equal(2, await db.Invitations.CountAsync(x => x.ExpiresAt > TimeProvider.System.Now(), stop));
        await using var transaction = await db.Begin(stop);
        Assert.Equal(2, await db.Derive(() => db.AuditEntries.CountAsync(x => x.Action == "TakeUpPartner", stop)));
    }

    [Fact]
    public async Task What_a_seed_says_wrong_is_told_and_nothing_is_stored()
    {
        await using var data = await StationData.Make();
        foreach (var (text, complaint) in new[]
        {
            ("{", "cannot be read"),
            ("{}", "name at least one"),
            ("""{"partners":[{"code":"QQQ"}]}""", "'QQQ' is not a partner's code"),
            ("""{"partners":[{"code":"NZL"},{"code":"NZL"}]}""", "NZL stands 2 times"),
            ("""{"partners":[{"code":"NZL","administrators":[{"email":"nobody","name":"N"}]}]}""", "Give an e-mail address"),
            ("""{"partners":[{"code":"NZL","administrators":[{"email":"a@x.example","name":"N"}]},{"code":"FJI","administrators":[{"email":"A@x.example","name":"N"}]}]}""", "is of NZL already"),
        })
        {
            using var error = new StringWriter();
            Assert.Equal(1, await Command.Run(Args(data, "seed", Seed(data, text)), TextWriter.Null, error, TestContext.Current.CancellationToken));
            Assert.Contains(complaint, error.ToString(), StringComparison.Ordinal);
        }
        await using var deployment = Open(data);
        Assert.Empty(await deployment.Services.GetRequiredService<InterdictionDb>().Partners.ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(2, await Command.Run(["sow"], TextWriter.Null, TextWriter.Null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_partner_that_joins_later_reads_what_was_released_to_all_and_a_running_server_knows_it()
    {
        await using var data = await StationData.Make();
        await using var station = new Station(data);
        using var officer = await station.Officer();
        Task<Answer> Filed(string to) => officer.Post("boardings?submit=true", Documents.Report(new { marking = new { classification = "restricted", releasableTo = Office.Codes(to) } }));
        var before = (await Filed("ALL")).Is(201).Json;
        var kept = (await Filed("JPN")).Is(201).Json;
        var draft = (await officer.Post("boardings", Documents.Report(new { marking = new { classification = "restricted", releasableTo = Office.Codes("ALL") } }))).Is(201).Json;
        (await Filed("NZL")).Is(422);

        var told = await Run(data, "seed", Seed(data, """{"partners":[{"code":"NZL","administrators":[{"email":"a@nzl.example","name":"First"}]}]}"""));
        Assert.Matches("NZL  reads [0-9]+ cases and reports", told);
        var patience = TimeProvider.System.GetTimestamp();
        while ((await Filed("NZL")) is { Status: 422 })
        {
            Assert.True(TimeProvider.System.GetElapsedTime(patience) < FollowPartners.Pace * 6, "The running server does not hear of the partner.");
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
        var after = (await Filed("ALL")).Is(201).Json;

        await using var scope = station.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<InterdictionDb>();
        await using var transaction = await db.Begin(TestContext.Current.CancellationToken);
        var readable = await db.Derive(() => db.Readers.Where(x => x.Partner == "NZL").Select(x => x.RecordId).ToListAsync(TestContext.Current.CancellationToken));
        foreach (var record in new[] { before, after })
        {
            Assert.Contains((Guid)record["id"]!, readable);
            Assert.Contains((Guid)record["caseId"]!, readable);
        }
        foreach (var record in new[] { kept, draft })
        {
            Assert.DoesNotContain((Guid)record["id"]!, readable);
            Assert.DoesNotContain((Guid)record["caseId"]!, readable);
        }
        Assert.Equal(readable.Count, readable.Distinct().Count());
    }

    static string Seed(StationData data, string text)
    {
        var path = Path.Combine(data.Folder, $"{Guid.CreateVersion7()}.json");
        File.WriteAllText(path, text);
        return path;
    }

    static Deployment Open(StationData data) => Deployment.Open([KeyValuePair.Create("Interdiction:Data", (string?)data.Folder), KeyValuePair.Create("Interdiction:Database", data.Database)]);

    static string[] Args(StationData data, params string[] words) => [.. words, "--data", data.Folder, .. data.Database is null ? Array.Empty<string>() : ["--database", data.Database]];

    static async Task<string> Run(StationData data, params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var status = await Command.Run(Args(data, words), output, error, TestContext.Current.CancellationToken);
        Assert.True(status == 0, error.ToString());
        return output.ToString();
    }

    [GeneratedRegex("http[^ ]+/invitations/[A-Za-z0-9_-]{43}")]
    private static partial Regex Link();
}
