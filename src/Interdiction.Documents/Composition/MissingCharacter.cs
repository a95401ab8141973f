using Interdiction.Documents.Typography;

namespace Interdiction.Documents;

/// <summary>A character that no typeface has, or that must not act in a report, and so was shown by its name.</summary>
public readonly record struct MissingCharacter(int CodePoint)
{
    /// <summary>What was shown, such as <c>[U+1F600]</c>.</summary>
    public string Placeholder => ReadableText.Placeholder(CodePoint);

    /// <inheritdoc/>
    public override string ToString() => Placeholder;
}
