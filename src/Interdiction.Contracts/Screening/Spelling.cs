using System.Globalization;
using System.Text;

namespace Interdiction.Contracts;

/// <summary>
/// Brings spellings together that mean the same: case, diacritics, sub- and superscripts, Greek letters in words, and
/// British, American and confused endings (sulph/sulf, aluminium/aluminum, phosphorous/phosphorus).
/// </summary>
static class Spelling
{
    static readonly (string From, string To)[] variants =
        [("sulph", "sulf"), ("phosphorous", "phosphorus"), ("aluminium", "aluminum"), ("caesium", "cesium")];

    /// <summary>The text with each character in its plainest form, without marks over letters.</summary>
    public static string Plain(string text)
    {
        if (Ascii.IsValid(text))
            return text;
        var plain = new StringBuilder(text.Length);
        foreach (var c in Nfc.Decompose(text))
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
                plain.Append(Letter(c) ?? c.ToString());
        return plain.ToString();
    }

    /// <summary>A word in lower case and in one spelling.</summary>
    public static string Word(ReadOnlySpan<char> word)
    {
        var text = word.ToString().ToLowerInvariant();
        foreach (var (from, to) in variants)
            text = text.Replace(from, to, StringComparison.Ordinal);
        return text;
    }

    static string? Letter(char c) => c switch
    {
        'α' or 'Α' => "alpha",
        'β' or 'Β' => "beta",
        'γ' or 'Γ' => "gamma",
        'δ' or 'Δ' => "delta",
        'ß' => "ss",
        'ø' or 'Ø' => "o",
        'æ' or 'Æ' => "ae",
        'œ' or 'Œ' => "oe",
        'ł' or 'Ł' => "l",
        'đ' or 'Đ' => "d",
        'ı' => "i",
        >= '₀' and <= '₉' => ((char)('0' + c - '₀')).ToString(),
        >= '⁴' and <= '⁹' => ((char)('4' + c - '⁴')).ToString(),
        '⁰' => "0",
        '¹' => "1",
        '²' => "2",
        '³' => "3",
        // Full-width letters and digits.
        >= '！' and <= '～' => ((char)(c - '！' + '!')).ToString(),
        _ => null,
    };
}
