using Interdiction.Documents.Drawing;
using Interdiction.Documents.Typography;

namespace Interdiction.Documents.Tests;

/// <summary>A second engine behind the seam: draws nothing, tells when a page ends, and listens to the text.</summary>
sealed class PageCounter(Action pageEnded, Action<string>? textDrawn = null) : ICanvas
{
    public void BeginPage(PageSize size) { }

    public void ReopenPage(int number) { }

    public void EndPage() => pageEnded();

    public void DrawText(GlyphRun run, float x, float baseline, Color color) => textDrawn?.Invoke(run.Text[run.Start..run.End]);

    public void DrawRectangle(Area area, Color? fill, Stroke? stroke = null) { }

    public void DrawLine(Point from, Point to, Stroke stroke) { }

    public void DrawPath(VectorPath path, Color? fill, Stroke? stroke) { }

    public void DrawImage(JpegImage image, Area area) { }

    public void BeginClip(Area area) { }

    public void EndClip() { }

    public void BeginContent(StructureNode node) { }

    public void EndContent() { }

    public void AddLink(Area area, LinkTarget target, StructureNode? node) { }

    public void AddAnchor(string name, float y) { }

    public void AddOutline(int level, string title, float y) { }
}
