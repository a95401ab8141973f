using Interdiction.Documents.Drawing;

namespace Interdiction.Documents.Layout;

/// <summary>An element that goes to the next page rather than being split.</summary>
sealed class KeepTogether(Element child) : Wrapper(child)
{
    internal override Plan Measure(RenderContext context, Room room)
    {
        var plan = Child.Measure(context, room);
        return plan.Fit == Fit.Partial && !room.Squeeze ? Plan.Wrap : plan;
    }
}

/// <summary>An element that goes to the next page rather than being the last on its page.</summary>
sealed class KeepWithNext(Element child) : Wrapper(child)
{
    internal override bool KeepsWithNext => true;
}

/// <summary>Ends the page, inside a column.</summary>
sealed class PageBreak : Element
{
    internal bool IsDone { get; set; }

    internal override Plan Measure(RenderContext context, Room room) => Plan.Nothing;

    internal override void Draw(RenderContext context, Point at, Room room)
    {
    }
}

/// <summary>A horizontal line as wide as its room.</summary>
sealed class Rule(Stroke stroke) : Element
{
    internal override Plan Measure(RenderContext context, Room room) =>
        room.Holds(stroke.Width) || room.Squeeze ? new Plan(Fit.Full, room.Width, stroke.Width) : Plan.Wrap;

    internal override void Draw(RenderContext context, Point at, Room room)
    {
        var y = at.Y + stroke.Width / 2;
        context.Canvas.DrawLine(at with { Y = y }, new Point(at.X + room.Width, y), stroke);
    }
}

/// <summary>Puts what it holds under a node of its own in the logical structure.</summary>
sealed class Tagged(Element child, Func<StructureNode> make) : Wrapper(child)
{
    StructureNode? node;

    internal override void Draw(RenderContext context, Point at, Room room)
    {
        node ??= context.Parent.Add(make());
        context.Under(node, () => Child.Draw(context, at, room));
    }
}
