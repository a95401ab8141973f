using Interdiction.Documents.Drawing;
using Interdiction.Documents.Typography;

namespace Interdiction.Documents.Layout;

/// <summary>Draws lines as content of a node; links and other languages become nodes of their own inside it.</summary>
/// <param name="context">The render.</param>
/// <param name="node">The paragraph.</param>
/// <param name="language">What it is in.</param>
readonly struct LineWriter(RenderContext context, StructureNode node, string language)
{
    const float UnderlineDepth = 0.12f, UnderlineWidth = 0.05f; // in ems

    /// <param name="line">The line.</param>
    /// <param name="at">Its top left corner.</param>
    internal void Write(TextLine line, Point at)
    {
        var baseline = at.Y + line.Baseline;
        for (int i = 0, end; i < line.Runs.Count; i = end)
        {
            var (link, spoken) = (line.Runs[i].Style.Link, line.Runs[i].Style.Language);
            for (end = i + 1; end < line.Runs.Count && (line.Runs[end].Style.Link, line.Runs[end].Style.Language) == (link, spoken);) end++;
            var target = NodeOf(link, spoken);
            if (!context.IsDecoration) context.Canvas.BeginContent(target);
            for (var k = i; k < end; k++)
                context.Canvas.DrawText(line.Runs[k].Glyphs, at.X + line.Runs[k].X, baseline, line.Runs[k].Style.Color);
            if (link is not null) WriteLink(line, i, end, at, link, target);
            if (!context.IsDecoration) context.Canvas.EndContent();
        }
    }

    StructureNode NodeOf(LinkTarget? link, string spoken)
    {
        if (link is null && spoken == language) return node;
        return node.Add(new StructureNode(link is null ? "Span" : "Link")
        {
            AlternativeText = link?.Description,
            Language = spoken == language ? null : spoken,
        });
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
