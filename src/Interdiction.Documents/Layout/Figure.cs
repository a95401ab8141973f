using Interdiction.Documents.Drawing;

namespace Interdiction.Documents.Layout;

/// <summary>A drawing of a height of its own, with words for those who do not see it. It is never split.</summary>
sealed class Figure(float height, string alternativeText, Action<FigureCanvas> draw) : Element
{
    internal override Plan Measure(RenderContext context, Room room)
    {
        if (!room.Holds(height) && !room.Squeeze) return Plan.Wrap;
        return new Plan(Fit.Full, room.Width, Math.Min(height, room.Height));
    }

    internal override void Draw(RenderContext context, Point at, Room room)
    {
        var node = context.Parent.Add(new StructureNode("Figure") { AlternativeText = alternativeText });
        var area = new Area(at.X, at.Y, room.Width, Math.Min(height, room.Height));
        context.Content(node, () =>
        {
            context.Canvas.BeginClip(area);
            draw(new FigureCanvas(context, area));
            context.Canvas.EndClip();
        });
    }
}
