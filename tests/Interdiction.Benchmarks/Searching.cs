using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Npgsql;

namespace Interdiction.Benchmarks;

/// <summary>How long people wait for what they search: one request after another, as they ask, and the times of the slowest.</summary>
static class Searching
{
    static readonly (string What, string Query)[] Questions =
    [
        ("a word in every report", "search?q=barrels"),
        ("a word in every tenth", "search?q=tenth"),
        ("a word in every hundredth", "search?q=hundredth"),
        ("a word in every thousandth", "search?q=thousandth"),
        ("one number", "search?q=ship77777"),
        ("two common words", "search?q=customs%20barrels"),
        ("a rare and a common word", "search?q=thousandth%20barrels"),
        ("a beginning of one letter", "search?q=t"),
        ("a phrase", "search?q=%22aluminium%20hydroxide%22"),
        ("a word that is nowhere", "search?q=nowhere"),
        ("cases by a common word", "cases?q=barrels"),
        ("cases by a rare word", "cases?q=thousandth"),
        ("reports by a common word", "boardings?q=barrels"),
        ("reports by a rare word", "boardings?q=thousandth"),
    ];

    public static async Task Measure(Uri product, string database, JsonObject report, int cases, int times)
    {
        await using var source = NpgsqlDataSource.Create(database);
        using (var filer = await Load.SignedIn(product))
            await Copies.Make(source, await Load.File(filer, product, report), cases);
        using var client = await Load.SignedIn(product);
        using var blind = await Load.SignedIn(product, "demo-fra-officer");
        Console.WriteLine($"{cases} cases, {times} requests each, one after another; milliseconds");
        Console.WriteLine($"{"",-34} {"median",7} {"p95",7} {"most",7}   found on the first page");
        foreach (var (what, query) in Questions)
            await Time(what, client, query);
        foreach (var (what, query) in Questions.Take(4))
            await Time($"{what}, unread", blind, query);

        async Task Time(string what, HttpClient who, string query)
        {
            var (taken, found) = (new List<double>(), 0);
            for (var i = 0; i < times + 5; i++)
            {
                var begun = Stopwatch.GetTimestamp();
                using var answer = await who.GetAsync(new Uri(product, $"/api/v1/{query}"));
                found = JsonNode.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!["items"]!.AsArray().Count;
                if (i >= 5)
                    taken.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }
            taken.Sort();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-34} {taken[taken.Count / 2],7:0} {taken[taken.Count * 95 / 100],7:0} {taken[^1],7:0}   {found}"));
        }
    }
}
