namespace Interdiction.Documents.Typography;

/// <summary>Reads UTF-16 text code point by code point; a lone surrogate counts as itself.</summary>
static class CodePoints
{
    internal static int At(ReadOnlySpan<char> text, int index, out int length)
    {
        length = 1;
        if (!char.IsHighSurrogate(text[index]) || index + 1 >= text.Length || !char.IsLowSurrogate(text[index + 1]))
            return text[index];
        length = 2;
        return char.ConvertToUtf32(text[index], text[index + 1]);
    }
}
