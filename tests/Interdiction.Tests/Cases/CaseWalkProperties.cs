using System.Collections.Concurrent;
using System.Net.Http.Headers;
using CsCheck;
using Interdiction.Tests.Administration;

namespace Interdiction.Tests.Cases;

/// <summary>
/// No sequence of commands of whomever brings a case into a state that it may not be in, loses an exhibit or breaks a
/// balance. The gate takes the same few walks each time; INTERDICTION_TEST_FULL takes many others, and a failure there names its
/// seed and the shortest walk that was found to fail; CsCheck_Seed repeats it.
/// </summary>
public sealed class CaseWalkProperties(Server server, ITestOutputHelper output)
{
    static readonly bool Full = Environment.GetEnvironmentVariable("INTERDICTION_TEST_FULL") is "1";
    const int Many = 800, Few = 8;

    /// <summary>Walks that come to all that is wanted.</summary>
    const string SeedOfFew = "0000000000003";

    /// <summary>How often a walk that fails is tried again with less.</summary>
    const int Tries = 40;

    /// <summary>What a sample has to come to: else nothing was looked at. What is seldom, a long run comes to.</summary>
    static readonly string[] Wanted =
    [
        "report accepted", "report returned", "file", "write", "sampled", "split", "transferred", "hand-over accepted", "correction", "closeCase", "reopenCase", "widenMarking", "setHold",
        "disposeExhibit", "task done", "letter granted", "dry run", "replay", "403", "404", "409", "412", "422", .. Full ? Seldom : [],
    ];

    static string[] Seldom => ["report amended", "report withdrawn", "moveLead", "liftHold", "hand-over refused", "task declined", "letter withdrawn", "letter refused", "letter declined"];

    static readonly Gen<Step> Steps = Gen.Select(Gen.Int[0, 99], Gen.Int[0, 9_999], Gen.Int[0, 9_999], Gen.Int[0, 9_999], Gen.Int[0, 9_999], Gen.Int[0, 19],
        (apt, deed, who, on, chance, manner) => new Step(apt < 70, deed, who, on, chance, manner switch { 0 => Manner.Dry, 1 => Manner.Twice, 2 => Manner.Stale, _ => Manner.Plain }));

    /// <summary>Files and coordinates, and so could review what they wrote; and is the second legal adviser of Japan.</summary>
    const string Both = "both";

    static readonly Hand[] Hands =
    [
        new("jpn-coordinator", "JPN", ["coordinator"], IsLegal: true), new("jpn-coordinator2", "JPN", ["coordinator"]), new("jpn-officer", "JPN", ["officer"]), new("jpn-officer2", "JPN", ["officer"]),
        new(Both, "JPN", ["officer", "coordinator"], IsLegal: true), new("jpn-auditor", "JPN", ["auditor"]), new("jpn-administrator", "JPN", ["administrator"]),
        new("usa-coordinator", "USA", ["coordinator"], IsLegal: true), new("usa-coordinator2", "USA", ["coordinator"]), new("usa-officer", "USA", ["officer"]), new("usa-auditor", "USA", ["auditor"]),
        new("xcc-coordinator", "XCC", ["coordinator"]), new("xcc-coordinator2", "XCC", ["coordinator"]), new("xcc-auditor", "XCC", ["auditor"]),
        new("fra-officer", "FRA", ["officer"]), new("fra-coordinator", "FRA", ["coordinator"], IsLegal: true), new("fra-coordinator2", "FRA", ["coordinator"]), new("pan-liaison", "PAN", ["liaison"]),
    ];

    readonly ConcurrentDictionary<string, int> done = new();
    int walked;

    [Fact]
    public async Task Whoever_does_whatever_the_case_stays_in_a_state_that_it_may_be_in()
    {
        using var both = await server.Register("jpn");
        (await (await server.As("jpn-administrator")).Send(HttpMethod.Patch, $"admin/clients/{both.Id}", new { roles = Office.Codes("officer", "coordinator"), grants = Office.Codes("legal") }, Office.Anyhow)).Is(200);
        var walks = Steps.Array[30, 50];
        if (Full)
            await walks.SampleAsync(steps => Walk(both, steps), iter: Many, threads: 2, print: _ => "");
        else
            await walks.Array[Few].SampleAsync(few => Parallel.ForEachAsync(few, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (steps, _) => await Walk(both, steps)), seed: SeedOfFew, iter: 1, print: _ => "");
        output.WriteLine($"{walked} walks. {string.Join(", ", done.OrderBy(x => x.Key, StringComparer.Ordinal).Select(x => $"{x.Key} {x.Value}"))}.");
        Assert.All(Wanted, x => Assert.True(done.ContainsKey(x), $"{x} never happened: nothing was looked at."));
    }

    async Task Walk(Machine both, Step[] steps)
    {
        if (await Fault(both, steps) is not { } fault)
            return;
        // Parts of it are left out as long as it fails without them.
        var tries = 0;
        for (var part = steps.Length / 2; part > 0; part /= 2)
            for (var at = 0; at + part <= steps.Length && tries < Tries; tries++)
            {
                Step[] rest = [.. steps[..at], .. steps[(at + part)..]];
                if (await Fault(both, rest) is { } shorter)
                    (steps, fault) = (rest, shorter);
                else
                    at += part;
            }
        Assert.Fail(fault);
    }

    /// <returns>What is wrong with a walk, and how it went; null for nothing.</returns>
    async Task<string?> Fault(Machine both, Step[] steps)
    {
        using var second = await SignIn(both);
        var walk = new CaseWalk(server, Hands, who => who == Both ? Task.FromResult(second) : server.As(who), x => done.AddOrUpdate(x, 1, (_, n) => n + 1));
        try
        {
            await walk.Begin();
            foreach (var step in steps)
                await walk.Take(step);
            await walk.End();
            Interlocked.Increment(ref walked);
            return null;
        }
#pragma warning disable CA1031 // Whatever goes wrong is told with the walk that led to it.
        catch (Exception broken) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return $"{string.Join('\n', walk.Trace)}\n{broken}";
        }
    }

    /// <summary>Anew for each walk: a long run outlives a token.</summary>
    async Task<HttpClient> SignIn(Machine it)
    {
        var client = server.Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)(await server.Token($"{it.Id}", it.Secret)).Is(200).Json["access_token"]!);
        return client;
    }
}
