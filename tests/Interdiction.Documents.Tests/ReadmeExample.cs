using System.Runtime.CompilerServices;
using Interdiction.Documents.Drawing;
using Interdiction.Documents.Pdf;

namespace Interdiction.Documents.Tests;

/// <summary>The example of the README, compiled and run.</summary>
public class ReadmeExample
{
    sealed record Exhibit(int Number, string Description, string Seal, decimal Kilograms);

    // <example>
    static Document CaseReport(DocumentInfo info, IReadOnlyList<(string Label, string Value)> head, IEnumerable<Exhibit> exhibits) =>
        Document.Compose(info, page =>
        {
            page.Size(PageSize.A4);
            page.Margin(vertical: 36, horizontal: 48);

            page.Header(header => header.PaddingBottom(14).Background(Color.Navy).PaddingHorizontal(10).PaddingVertical(5)
                .DefaultTextStyle(new TextStyle { Size = 8, Color = Color.White })
                .Row(row =>
                {
                    row.Spacing(12);
                    row.Relative().Text("LAW ENFORCEMENT SENSITIVE").Bold();
                    row.Auto().Text("Case 2026-0147, copy for the Port State");
                }));

            page.Footer(footer => footer.PaddingTop(10).BorderTop(new Stroke(Color.Mist)).PaddingTop(5)
                .DefaultTextStyle(TextStyle.Caption)
                .Row(row =>
                {
                    row.Relative().Text("Printed 24 November 2026, 04:00 UTC");
                    row.Relative().Text(text =>
                    {
                        text.Span("Page ");
                        text.PageNumber();
                        text.Span(" of ");
                        text.PageCount();
                    }).AlignEnd();
                }));

            page.Content(content => content.Column(column =>
            {
                column.Spacing(10);
                column.Item().Heading(1, info.Title);
                column.Item().BorderTop(new Stroke(Color.Mist)).BorderBottom(new Stroke(Color.Mist)).PaddingVertical(7).Row(row =>
                {
                    row.Spacing(14);
                    foreach (var (label, value) in head)
                        row.Relative().Column(field =>
                        {
                            field.Item().Text(label).Style(TextStyle.Caption);
                            field.Item().Text(value).Bold();
                        });
                });

                column.Item().Heading(2, "Seizures").Anchor("seizures");
                column.Item().Table(table =>
                {
                    table.Columns(columns =>
                    {
                        columns.Fixed(30);
                        columns.Relative();
                        columns.Fixed(90);
                        columns.Fixed(60);
                    });
                    table.Header(row =>
                    {
                        row.Cell().Text("No.");
                        row.Cell().Text("Exhibit");
                        row.Cell().Text("Seal");
                        row.Cell().Text("Mass").AlignEnd();
                    });
                    table.Empty("Nothing was seized.");
                    table.Rows(exhibits, (row, exhibit) =>
                    {
                        row.Cell().Text($"{exhibit.Number}");
                        row.Cell().Text(exhibit.Description);
                        row.Cell().Text(exhibit.Seal);
                        row.Cell().Text($"{exhibit.Kilograms} kg").AlignEnd();
                    });
                });
            }));
        });

    // </example>
    [Fact]
    public void The_example_renders()
    {
        using var output = new MemoryStream();
        var exhibits = Enumerable.Range(1, 100).Select(i => new Exhibit(i, "Drum, blue", $"EU {i:0000}", i));
        var result = PdfRenderer.Render(CaseReport(Rendered.Info, [("Status", "Under seizure"), ("Lead", "Coast guard")], exhibits), output);
        Assert.Equal(3, result.PageCount);
        new Rendered(output.ToArray(), result).AssertSound();
    }

    [Fact]
    public void The_readme_shows_it()
    {
        static string Read(string path) => File.ReadAllText(path).ReplaceLineEndings("\n");
        static string Here([CallerFilePath] string path = "") => path;
        var example = Read(Here()).Split("// <example>\n")[1].Split("\n\n    // </example>")[0];
        var readme = Read(Path.Combine(Path.GetDirectoryName(Here())!, "../../src/Interdiction.Documents/README.md"));
        Assert.Contains(string.Join('\n', example.Split('\n').Select(line => line.StartsWith("    ", StringComparison.Ordinal) ? line[4..] : line)), readme, StringComparison.Ordinal);
    }
}
