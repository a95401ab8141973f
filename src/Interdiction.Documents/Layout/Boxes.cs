using Interdiction.Documents.Drawing;

namespace Interdiction.Documents.Layout;

/// <summary>Space around an element, in points; start and end swap sides in right-to-left documents.</summary>
sealed class Padding(Element child, float top, float end, float bottom, float start) : Wrapper(child)
{
    internal override Plan Measure(RenderContext context, Room room)
    {
        if (!room.Holds(top + bottom) && !room.Squeeze) return Plan.Wrap;
        var plan = Child.Measure(context, room.Less(start + end, top + bottom));
        return plan.Fit == Fit.Wrap ? plan : plan.Grown(start + end, top + bottom);
    }

    internal override void Draw(RenderContext context, Point at, Room room)
    {
        var left = context.IsRightToLeft ? end : start;
        Child.Draw(context, new Point(at.X + left, at.Y + top), room.Less(start + end, top + bottom));
    }
}

/// <summary>Colour behind an element, over the whole room it is given.</summary>
sealed class Background(Element child, Color color) : Wrapper(child)
{
    internal override void Draw(RenderContext context, Point at, Room room)
    {
        context.Canvas.DrawRectangle(new Area(at.X, at.Y, room.Width, room.Height), color);
        base.Draw(context, at, room);
    }
}

/// <summary>Edges of an element.</summary>
[Flags]
enum Edges { Top = 1, Bottom = 2, Start = 4, End = 8, All = Top | Bottom | Start | End }

/// <summary>Lines on the edges of an element, over the whole room it is given.</summary>
sealed class Border(Element child, Edges edges, Stroke stroke) : Wrapper(child)
{
    internal override void Draw(RenderContext context, Point at, Room room)
    {
        base.Draw(context, at, room);
        if (edges == Edges.All)
        {
            context.Canvas.DrawRectangle(new Area(at.X, at.Y, room.Width, room.Height), null, stroke);
            return;
        }

        float right = at.X + room.Width, bottom = at.Y + room.Height;
        var (startX, endX) = context.IsRightToLeft ? (right, at.X) : (at.X, right);
        if (edges.HasFlag(Edges.Top)) context.Canvas.DrawLine(at, at with { X = right }, stroke);
        if (edges.HasFlag(Edges.Bottom)) context.Canvas.DrawLine(at with { Y = bottom }, new Point(right, bottom), stroke);
        if (edges.HasFlag(Edges.Start)) context.Canvas.DrawLine(new Point(startX, at.Y), new Point(startX, bottom), stroke);
        if (edges.HasFlag(Edges.End)) context.Canvas.DrawLine(new Point(endX, at.Y), new Point(endX, bottom), stroke);
    }
}

/// <summary>A width or least height of its own, in points.</summary>
sealed class Sized(Element child, float? width, float minHeight) : Wrapper(child)
{
    internal override Plan Measure(RenderContext context, Room room)
    {
        if (!room.Holds(minHeight) && !room.Squeeze) return Plan.Wrap;
        var plan = Child.Measure(context, Inner(room));
        if (plan.Fit == Fit.Wrap) return plan;
        return plan with { Width = width ?? plan.Width, Height = Math.Max(plan.Height, Math.Min(minHeight, room.Height)) };
    }

    internal override void Draw(RenderContext context, Point at, Room room)
    {
        var inner = Inner(room);
        Child.Draw(context, at with { X = context.FromStart(at, room.Width, 0, inner.Width) }, inner);
    }

    Room Inner(Room room) => room with { Width = Math.Min(width ?? room.Width, room.Width) };
}
