namespace Interdiction.Contracts;

/// <summary>What somebody wrote, short enough to be repeated in a message.</summary>
static class Excerpt
{
    const int Most = 80;

    public static string Of(string? text) => text is null ? "" : text.Length <= Most ? text : text[..(char.IsHighSurrogate(text[Most - 1]) ? Most - 1 : Most)] + "…";
}
