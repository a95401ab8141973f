using System.Globalization;
using System.Text;

namespace Interdiction.Contracts;

/// <summary>
/// Text in small Latin letters, letter by letter: Cyrillic as ships' papers have it (near BGN/PCGN), Greek (near ISO 843,
/// by sound), Arabic and Persian (near ALA-LC, without the vowels that are not written), Hangul (Revised Romanization, without
/// changes of sound between syllables). Marks over letters are left out, in every script; letters of other scripts stay as they are.
/// </summary>
public static class Transliteration
{
    static readonly Dictionary<char, string> Letters = Table(
        "а a б b в v г g д d е e ж zh з z и i і i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ - ы y ь - э e ю yu я ya є ye ґ g ђ dj ј j љ lj њ nj ћ c џ dz ѕ dz",
        "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ kh ψ ps ω o",
        "ا a ٱ a ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh ص s ض d ط t ظ z ع - غ gh ف f ق q ك k ل l م m ن n ه h ة a و u ي y ى a ء - ـ - پ p چ ch ژ zh گ g ک k ی y",
        "٠ 0 ١ 1 ٢ 2 ٣ 3 ٤ 4 ٥ 5 ٦ 6 ٧ 7 ٨ 8 ٩ 9 ۰ 0 ۱ 1 ۲ 2 ۳ 3 ۴ 4 ۵ 5 ۶ 6 ۷ 7 ۸ 8 ۹ 9",
        "ß ss ø o æ ae œ oe ł l đ d ð d þ th ı i");

    // The parts of a syllable, in the order of the character database (Unicode, chapter 3.12).
    static readonly string[] Leads = ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"];
    static readonly string[] Vowels = ["a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i"];
    static readonly string[] Tails =
        ["k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t"];

    public static string Latin(string text)
    {
        var latin = new StringBuilder(text.Length);
        foreach (var c in Nfc.Decompose(text))
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
                latin.Append(Letter(char.ToLowerInvariant(c)));
        return latin.ToString();
    }

    static string Letter(char c) => c switch
    {
        _ when char.IsAscii(c) => c.ToString(),
        >= '\u1100' and <= '\u1112' => Leads[c - '\u1100'],
        >= '\u1161' and <= '\u1175' => Vowels[c - '\u1161'],
        >= '\u11A8' and <= '\u11C2' => Tails[c - '\u11A8'],
        // Full-width letters and digits.
        >= '\uFF01' and <= '\uFF5E' => char.ToLowerInvariant((char)(c - '\uFF01' + '!')).ToString(),
        _ => Letters.GetValueOrDefault(c) ?? c.ToString(),
    };

    static Dictionary<char, string> Table(params string[] lines) =>
        lines.SelectMany(x => x.Split(' ').Chunk(2)).ToDictionary(x => x[0][0], x => x[1] is "-" ? "" : x[1]);
}
