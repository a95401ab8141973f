using Interdiction.Documents.Drawing;
using Interdiction.Documents.Typography;

namespace Interdiction.Documents.Layout;

/// <summary>Draws lines as content of a node; links become nodes of their own inside it.</summary>
readonly struct LineWriter(RenderContext context, StructureNode node)
{
    const float UnderlineDepth = 0.12f, UnderlineWidth = 0.05f; // in ems

    /// <param name="line">The line.</param>
    /// <param name="at">Its top left corner.</param>
    internal void Write(TextLine line, Point at)
    {
        var baseline = at.Y + line.Baseline;
        for (int i = 0, end; i < line.Runs.Count; i = end)
        {
            var link = line.Runs[i].Style.Link;
            for (end = i + 1; end < line.Runs.Count && Equals(line.Runs[end].Style.Link, link);) end++;
            var target = link is null ? node : node.Add(new StructureNode("Link") { AlternativeText = link.Description });
            if (!context.IsDecoration) context.Canvas.BeginContent(target);
            for (var k = i; k < end; k++)
                context.Canvas.DrawText(line.Runs[k].Glyphs, at.X + line.Runs[k].X, baseline, line.Runs[k].Style.Color);
            if (link is not null) WriteLink(line, i, end, at, link, target);
            if (!context.IsDecoration) context.Canvas.EndContent();
        }
    }

    void WriteLink(TextLine line, int first, int end, Point at, LinkTarget link, StructureNode target)
    {
        var style = line.Runs[first].Style;
        float left = at.X + line.Runs[first].X, right = at.X + line.Runs[end - 1].X + line.Runs[end - 1].Glyphs.Width;
        var y = at.Y + line.Baseline + style.Size * UnderlineDepth;
        context.Canvas.DrawLine(new Point(left, y), new Point(right, y), new Stroke(style.Color, style.Size * UnderlineWidth));
        context.Canvas.AddLink(new Area(left, at.Y, right - left, line.Height), link, context.IsDecoration ? null : target);
    }
}
