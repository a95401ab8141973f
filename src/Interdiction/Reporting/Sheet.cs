using System.Globalization;
using Interdiction.Contracts;
using Interdiction.Documents;
using Interdiction.Documents.Drawing;

namespace Interdiction.Reporting;

/// <summary>The sheet that every report is printed on: marking banners at head and foot, whose copy it is, page x of y.</summary>
static class Sheet
{
    static readonly TextStyle Small = TextStyle.Caption with { Size = 7.5f };

    public static Document Of(CaseFile file, string kind, string number, string title, Action<ColumnDescriptor> body) =>
        Document.Compose(
            new DocumentInfo($"{kind} {number}", file.Copy.At) { Author = file.Copy.Partner, Subject = Banner(file.Marking), Language = "en" },
            page =>
            {
                page.Size(file.Copy.Paper is PaperSize.A4 ? PageSize.A4 : PageSize.Letter);
                page.Margin(28, 48, 26, 48);
                page.DefaultTextStyle(new TextStyle { Size = 9 });
                page.Header(x => Head(x, file, kind, number));
                page.Footer(x => Foot(x, file, number));
                page.Content(x => x.Column(column =>
                {
                    column.Item().PaddingTop(10).Heading(1, title);
                    column.Item().PaddingBottom(6).Text($"{kind} {number}").Style(TextStyle.Caption with { Size = 9 });
                    body(column);
                }));
            });

    /// <summary>The marking as a banner has it, such as RESTRICTED//REL TO AUS, JPN.</summary>
    public static string Banner(Marking marking)
    {
        var level = Code<Classification>.Of(marking.Classification!.Value).ToUpperInvariant();
        var release = marking.ReleasableTo.Contains(Marking.All) ? "ALL PARTNERS" : string.Join(", ", marking.ReleasableTo);
        return $"{level}//REL TO {release}{(marking.Caveats.Count == 0 ? "" : $"//{string.Join(", ", marking.Caveats)}")}";
    }

    static void Head(Container place, CaseFile file, string kind, string number) => place.Column(column =>
    {
        Mark(column.Item(), file.Marking);
        column.Item().PaddingVertical(5).Row(row =>
        {
            row.Relative().Text($"{kind} {number}").Style(Small);
            row.Auto().Text($"Case {file.Case.Number}").Style(Small);
        });
    });

    static void Foot(Container place, CaseFile file, string number) => place.PaddingTop(8).Column(column =>
    {
        column.Item().PaddingBottom(4).BorderTop(new Stroke(Color.Mist)).PaddingTop(4).Row(row =>
        {
            row.Relative().Text(string.Create(CultureInfo.InvariantCulture, $"Copy for {file.Copy.Reader}, printed {Wording.Time(file.Copy.At)}. {number}.")).Style(Small);
            row.Auto().Text(x =>
            {
                x.Style(Small);
                x.Span("Page ");
                x.PageNumber();
                x.Span(" of ");
                x.PageCount();
            });
        });
        Mark(column.Item(), file.Marking);
    });

    static void Mark(Container place, Marking marking) =>
        place.Background(Color.Navy).PaddingVertical(3).Text(Banner(marking)).Style(new TextStyle { Size = 8, Bold = true, Color = Color.White, LineHeight = 1.25f }).AlignCenter();
}
