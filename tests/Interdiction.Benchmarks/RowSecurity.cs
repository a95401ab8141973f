using System.Globalization;
using System.Text.Json.Nodes;
using Npgsql;

namespace Interdiction.Benchmarks;

/// <summary>
/// What row-level security costs: two servers on one database, one as it is deployed, one that serves as the owner and
/// tells nobody's scope. Short runs in turn, and the median of their ratios, for a machine that is never quite quiet.
/// </summary>
static class RowSecurity
{
    public static async Task Compare(Uri with, Uri without, string database, JsonObject report, int seconds, int records, int rounds)
    {
        await using var source = NpgsqlDataSource.Create(database);
        using var guarded = await Load.SignedIn(with);
        using var open = await Load.SignedIn(without);
        var template = await Load.File(guarded, with, report);
        Console.WriteLine($"Copying one filed case to {records} records ...");
        var reports = await Copies.Make(source, template, records / 2, whole: false);
        (string What, Func<Uri, int, HttpRequestMessage> Request)[] works =
        [
            ("point read of a report", (at, i) => new HttpRequestMessage(HttpMethod.Get, new Uri(at, $"/api/v1/boardings/{reports[i % reports.Count]}"))),
            ("page of 50 cases", (at, _) => new HttpRequestMessage(HttpMethod.Get, new Uri(at, "/api/v1/cases?limit=50"))),
            ("filing a report", (at, _) => Load.Filing(at, report)),
        ];
        Console.WriteLine($"8 connections, {rounds} rounds in turn of {seconds} s each after {seconds / 3 + 1} s of warming up; requests a second, medians");
        Console.WriteLine($"{"",-24} {"with",7} {"without",8} {"ratio",7}  ratios of the rounds");
        foreach (var (what, request) in works)
        {
            List<(double With, double Without)> runs = [];
            for (var round = 0; round < rounds; round++)
            {
                // Each goes first in every other round.
                var first = round % 2 == 0 ? await Load.Run(guarded, i => request(with, i), seconds) : 0;
                var other = await Load.Run(open, i => request(without, i), seconds);
                runs.Add((round % 2 == 0 ? first : await Load.Run(guarded, i => request(with, i), seconds), other));
            }
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{what,-24} {Median(runs.Select(x => x.With)),7:0} {Median(runs.Select(x => x.Without)),8:0} {Median(runs.Select(x => x.With / x.Without)),7:0.00}  {string.Join(' ', runs.Select(x => $"{x.With / x.Without:0.00}"))}"));
        }
    }

    static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
