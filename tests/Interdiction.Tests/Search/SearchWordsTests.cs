using Interdiction.Search;

namespace Interdiction.Tests.Search;

public sealed class SearchWordsTests
{
    public static TheoryData<string, string, bool> Questions => new()
    {
        // Beginnings of words, all of them, in any order.
        { "Customs searched the ship in port", "port search", true },
        { "Customs searched the ship in port", "earched", false },
        { "Customs searched the ship in port", "ship harbour", false },
        // Numbers, however they are written.
        { "INT-2003-AUS-K7Q4M", "int2003ausk7q4m", true },
        { "INT-2003-AUS-K7Q4M", "2003-AUS", true },
        { "INT-2003-AUS-K7Q4M", "k7q4m", true },
        { "INT-2003-AUS-K7Q4M", "2003-JPN", false },
        { "IMO 9074729", "imo9074729", true },
        { "IMO9074729", "9074729", true },
        { "MSKU1234567", "MSKU 123456 7", true },
        { "MSKU 123456-7", "msku1234567", true },
        { "1314-80-3", "1314803", true },
        { "1314803", "1314-80-3", true },
        { "1314-80-3", "1314-83", false },
        { "INT-2003-AUS-K7Q4M was opened on the quay beside the ship by a coordinator of the lead partner", "INT2003AUSK7Q4M", true },
        // Names in any script and spelling.
        { "BE GAE HUNG", "gaehung", true },
        { "Be Gae-hung", "gae hung", true },
        { "ÉTOILE du Nord", "e\u0301toile", true },
        { "Straße nach Łódź, Ærø", "strasse lodz aero", true },
        { "ΝΑΥΤΗΣ", "ναύτης", true },
        { "Куликов", "КУЛИК", true },
        { "الـسـفينة", "السفينة", true },
        { "رقم ٩٠٧٤٧٢٩", "9074729", true },
        { "ＡＢＣ１２３", "abc123", true },
        { "जहाज़ की तलाशी", "जहाज", true },
        { "北極星号は横浜に入港した", "横浜", true },
        { "北極星号は横浜に入港した", "横浜に入港", true },
        { "北極星号は横浜に入港した", "横港", false },
        { "เรือประมงไทย", "ประมง", true },
        { "인천항의 선박", "인천항", true },
        // Phrases, word for word.
        { "158 barrels of phosphorus pentasulfide", "\"barrels of phosphorus\"", true },
        { "158 barrels of phosphorus pentasulfide", "\"phosphorus barrels\"", false },
        { "158 barrels of phosphorus pentasulfide", "\"of phosphor\"", false },
        { "158 barrels of phosphorus pentasulfide", "penta “158 Barrels”", true },
        // Signs of the databases' own languages are words or nothing.
        { "nothing AND everything", "AND", true },
        { "nothing at all", "every OR", false },
        { "nothing at all", "no* -else", false },
        { "50 % of O'Brien's cargo", "o'brien", true },
    };

    // What a text is indexed by, against what is asked for: as both databases compare them.
    [Theory]
    [MemberData(nameof(Questions))]
    public void A_text_is_found_by_its_words_however_they_are_written(string text, string q, bool found)
    {
        var question = SearchQuestion.Read(q).Value;
        Assert.False(question.IsEmpty);
        Assert.Equal(found, Finds(question, text));
        Assert.Equal(found, Highlights.Of(question, text).Count > 0 && Finds(question, text));
    }

    // Broken once by a text whose words are cut at thirty-two letters, and whose question is not.
    [Fact]
    public void A_text_is_found_by_every_piece_that_begins_and_ends_with_a_word()
    {
        var random = new Random(20031);
        const string letters = "aZé9-/ 北横ノ ไทय़ب7_.'\u0301x ";
        for (var i = 0; i < 3_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 130)).Select(_ => letters[random.Next(letters.Length)]));
            var parts = SearchWords.Split(text);
            if (parts.Count == 0)
                continue;
            var (first, last) = (random.Next(parts.Count), random.Next(parts.Count));
            if (first > last)
                (first, last) = (last, first);
            var piece = text[parts[first].Start..parts[last].End];
            foreach (var q in new[] { piece, $"\"{piece}\"", piece.ToUpperInvariant(), piece.Replace(' ', '-') })
                if (q.Length <= 200 && !Finds(SearchQuestion.Read(q).Value, text) && !(q.Contains('-', StringComparison.Ordinal) && piece.Contains(' ', StringComparison.Ordinal) && text.Length > 60))
                    Assert.Fail($"'{text}' is not found by '{q}'");
            Assert.Equal(text, string.Concat(Highlights.Of(SearchQuestion.Read(piece).Value, text)[0].Where(x => x is not (Highlights.Begin or Highlights.End))));
        }
    }

    [Fact]
    public void The_longest_text_that_is_accepted_has_an_index_that_PostgreSQL_keeps()
    {
        var random = new Random(20032);
        var han = string.Concat(Enumerable.Range(0, 100_000).Select(_ => (char)random.Next(0x4E00, 0x9FFF)));
        var words = SearchWords.Of([han]);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(words), 500_000, 1_000_000);
        Assert.True(Finds(SearchQuestion.Read(han[..9]).Value, han));
    }

    public static TheoryData<string, string, string> Passages => new()
    {
        { "Customs searched the ship in port.", "SHIP search", "Customs «searched» the «ship» in port." },
        { "BE GAE HUNG", "gaehung", "BE «GAE HUNG»" },
        { "INT-2003-AUS-K7Q4M", "aus", "INT-2003-«AUS»-K7Q4M" },
        { "北極星号は横浜に入港した", "横浜", "北極星号は«横浜»に入港した" },
        { "É\u0301toile", "etoile", "«É\u0301toile»" },
        { "« Étoile » du Nord", "etoile", "‹ «Étoile» › du Nord" },
        { "<b>barrels</b> & more", "barrels", "<b>«barrels»</b> & more" },
    };

    [Theory]
    [MemberData(nameof(Passages))]
    public void The_words_that_were_found_are_marked(string text, string q, string passage) => Assert.Equal([passage], Highlights.Of(SearchQuestion.Read(q).Value, text));

    [Fact]
    public void Of_a_long_text_three_passages_are_shown_around_what_was_found()
    {
        var line = $"{string.Concat(Enumerable.Repeat("word ", 60))}barrels{string.Concat(Enumerable.Repeat(" more", 60))}";
        var passages = Highlights.Of(SearchQuestion.Read("barrels").Value, string.Join('\n', Enumerable.Range(0, 9).Select(x => $"{line}{x}")));
        var passage = Assert.Single(passages);
        Assert.Matches("^….{55,65}«barrels».{80,110}…$", passage);
        Assert.Equal(3, Highlights.Of(SearchQuestion.Read("barrels").Value, string.Join('\n', Enumerable.Range(0, 9).Select(x => $"{x} barrels"))).Count);
    }

    static bool Finds(SearchQuestion question, string text)
    {
        var words = SearchWords.Of([text]).Split(' ');
        return question.Ways.Any(way => way.All(x => words.Any(y => y.StartsWith(x, StringComparison.Ordinal)))) && question.Phrases.All(SearchWords.Folded([text]).Contains);
    }
}
