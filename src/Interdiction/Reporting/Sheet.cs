using System.Text.Json;
using Interdiction.Contracts;
using Interdiction.Documents;
using Interdiction.Documents.Drawing;

namespace Interdiction.Reporting;

/// <summary>The sheet that every report is printed on: marking banners at head and foot, whose copy it is, page x of y.</summary>
static class Sheet
{
    static readonly TextStyle Small = TextStyle.Caption with { Size = 7.5f };

    /// <summary>Name of the file in a document that holds the record as it is shown.</summary>
    public const string Record = "record.json";

    const float Square = 58;

    /// <param name="record">What the document shows, and nothing else: it travels in it, for programs.</param>
    /// <param name="body">Writes what stands below the title.</param>
    public static Document Of<T>(T record, Imprint imprint, Action<Leaf> body)
    {
        var words = Wording.In(imprint.Copy.Sheets.Language);
        var file = new EmbeddedFile(Record, "application/json", JsonSerializer.SerializeToUtf8Bytes(new { imprint.Kind, imprint.Number, Record = record }, Json.Options), words["The record as this document shows it"]);
        return Document.Compose(
            new DocumentInfo($"{words[imprint.Kind]} {imprint.Number}", imprint.Copy.At) { Author = imprint.Copy.Partner, Subject = Banner(imprint.Marking), Language = Code<PaperLanguage>.Of(words.Language), Files = [file] },
            page =>
            {
                page.Size(imprint.Copy.Sheets.Paper is PaperSize.A4 ? PageSize.A4 : PageSize.Letter);
                page.Margin(28, 48, 26, 48);
                page.DefaultTextStyle(new TextStyle { Size = 9 });
                page.Header(x => Head(x, imprint, words));
                page.Footer(x => Foot(x, imprint, words));
                page.Content(x => x.Column(column =>
                {
                    column.Item().PaddingTop(10).PaddingBottom(6).Row(row =>
                    {
                        row.Spacing(12);
                        row.Relative().Column(title =>
                        {
                            title.Item().Heading(1, imprint.Title);
                            title.Item().Text($"{words[imprint.Kind]} {imprint.Number}").Style(TextStyle.Caption with { Size = 9 });
                            title.Item().Text(words.With("Print {0}", imprint.Copy.Print)).Style(Small);
                        });
                        Leaf.Square(row.Fixed(Square), imprint.Copy.Print, Square, words["Print"], words.With("Square code that holds the id of this print, {0}.", imprint.Copy.Print));
                    });
                    var leaf = new Leaf(column, words);
                    if (imprint.Marking.Caveats.Count > 0)
                        leaf.Notice(string.Join('\n', imprint.Marking.Caveats.Select(x => $"{Caveat.Code(x)}: {words[Caveat.Meaning(x)]}")));
                    body(leaf);
                }));
            });
    }

    /// <summary>The marking as a banner has it, such as RESTRICTED//REL TO AUS, JPN//H1; what the codes mean is spelled once.</summary>
    public static string Banner(Marking marking)
    {
        var level = Code<Classification>.Of(marking.Classification!.Value).ToUpperInvariant();
        var release = marking.ReleasableTo.Contains(Marking.All) ? "ALL PARTNERS" : string.Join(", ", marking.ReleasableTo);
        return $"{level}//REL TO {release}{(marking.Caveats.Count == 0 ? "" : $"//{string.Join(", ", marking.Caveats.Select(Caveat.Code).Distinct())}")}";
    }

    static void Head(Container place, Imprint it, Wording words) => place.Column(column =>
    {
        Mark(column.Item(), it.Marking);
        column.Item().PaddingVertical(5).Row(row =>
        {
            row.Relative().Text($"{words[it.Kind]} {it.Number}").Style(Small);
            row.Auto().Text(words.With("Case {0}", it.Case)).Style(Small);
        });
    });

    static void Foot(Container place, Imprint it, Wording words) => place.PaddingTop(8).Column(column =>
    {
        column.Item().PaddingBottom(4).BorderTop(new Stroke(Color.Mist)).PaddingTop(4).Row(row =>
        {
            row.Relative().Text(words.With("Copy for {0}, printed {1}. {2}.", it.Copy.Reader, words.Time(it.Copy.At), it.Number)).Style(Small);
            row.Auto().Text(x =>
            {
                x.Style(Small);
                x.Span(words["Page "]);
                x.PageNumber();
                x.Span(words[" of "]);
                x.PageCount();
            });
        });
        Mark(column.Item(), it.Marking);
    });

    static void Mark(Container place, Marking marking) =>
        place.Background(Color.Navy).PaddingVertical(3).Text(Banner(marking)).Style(new TextStyle { Size = 8, Bold = true, Color = Color.White, LineHeight = 1.25f }).AlignCenter();
}

/// <summary>What a document says of itself on each of its sheets.</summary>
/// <param name="Kind">Such as Case report, in English.</param>
/// <param name="Number">Number of the record that is printed.</param>
/// <param name="Case">Number of its case.</param>
/// <param name="Marking">Of all that is on it.</param>
public sealed record Imprint(string Kind, string Number, string Title, string Case, Marking Marking, Copy Copy);
