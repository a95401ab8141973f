using Interdiction.Documents.Drawing;

namespace Interdiction.Documents.Layout;

/// <summary>Moves an element inside a room larger than it; 0 is the start or top, 0.5 the middle, 1 the end or bottom.</summary>
sealed class Aligned(Element child, float? horizontal, float? vertical) : Wrapper(child)
{
    float width;
    float roomWidth = float.NaN;

    internal override Plan Measure(RenderContext context, Room room) => Child.Measure(context, Inner(context, room));

    internal override void Draw(RenderContext context, Point at, Room room)
    {
        var inner = Inner(context, room);
        var height = vertical is null ? room.Height : Math.Min(Child.Measure(context, inner).Height, room.Height);
        var x = context.FromStart(at, room.Width, (room.Width - inner.Width) * (horizontal ?? 0), inner.Width);
        var y = at.Y + (room.Height - height) * (vertical ?? 0);
        Child.Draw(context, new Point(x, y), inner with { Height = height });
    }

    // As wide as all of the content, found before any of it is drawn: its lines must break alike on each page.
    Room Inner(RenderContext context, Room room)
    {
        if (horizontal is null) return room;
        if (room.Width != roomWidth)
        {
            roomWidth = room.Width;
            width = Math.Min(Child.Measure(context, new Room(room.Width, float.PositiveInfinity)).Width + Room.Tolerance, room.Width);
        }

        return room with { Width = width };
    }
}
