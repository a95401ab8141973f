using Interdiction.Documents.Typography;

namespace Interdiction.Documents.Drawing;

/// <summary>
/// What the layout needs of an engine. Coordinates are points from the top left corner of the page.
/// </summary>
public interface ICanvas
{
    /// <summary>Starts the next page.</summary>
    void BeginPage(PageSize size);

    /// <summary>
    /// Goes back to a finished page to draw its header and footer, which may say how many pages there are.
    /// Called once for each page, in order, after the last page has ended.
    /// </summary>
    /// <param name="number">Page number from 1.</param>
    void ReopenPage(int number);

    void EndPage();

    /// <summary>Draws shaped text with its origin on the baseline.</summary>
    void DrawText(GlyphRun run, float x, float baseline, Color color);

    void DrawRectangle(Area area, Color? fill, Stroke? stroke = null);

    void DrawLine(Point from, Point to, Stroke stroke);

    void DrawPath(VectorPath path, Color? fill, Stroke? stroke);

    /// <summary>Draws an image over the whole area.</summary>
    void DrawImage(JpegImage image, Area area);

    /// <summary>Draws nothing outside the area until <see cref="EndClip"/>.</summary>
    void BeginClip(Area area);

    void EndClip();

    /// <summary>
    /// What is drawn until <see cref="EndContent"/> is content of this node; what is drawn outside is decoration.
    /// </summary>
    void BeginContent(StructureNode node);

    void EndContent();

    /// <summary>Makes an area of the page lead somewhere.</summary>
    /// <param name="area">What can be clicked.</param>
    /// <param name="target">Where it leads.</param>
    /// <param name="node">The structure node of the link, or null in decoration.</param>
    void AddLink(Area area, LinkTarget target, StructureNode? node);

    /// <summary>Names a height of this page so that links can lead to it.</summary>
    void AddAnchor(string name, float y);

    /// <summary>Adds an outline entry (bookmark).</summary>
    /// <param name="level">1 for the highest.</param>
    /// <param name="title">What the entry says.</param>
    /// <param name="y">The height of this page it leads to.</param>
    void AddOutline(int level, string title, float y);
}
