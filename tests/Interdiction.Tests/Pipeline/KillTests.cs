using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.Json.Nodes;
using Npgsql;

namespace Interdiction.Tests.Pipeline;

/// <summary>
/// The process is killed, or its database hangs up, while eight clients file. What was answered is there whole; what was
/// not is there whole or not at all; sent again it is the same record.
/// </summary>
public sealed class KillTests
{
    const int Clients = 8;

    static readonly int Kills = Environment.GetEnvironmentVariable("INTERDICTION_TEST_FULL") is { Length: > 0 } ? 10 : 2;

    /// <summary>Every table in which a report leaves rows.</summary>
    static readonly string[] Tables =
    [
        "cases", "participants", "case_events", "boardings", "boarding_revisions", "cargo_lines", "line_matches", "exhibits", "vessel_claims",
        "readers", "idempotency_keys", "issued_ids", "issued_numbers",
    ];

    readonly ConcurrentDictionary<Guid, Sent> sent = new();

    /// <param name="Answer">The record that was answered; null where the connection broke or the server failed.</param>
    sealed record Sent(JsonObject Body, JsonNode? Answer);

    [Fact]
    public async Task What_was_answered_outlives_every_kill_and_nothing_is_there_twice()
    {
        await using var data = await StationData.Make();
        Dictionary<string, long> empty, one;
        using (var server = await ServerProcess.Start(data))
        {
            empty = await Settled(data);
            using var officer = await server.As("aus-officer");
            await File(officer);
            one = await Rows.Count(data, Tables);
        }
        Assert.All(Tables, x => Assert.True(one[x] > empty[x], x));

        for (var life = 0; life < Kills; life++)
        {
            using var server = await ServerProcess.Start(data);
            using var officer = await server.As("aus-officer");
            var before = sent.Count;
            var filing = Enumerable.Range(0, Clients).Select(_ => FileUntilItEnds(officer)).ToList();
            while (sent.Count < before + 2 * Clients)
                await Task.Delay(5, TestContext.Current.CancellationToken);
            if (life == 0 && data.Database is not null)
                await HangUp(data);
            await Task.Delay(Random.Shared.Next(200), TestContext.Current.CancellationToken);
            server.Kill();
            await Task.WhenAll(filing);
        }

        using var last = await ServerProcess.Start(data);
        using var owner = await last.As("aus-officer");
        using var reader = await last.As("jpn-auditor");
        Assert.Contains(sent.Values, x => x.Answer is null);
        var there = new ConcurrentBag<Guid>();
        await Each(async (id, it) =>
        {
            var found = await owner.Get($"boardings/{id}");
            (await reader.Get($"boardings/{id}")).Is(found.Status);
            if (it.Answer is null && found.Status is 404)
                return;
            there.Add(id);
            Assert.Equal((string)found.Is(200).Json["caseNumber"]!, (string)(await reader.Get($"cases/{found.Json["caseId"]}")).Is(200).Json["number"]!);
            if (it.Answer is not null)
                Assert.Equal(it.Answer.ToJsonString(), found.Json.ToJsonString());
        });
        await Whole(there.Count);

        await Each(async (id, it) =>
        {
            var again = (await Post(owner, it.Body)).Is(201);
            Assert.Equal(there.Contains(id), again.Headers.Contains("Idempotency-Replayed"));
            var byId = (await owner.Send(HttpMethod.Post, "boardings?submit=true", it.Body)).Is(200);
            Assert.True(byId.Headers.Contains("Idempotency-Replayed"));
            Assert.Equal(again.Text, byId.Text);
            if (it.Answer is not null)
                Assert.Equal(it.Answer.ToJsonString(), again.Json.ToJsonString());
        });
        await Whole(sent.Count);

        async Task Whole(int reports)
        {
            var now = await Rows.Count(data, Tables);
            Assert.All(Tables, x => Assert.Equal((x, empty[x] + reports * (one[x] - empty[x])), (x, now[x])));
        }
    }

    /// <summary>The rows of a demonstration, once its duties are opened too, which takes some seconds after the start.</summary>
    static async Task<Dictionary<string, long>> Settled(StationData data)
    {
        for (var before = await Rows.Count(data, Tables); ;)
        {
            await Task.Delay(2 * Interdiction.CaseWork.FollowAccepted.Pace, TestContext.Current.CancellationToken);
            var now = await Rows.Count(data, Tables);
            if (now.SequenceEqual(before))
                return now;
            before = now;
        }
    }

    [Fact]
    public async Task A_first_start_that_is_cut_off_leaves_no_partner_without_its_people()
    {
        await using var data = await StationData.Make();
        using (var cut = ServerProcess.Begin(data))
        {
            while (await Partners() == 0)
                await Task.Delay(1, TestContext.Current.CancellationToken);
            cut.Kill();
        }
        using var server = await ServerProcess.Start(data);
        foreach (var who in new[] { "aus-officer", "xcc-administrator" })
        {
            using var client = await server.As(who);
            Assert.Equal(who[..3].ToUpperInvariant(), (string)(await client.Get("me")).Is(200).Json["partner"]!);
        }

        async Task<long> Partners()
        {
            try
            {
                return (await Rows.Count(data, "partners"))["partners"];
            }
            catch (DbException)
            {
                // There is no such database or table yet.
                return 0;
            }
        }
    }

    /// <summary>Files one report after the other until the server is gone; a failure of the server is no answer.</summary>
    async Task FileUntilItEnds(HttpClient officer)
    {
        try
        {
            while (true)
                await File(officer);
        }
        catch (HttpRequestException)
        {
            // The server is gone.
        }
    }

    async Task File(HttpClient officer)
    {
        var body = Documents.Report();
        var id = Guid.Parse((string)body["id"]!);
        sent[id] = new Sent(body, null);
        var answer = await Post(officer, body);
        if (answer.Status < 500)
            sent[id] = new Sent(body, answer.Is(201).Json);
    }

    static Task<Answer> Post(HttpClient officer, JsonObject body) =>
        officer.Send(HttpMethod.Post, "boardings?submit=true", body, ("Idempotency-Key", (string)body["id"]!));

    Task Each(Func<Guid, Sent, Task> check) =>
        Parallel.ForEachAsync(sent, new ParallelOptions { MaxDegreeOfParallelism = Clients }, async (x, _) => await check(x.Key, x.Value));

    /// <summary>Ends every connection of the server to its database.</summary>
    static async Task HangUp(StationData data)
    {
        await using var admin = NpgsqlDataSource.Create(Server.Cluster!);
        await using var command = admin.CreateCommand("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = $1");
        command.Parameters.AddWithValue(new NpgsqlConnectionStringBuilder(data.Database).Database!);
        Assert.NotEqual(0L, await command.ExecuteScalarAsync());
    }
}
