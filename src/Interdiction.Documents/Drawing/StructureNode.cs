namespace Interdiction.Documents.Drawing;

/// <summary>
/// A node of the logical structure (ISO 32000-1, 14.7): what a reader that does not see the page reads.
/// The layout builds the tree; the canvas ties marked content to its leaves.
/// </summary>
/// <param name="role">Standard structure type, such as <c>P</c>, <c>H1</c> or <c>TD</c>.</param>
public sealed class StructureNode(string role)
{
    readonly List<object> children = [];

    public string Role => role;

    /// <summary>Words that stand for a figure or link.</summary>
    public string? AlternativeText { get; init; }

    /// <summary>BCP 47 tag where it differs from the document's.</summary>
    public string? Language { get; set; }

    /// <summary><c>Column</c> or <c>Row</c> for a header cell.</summary>
    public string? Scope { get; init; }

    /// <summary>Columns a table cell spans.</summary>
    public int ColumnSpan { get; init; } = 1;

    /// <summary>Nodes, and whatever a canvas adds to find its marked content again.</summary>
    public IReadOnlyList<object> Children => children;

    /// <summary>Adds a child node and returns it.</summary>
    public StructureNode Add(StructureNode child)
    {
        children.Add(child);
        return child;
    }

    /// <summary>Adds a canvas's own reference to content.</summary>
    public void AddContent(object reference) => children.Add(reference);
}
