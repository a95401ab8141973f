using System.Diagnostics;
using System.Globalization;
using Interdiction.Contracts;
using Interdiction.Contracts.Reference;
using Interdiction.Documents;
using Interdiction.Documents.Pdf;

namespace Interdiction.Benchmarks;

/// <summary>What takes a processor and nothing else: seconds of processor time of the whole process, medians of several rounds.</summary>
static class Processor
{
    const int Rounds = 9;
    static readonly string[] Heads = ["Number", "Partner", "Mode", "Outcome", "Ship", "Cargo"];

    /// <summary>10,000 lines of cargo, of which one in ten names a listed chemical, some with a slip.</summary>
    public static void Screen()
    {
        var names = ReferenceData.Chemicals.Values.Select(x => x.Name).ToList();
        string[] ordinary = ["machine parts, used, on pallets", "cotton shirts, assorted sizes", "frozen tuna in cartons", "cement in bags of 50 kg", "spare parts for tractors", "plastic chairs, stacked", "rice, 5 % broken", "household goods and personal effects"];
        List<ManifestLine> lines =
        [
            .. Enumerable.Range(1, 10_000).Select(i => new ManifestLine
            {
                Number = i,
                Declared = new Goods { Description = i % 10 == 0 ? Slip(names[i % names.Count], i) : $"{ordinary[i % ordinary.Length]}, lot {i}" },
                Found = new Goods { Description = $"{ordinary[(i + 3) % ordinary.Length]}" },
            }),
        ];
        var matches = 0;
        Console.WriteLine(Line("screening 10,000 lines", Measure(() => matches = Screener.Screen(new Manifest { Lines = lines }).Matches.Count)) + $", {matches} matches");
    }

    /// <summary>A table of so many rows, as a period summary has.</summary>
    public static void Print(int rows)
    {
        var pages = 0;
        var document = Document.Compose(new DocumentInfo("Summary", new DateTimeOffset(2026, 11, 27, 0, 0, 0, TimeSpan.Zero)), page =>
        {
            page.Footer(x => x.Text(t =>
            {
                t.PageNumber();
                t.Span(" / ");
                t.PageCount();
            }));
            page.Content(x => x.Table(table =>
            {
                table.Columns(c =>
                {
                    for (var i = 0; i < 6; i++)
                        c.Relative();
                });
                table.Header(row =>
                {
                    foreach (var head in Heads)
                        row.Cell().Text(head);
                });
                table.Rows(Enumerable.Range(0, rows), (row, i) =>
                {
                    foreach (var cell in new[] { $"BR-2026-AUS-{i:00000}", "AUS", i % 3 == 0 ? "port" : "sea", "cargoSeized", i % 50 == 0 ? "琥珀丸 نجمة" : $"INVENTED {i}", "phosphorus pentasulfide" })
                        row.Cell().Text(cell);
                });
            }));
        });
        var seconds = Measure(() => pages = PdfRenderer.Render(document, Stream.Null).PageCount);
        using var own = Process.GetCurrentProcess();
        Console.WriteLine(Line($"printing {rows} rows", seconds) + $", {pages} pages, {own.PeakWorkingSet64 / 1_000_000} MB at most");
    }

    static string Slip(string name, int i) => i % 30 == 0 && name.Length > 8 ? name.Remove(name.Length / 2, 1) : name;

    static double Measure(Action work)
    {
        using var own = Process.GetCurrentProcess();
        work();
        var seconds = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            own.Refresh();
            var begun = own.TotalProcessorTime;
            work();
            own.Refresh();
            seconds.Add((own.TotalProcessorTime - begun).TotalSeconds);
        }
        seconds.Sort();
        return seconds[Rounds / 2];
    }

    static string Line(string what, double seconds) => string.Create(CultureInfo.InvariantCulture, $"{what}: {seconds:0.000} s of processor time, median of {Rounds}");
}
