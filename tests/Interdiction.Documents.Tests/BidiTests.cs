using Interdiction.Documents.Typography.Bidi;

namespace Interdiction.Documents.Tests;

/// <summary>Capitals stand for Hebrew letters, lower case for Latin, as in the examples of UAX #9.</summary>
public class BidiTests
{
    [Theory]
    [InlineData("car is the car in english", 0, "car is the car in english")]
    [InlineData("car means CAR.", 0, "car means RAC.")]
    [InlineData("CAR means car.", 1, ".means car RAC")]
    [InlineData("he said \"CAR means CAR\"", 0, "he said \"RAC means RAC\"")]
    [InlineData("ABC 123 DEF", 1, "FED 123 CBA")]
    [InlineData("price ABC 12,345.67 end", 0, "price 12,345.67 CBA end")]
    [InlineData("ABC (def) GHI", 1, "IHG (def) CBA")]
    [InlineData("abc (DEF) ghi", 0, "abc (FED) ghi")]
    [InlineData("ABC (DEF 12) x", 1, "x (12 FED) CBA")]
    public void Lines_are_read_in_the_order_of_the_standard(string logical, int baseLevel, string visual) =>
        Assert.Equal(visual, Visual(logical, baseLevel));

    [Fact]
    public void The_first_strong_character_decides()
    {
        Assert.Equal(1, Resolve("12 - ABC def", null).BaseLevel);
        Assert.Equal(0, Resolve("12 - abc DEF", null).BaseLevel);
        Assert.Equal(1, BidiParagraph.Resolve([.. "12-3".Select(c => (int)c)], null, fallbackLevel: 1).BaseLevel);
    }

    [Fact]
    public void An_isolate_keeps_its_inside_from_what_is_around()
    {
        Assert.Equal("it 2 CBA ED", Strip(Visual("DE \u2067ABC 2\u2069 it", 1)));
        Assert.Equal("mv star 12 CBA", Strip(Visual("ABC \u2068mv star 12\u2069", 1)));
        Assert.Equal("12 mv star CBA", Strip(Visual("ABC mv star\u200F 12", 1)));
    }

    [Fact]
    public void An_override_turns_everything_round() => Assert.Equal("x cba y", Strip(Visual("x \u202Eabc\u202C y", 0)));

    [Fact]
    public void Depth_is_limited()
    {
        var levels = Resolve(new string('\u202B', 200) + "abc", 0).Levels;
        Assert.All(levels, level => Assert.True(level <= 126));
    }

    static string Strip(string text) => string.Concat(text.Where(c => c is < '\u2000'));

    static string Visual(string logical, int? baseLevel)
    {
        var runs = Resolve(logical, baseLevel).VisualRuns(0, logical.Length);
        return string.Concat(runs.Select(run =>
        {
            var piece = logical[run.Start..run.End];
            return run.IsRightToLeft ? string.Concat(piece.Reverse().Select(Mirror)) : piece;
        }));
    }

    static char Mirror(char c) => c switch { '(' => ')', ')' => '(', '<' => '>', '>' => '<', _ => c };

    static BidiParagraph Resolve(string text, int? baseLevel) =>
        BidiParagraph.Resolve([.. text.Select(c => c is >= 'A' and <= 'Z' ? 0x5D0 + (c - 'A') : c)], baseLevel);
}
