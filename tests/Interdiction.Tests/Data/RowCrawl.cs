using System.Reflection;
using Interdiction.Data;
using Interdiction.Tests.Access;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Tests.Data;

/// <summary>
/// Every caller reads every row that the last net of the database lets through: row-level security on PostgreSQL, with
/// the application's filters switched off; those filters on SQLite, which has nothing below them.
/// </summary>
public sealed class RowCrawl(PlantedServer planted, ITestOutputHelper output) : IClassFixture<PlantedServer>
{
    const int Requests = 2_000;

    [Fact]
    public async Task The_last_net_lets_through_what_a_caller_may_see_and_nothing_else()
    {
        var wrong = new List<string>();
        Assert.NotEmpty(planted.Canaries.Planted);
        foreach (var who in Principal.All)
        {
            var rows = await planted.Server.Context($"demo-{who.Client}", async db =>
            {
                var content = db.Model.GetEntityTypes().Where(x => x.FindDeclaredQueryFilter("reading") is not null).ToList();
                Assert.True(content.Count >= 9, "The tables of content were not found.");
                var texts = new List<string>();
                foreach (var entity in content)
                    texts.AddRange(await (Task<List<string>>)Texts.MakeGenericMethod(entity.ClrType).Invoke(null, [db])!);
                return texts;
            });
            if (Server.Cluster is not null)
                foreach (var table in await planted.Server.Rows(null, "SELECT quote_ident(relname) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND has_table_privilege(oid, 'SELECT')"))
                    wrong.AddRange((await planted.Server.Rows($"demo-{who.Client}", $"SELECT t::text FROM {table} t")).SelectMany(x => planted.ForeignRows(who, x)).Select(x => $"{x} in {table}"));
            var text = string.Concat(rows);
            wrong.AddRange(planted.ForeignRows(who, text));
            var found = Canaries.In(text).ToHashSet();
            wrong.AddRange(planted.Canaries.Planted.Where(x => x.Holds(who) && !found.Contains(x.Text)).Select(x => $"{who} does not read {x.Where}"));
        }
        Assert.True(wrong.Count == 0, $"{wrong.Count} faults:\n{string.Join('\n', wrong.Take(40))}");
    }

    // Broken once by set_config(..., false), which keeps a caller's settings in the pooled connection.
    [PostgresFact]
    public async Task Pooled_connections_carry_nothing_from_one_caller_to_the_next()
    {
        var before = (await Log()).Length;
        var callers = Principal.All.Append(null).ToArray();
        var expected = new Dictionary<string, int>();
        foreach (var who in callers)
            expected[$"{who}"] = (await Titles(who)).Count;
        Assert.True(expected.Values.Distinct().Count() > 4, "The callers do not differ in what they read.");
        Assert.Equal(0, expected[""]);
        var wrong = new System.Collections.Concurrent.ConcurrentQueue<string>();
        await Parallel.ForEachAsync(Enumerable.Range(0, Requests), new ParallelOptions { MaxDegreeOfParallelism = 24, CancellationToken = TestContext.Current.CancellationToken }, async (i, _) =>
        {
            var who = callers[i * 7 % callers.Length];
            if (i % 4 == 0 && who is not null)
            {
                var answer = await (await planted.As(who)).Get("boardings?limit=200");
                foreach (var leak in planted.Foreign(who, answer.Is(200).Text))
                    wrong.Enqueue(leak);
                return;
            }
            if (i % 5 == 0 && await Titles(who, inTransaction: false) is { Count: > 0 } kept)
                wrong.Enqueue($"{who} reads {kept.Count} revisions in no transaction");
            var titles = await Titles(who);
            if (titles.Count != expected[$"{who}"])
                wrong.Enqueue($"{who} reads {titles.Count} revisions instead of {expected[$"{who}"]}");
            foreach (var leak in titles.SelectMany(x => planted.Foreign(who, x)))
                wrong.Enqueue(leak);
        });
        Assert.True(wrong.IsEmpty, string.Join('\n', wrong.Take(40)));
        var log = (await Log())[before..];
        output.WriteLine($"{Requests} requests, {log.Length} characters of PostgreSQL's log.");
        Assert.DoesNotContain("WARNING:", log, StringComparison.Ordinal);
    }

#pragma warning disable RS0030 // The filters are switched off on purpose: what is below them is tested.
    Task<List<string>> Titles(Principal? who, bool inTransaction = true) => planted.Server.Context(who is null ? null : $"demo-{who.Client}",
        db => db.Revisions.IgnoreQueryFilters().Select(x => x.Title).ToListAsync(TestContext.Current.CancellationToken), inTransaction);

    static readonly MethodInfo Texts = typeof(RowCrawl).GetMethod(nameof(TextsOf), BindingFlags.Static | BindingFlags.NonPublic)!;

    static async Task<List<string>> TextsOf<T>(InterdictionDb db) where T : class
    {
        var rows = Server.Cluster is null ? db.Set<T>() : db.Set<T>().IgnoreQueryFilters();
        return [.. (await rows.ToListAsync(TestContext.Current.CancellationToken)).Select(x => string.Join('\n', db.Entry(x).Properties.Select(p =>
            p.CurrentValue is { } value && p.Metadata.GetValueConverter() is { } converter ? converter.ConvertToProvider(value) : p.CurrentValue)))];
    }
#pragma warning restore RS0030

    /// <summary>The log of the tests' own cluster.</summary>
    static async Task<string> Log()
    {
        await using var admin = Npgsql.NpgsqlDataSource.Create(Server.Cluster!);
        await using var read = admin.CreateCommand("SELECT pg_read_file(coalesce(pg_current_logfile(), 'log'))");
        return (string)(await read.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
