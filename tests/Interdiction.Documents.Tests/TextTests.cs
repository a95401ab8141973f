using Interdiction.Documents.Drawing;

namespace Interdiction.Documents.Tests;

public class TextTests
{
    [Theory]
    [InlineData("en", "The vessel was boarded; officers found “difficult” affidavits: fi fl ffi.")]
    [InlineData("el", "Το πλοίο ελέγχθηκε με τη συναίνεση του κράτους σημαίας.")]
    [InlineData("ru", "Судно было досмотрено с согласия государства флага.")]
    [InlineData("vi", "Tàu đã được khám xét với sự đồng ý của quốc gia treo cờ.")]
    [InlineData("th", "เรือลำนี้ถูกตรวจค้นเมื่อวันที่ ๑๒ พบน้ำมันกึ่งหนึ่ง")]
    [InlineData("ko", "선박은 2026년 11월 12일에 검색되었다.")]
    [InlineData("ja", "本船は2026年11月12日、旗国の同意の下で臨検された。ドラム缶")]
    public void Text_is_copied_out_as_it_was_written(string language, string text)
    {
        var rendered = Rendered.Content(c => c.Text(text).Language(language));
        rendered.AssertSound();
        Assert.Equal(text, rendered.PdfToText().Trim());
        Assert.Empty(rendered.Result.MissingCharacters);
    }

    [Fact]
    public void Arabic_is_copied_out_as_it_was_written()
    {
        const string Text = "تم تفتيش السفينة وضبط المواد الكيميائية لا إله";
        var rendered = Rendered.Content(c => c.Text(Text).Language("ar"));
        rendered.AssertSound();
        Assert.Equal(Text, string.Concat(rendered.PdfToText().Where(c => c is not ('\u202B' or '\u202C'))).Trim());
    }

    [Fact]
    public void Vowel_marks_belong_to_the_text_of_their_letter()
    {
        var rendered = Rendered.Content(c => c.Text("مُحَمَّد").Language("ar"));
        using var document = UglyToad.PdfPig.PdfDocument.Open(rendered.Bytes);
        var letters = document.GetPage(1).Letters.Select(l => l.Value).Where(v => v != "\u200B").Reverse();
        Assert.Equal(["مُ", "حَ", "مَّ", "د"], letters);
    }

    [Fact]
    public void Characters_without_width_do_not_get_in_the_way_of_copying()
    {
        var rendered = Rendered.Content(c => c.Text("example.\u200Bex\u00ADhibit.\u20660041\u2069"));
        Assert.Equal("example.exhibit.0041", rendered.PdfToText().Trim());
        Assert.Empty(rendered.Result.MissingCharacters);
    }

    [Fact]
    public void Arabic_with_latin_and_numbers_keeps_their_order()
    {
        var text = Rendered.Content(c => c.Text("السفينة MV Halcyon Star في 12 نوفمبر").Language("ar")).PdfToText();
        Assert.Contains("MV Halcyon Star", text, StringComparison.Ordinal);
        Assert.Contains("السفينة", text, StringComparison.Ordinal);
        Assert.Contains("نوفمبر", text, StringComparison.Ordinal);
        Assert.Contains("12", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_character_without_a_glyph_is_named_and_reported()
    {
        var rendered = Rendered.Content(c => c.Text("ok 😀 \u0007 \uE000 \uD83D end"));
        rendered.AssertSound();
        Assert.Equal("ok [U+1F600] [U+0007] [U+E000] [U+D83D] end", rendered.PdfToText().Trim());
        Assert.Equal([0x7, 0xD83D, 0xE000, 0x1F600], rendered.Result.MissingCharacters.Select(m => m.CodePoint));
        Assert.Equal("[U+1F600]", rendered.Result.MissingCharacters[^1].Placeholder);
    }

    [Fact]
    public void An_override_cannot_turn_a_name_round()
    {
        var rendered = Rendered.Content(c => c.Text("MV \u202Erats\u202C"));
        Assert.Equal("MV [U+202E]rats[U+202C]", rendered.PdfToText().Trim());
        Assert.Equal([0x202C, 0x202E], rendered.Result.MissingCharacters.Select(m => m.CodePoint));
    }

    [Fact]
    public void Isolates_work_and_are_not_named()
    {
        var rendered = Rendered.Content(c => c.Text("نقلت \u2068MV Star (3)\u2069 اليوم"));
        Assert.Empty(rendered.Result.MissingCharacters);
        Assert.Contains("MV Star (3)", rendered.PdfToText("-raw"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A")]
    [InlineData("م")]
    [InlineData("é")]
    [InlineData("ก็")]
    [InlineData("😀")]
    public void A_word_of_ten_thousand_characters_breaks_between_clusters(string cluster)
    {
        var word = string.Concat(Enumerable.Repeat(cluster, 10_000 / cluster.Length));
        var rendered = Rendered.Content(c => c.Text(word));
        rendered.AssertSound();
        Assert.True(rendered.Result.PageCount > 1);
        var shown = cluster == "😀" ? string.Concat(Enumerable.Repeat("[U+1F600]", 5_000)) : word.Normalize();
        var copied = string.Concat(rendered.PdfToText("-raw").Where(c => !char.IsWhiteSpace(c) && c is not ('\u202B' or '\u202C'))).Normalize();
        Assert.Equal(shown.Length, copied.Length);
        Assert.Equal(shown, copied);
    }

    [Fact]
    public void Lines_stay_within_their_width()
    {
        var text = string.Join(' ', Enumerable.Range(0, 300).Select(i => $"word{i * 7919 % 1000}"));
        var rendered = Rendered.Page(page =>
        {
            page.Margin(100);
            page.Content(c => c.Text(text));
        });
        using var document = UglyToad.PdfPig.PdfDocument.Open(rendered.Bytes);
        Assert.All(document.GetPage(1).Letters.Where(l => l.Value != " "),
            letter => Assert.InRange(letter.BoundingBox.Right, 100, PageSize.A4.Width - 100 + 0.5));
        Assert.Equal(text, rendered.PdfToText().ReplaceLineEndings(" ").Trim());
    }

    [Fact]
    public void Spans_of_one_paragraph_share_a_baseline()
    {
        var rendered = Rendered.Content(c => c.Text(t =>
        {
            t.Span("small ").FontSize(8);
            t.Bold("LARGE ").FontSize(20).FontColor(Color.Signal);
            t.Span("plain");
        }));
        using var document = UglyToad.PdfPig.PdfDocument.Open(rendered.Bytes);
        var letters = document.GetPage(1).Letters;
        Assert.Single(letters.Select(l => Math.Round(l.StartBaseLine.Y, 1)).Distinct());
        Assert.Equal("small LARGE plain", Assert.Single(rendered.Pages));
    }

    [Fact]
    public void Thai_and_korean_break_between_words()
    {
        var rendered = Rendered.Content(c => c.Width(60).Text("선박은 검색되었으며 발견되었다").Language("ko"));
        Assert.Equal(["선박은", "검색되었으며", "발견되었다"], rendered.PdfToText().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var thai = Rendered.Content(c => c.Width(60).Text("พบถังสารเคมีจำนวนมาก").Language("th")).PdfToText();
        Assert.Equal("พบถังสารเคมี", thai.Split('\n')[0].Trim());
    }

    [Fact]
    public void Line_feeds_start_new_lines()
    {
        var rendered = Rendered.Content(c => c.Text("one\r\ntwo\rthree\u2028four\n\nfive\tsix"));
        Assert.Equal("one two three four five six", string.Join(' ', rendered.PdfToText().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }
}
