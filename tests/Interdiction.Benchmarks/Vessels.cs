using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Interdiction.Contracts;
using Npgsql;

namespace Interdiction.Benchmarks;

/// <summary>
/// How long it takes to tell which vessels are likely the same as one, among many: over HTTP, one question after the other, with
/// row-level security. Names are put together from the words that ships are called by, so that thousands share each word.
/// </summary>
static class Vessels
{
    static readonly string[] Words =
    [
        .. "OCEAN SEA STAR PACIFIC ATLANTIC GOLDEN SILVER QUEEN KING PRINCESS SPIRIT GLORY PRIDE HOPE FORTUNE LUCKY HAPPY NEW GRAND GREAT BLUE RED WHITE GREEN BLACK EAST WEST NORTH SOUTH SUN MOON DAWN "
            .Split(' ', StringSplitOptions.RemoveEmptyEntries),
        .. "EXPRESS TRADER CARRIER PIONEER EXPLORER VOYAGER EAGLE FALCON DRAGON TIGER LION WAVE WIND BREEZE BAY CAPE PORT ISLAND RIVER ASIA EUROPA AFRICA HORIZON PEARL CORAL JADE DIAMOND EMERALD CROWN UNITY "
            .Split(' ', StringSplitOptions.RemoveEmptyEntries),
        .. "HARMONY PEACE VICTORY VENTURE ENDEAVOUR LEADER MASTER CHAMPION HERO LADY SAINT MARIA ANNA ELENA SOFIA NIKOLAOS GEORGIOS AL NOOR MINA HAI FENG SHUN DA XIN YUAN MARU SAKURA FUJI HAN JIN".Split(' '),
    ];

    public static async Task Measure(Uri product, string database, JsonObject report, int count, int questions)
    {
        await using var source = NpgsqlDataSource.Create(database);
        using var client = await Load.SignedIn(product);
        var template = await Load.File(client, product, report);
        Console.WriteLine($"Copying one filed case to {count} ...");
        await Copies.Make(source, template, count, whole: false);
        var vessels = await Name(source, new Random(20031));
        var chance = new Random(7);
        List<double> took = [];
        var found = 0;
        for (var i = -questions / 10; i < questions; i++)
        {
            var address = new Uri(product, $"/api/v1/vessels/{vessels[chance.Next(vessels.Count)]}/likely-same");
            var begun = Stopwatch.GetTimestamp();
            var answer = JsonNode.Parse(await client.GetStringAsync(address))!;
            if (i < 0)
                continue;
            took.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            found += answer["items"]!.AsArray().Count;
        }
        took.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{vessels.Count} vessels, {questions} questions, {(double)found / questions:0.0} likely same a vessel: median {took[questions / 2]:0} ms, 95 of 100 within {took[questions * 95 / 100]:0} ms, slowest {took[^1]:0} ms"));
    }

    /// <summary>Every copied report is of a ship of its own: a name, mostly an IMO number, and one in twenty is the ship of an earlier one under a new name.</summary>
    static async Task<List<Guid>> Name(NpgsqlDataSource source, Random chance)
    {
        await using var connection = await source.OpenConnectionAsync();
        var ids = new List<Guid>();
        await using (var read = new NpgsqlCommand("SELECT b.\"Id\" FROM boardings b WHERE NOT EXISTS (SELECT FROM vessel_claims c WHERE c.\"BoardingId\" = b.\"Id\")", connection))
        await using (var reader = await read.ExecuteReaderAsync())
            while (await reader.ReadAsync())
                ids.Add(reader.GetGuid(0));
        var claims = ids.Select(id => (Id: id, Name: Called(chance), Imo: chance.Next(5) == 0 ? null : Imo(chance.Next(ids.Count * 19 / 20)))).ToList();
        await using (var write = await connection.BeginBinaryImportAsync("COPY vessel_claims (\"RowId\", \"BoardingId\", \"Revision\", \"Number\", \"Name\", \"Source\", \"Imo\", \"Words\", \"At\", \"ClaimedTo\") FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var it in claims)
                await write.WriteRowAsync(default, Guid.CreateVersion7(), it.Id, 1, 1, it.Name, "hull", (object?)it.Imo ?? DBNull.Value, "", DateTime.UnixEpoch, "AUS");
            await write.CompleteAsync();
        }
        await using (var write = await connection.BeginBinaryImportAsync("COPY vessel_keys (\"Value\", \"BoardingId\", \"Revision\", \"Weight\") FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var it in claims)
                foreach (var (key, weight) in ShipName.Keys(ShipName.Fold(it.Name)).Select(x => ($"n{x}", 1)).Append(($"w{Folded(it.Name)}", 100)).Concat(it.Imo is null ? [] : [($"i{it.Imo}", 1000)]))
                    await write.WriteRowAsync(default, key, it.Id, 1, weight);
            await write.CompleteAsync();
        }
        await using var analyze = new NpgsqlCommand("VACUUM ANALYZE", connection) { CommandTimeout = 600 };
        await analyze.ExecuteNonQueryAsync();
        return ids;
    }

    static string Folded(string name) => ShipName.Fold(name) is var folded ? folded[..Math.Min(folded.Length, 30)] : "";

    static string Called(Random chance) => string.Join(' ', Enumerable.Range(0, 1 + chance.Next(3)).Select(_ => Words[chance.Next(Words.Length)])) + (chance.Next(4) == 0 ? $" {chance.Next(1, 100)}" : "");

    static string Imo(int number)
    {
        var six = (100_000 + number).ToString(CultureInfo.InvariantCulture);
        return six + six.Select((x, i) => (x - '0') * (7 - i)).Sum() % 10;
    }
}
