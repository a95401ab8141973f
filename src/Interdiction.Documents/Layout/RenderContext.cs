using Interdiction.Documents.Drawing;
using Interdiction.Documents.Typography;

namespace Interdiction.Documents.Layout;

/// <summary>What elements share during one render.</summary>
sealed class RenderContext(ICanvas canvas, DocumentInfo info) : IDisposable
{
    internal ICanvas Canvas => canvas;
    internal DocumentInfo Info => info;
    internal Shaper Shaper { get; } = new();

    /// <summary>Characters that were named because they have no glyph.</summary>
    internal SortedSet<int> Missing { get; } = [];

    /// <summary>The structure node that new content goes under.</summary>
    internal StructureNode Parent { get; private set; } = new("Document") { Language = info.Language };

    /// <summary>Columns and the start of lines are on the right.</summary>
    internal bool IsRightToLeft { get; init; }

    /// <summary>
    /// Text stands beside other text: its lines start where those of its neighbours do, whichever way it runs.
    /// </summary>
    internal bool InLanes { get; set; }

    /// <summary>Height between header and footer, in points.</summary>
    internal float BodyHeight { get; set; } = float.PositiveInfinity;

    /// <summary>Number of the page whose header or footer is drawn; null in the body.</summary>
    internal (int Number, int Count)? Page { get; set; }

    /// <summary>Headers, footers and repeated table headers are drawn.</summary>
    internal bool IsDecoration { get; private set; }

    /// <summary>Draws something whose content goes under a node.</summary>
    internal void Under(StructureNode node, Action draw)
    {
        var outer = Parent;
        Parent = node;
        draw();
        Parent = outer;
    }

    /// <summary>Draws something that is no content: it is not told to those who do not see the page.</summary>
    internal void AsDecoration(Action draw)
    {
        var (wasDecoration, outer) = (IsDecoration, Parent);
        (IsDecoration, Parent) = (true, new StructureNode("Artifact"));
        draw();
        (IsDecoration, Parent) = (wasDecoration, outer);
    }

    /// <summary>Draws the content of a node.</summary>
    internal void Content(StructureNode node, Action draw)
    {
        if (!IsDecoration) canvas.BeginContent(node);
        draw();
        if (!IsDecoration) canvas.EndContent();
    }

    /// <summary>Left edge of a part of a room, given its distance from the start edge.</summary>
    internal float FromStart(Point at, float roomWidth, float distance, float width) =>
        IsRightToLeft ? at.X + roomWidth - distance - width : at.X + distance;

    /// <inheritdoc/>
    public void Dispose() => Shaper.Dispose();
}
