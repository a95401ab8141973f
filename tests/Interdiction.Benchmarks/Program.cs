using System.Globalization;
using System.Text.Json.Nodes;
using Interdiction.Benchmarks;
using Npgsql;

// The product at args[1] against itself without row-level security at args[2], on one database.
if (args[0] == "row-security")
{
    await RowSecurity.Compare(new Uri(args[1]), new Uri(args[2]), args[3], JsonNode.Parse(await File.ReadAllTextAsync(args[4]))!.AsObject(),
        int.Parse(args[5], CultureInfo.InvariantCulture), int.Parse(args[6], CultureInfo.InvariantCulture), int.Parse(args[7], CultureInfo.InvariantCulture));
    return;
}

// What takes a processor alone: screening, or printing args[1] rows.
if (args[0] == "screening")
{
    Processor.Screen();
    return;
}
if (args[0] == "printing")
{
    Processor.Print(int.Parse(args[1], CultureInfo.InvariantCulture));
    return;
}

// Likely same ships among args[4] at the product args[1] on the database args[2].
if (args[0] == "vessels")
{
    await Vessels.Measure(new Uri(args[1]), args[2], JsonNode.Parse(await File.ReadAllTextAsync(args[3]))!.AsObject(), int.Parse(args[4], CultureInfo.InvariantCulture), int.Parse(args[5], CultureInfo.InvariantCulture));
    return;
}

// Searches of the product at args[1], on the database args[2].
if (args[0] == "search")
{
    await Searching.Measure(new Uri(args[1]), args[2], JsonNode.Parse(await File.ReadAllTextAsync(args[3]))!.AsObject(),
        int.Parse(args[4], CultureInfo.InvariantCulture), int.Parse(args[5], CultureInfo.InvariantCulture));
    return;
}

// An upload to the product at args[1] against a copy in the folder args[3]; args[2] is the report to file.
if (args[0] == "upload")
{
    await Uploads.Compare(new Uri(args[1]), JsonNode.Parse(await File.ReadAllTextAsync(args[2]))!.AsObject(), args[3], int.Parse(args[4], CultureInfo.InvariantCulture));
    return;
}

// The product at args[0] against hand-written Npgsql on the database args[1]; args[2] is the report to file.
var (product, database, report) = (new Uri(args[0]), args[1], JsonNode.Parse(await File.ReadAllTextAsync(args[2]))!.AsObject());
var seconds = int.Parse(args[3], CultureInfo.InvariantCulture);
var cases = int.Parse(args[4], CultureInfo.InvariantCulture);

await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database) { NoResetOnClose = true, MaxPoolSize = 40 });
using var client = await Load.SignedIn(product);
var template = await Load.File(client, product, report);
Console.WriteLine($"Copying one filed case to {cases} ...");
var reports = await Copies.Make(source, template, cases);
await using var rival = await HandWritten.Start(source, template);

(string What, Func<Uri, int, HttpRequestMessage> Request)[] works =
[
    ("point read of a report", (at, i) => new HttpRequestMessage(HttpMethod.Get, new Uri(at, $"/api/v1/boardings/{reports[i % reports.Count]}"))),
    ("page of 50 cases", (at, _) => new HttpRequestMessage(HttpMethod.Get, new Uri(at, "/api/v1/cases?limit=50"))),
    ("filing a report", (at, _) => Load.Filing(at, report)),
];
Console.WriteLine($"8 connections, {seconds} s each after {seconds / 3 + 1} s of warming up, two rounds in turn; requests a second");
Console.WriteLine($"{"",-24} {"product",9} {"by hand",9} {"ratio",7}");
foreach (var (what, request) in works)
{
    var (own, other) = (0.0, 0.0);
    for (var round = 0; round < 2; round++)
    {
        own += await Load.Run(client, i => request(product, i), seconds) / 2;
        other += await Load.Run(client, i => request(rival.Address, i), seconds) / 2;
    }
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-24} {own,9:0} {other,9:0} {own / other,7:0.00}"));
}
