using Interdiction.Documents.Drawing;

namespace Interdiction.Documents.Layout;

/// <summary>Elements below one another, over as many pages as they need.</summary>
sealed class Column : Element
{
    int next;

    internal List<Slot> Items { get; } = [];

    /// <summary>Space between items, in points.</summary>
    internal float Spacing { get; set; }

    internal override Plan Measure(RenderContext context, Room room)
    {
        float used = 0, width = 0;
        for (var i = next; i < Items.Count; i++)
        {
            if (Items[i].Child is PageBreak { IsDone: false }) return new Plan(Fit.Partial, width, used);
            var plan = PlanOf(context, i, room, used, out var gap);
            if (plan.Fit == Fit.Wrap) return used == 0 ? Plan.Wrap : new Plan(Fit.Partial, width, used);
            used += gap + plan.Height;
            width = Math.Max(width, plan.Width);
            if (plan.Fit == Fit.Partial) return new Plan(Fit.Partial, width, used);
        }

        return new Plan(Fit.Full, width, used);
    }

    internal override void Draw(RenderContext context, Point at, Room room)
    {
        float used = 0;
        for (; next < Items.Count; next++)
        {
            if (Items[next].Child is PageBreak { IsDone: false } end)
            {
                end.IsDone = true;
                return;
            }

            var plan = PlanOf(context, next, room, used, out var gap);
            if (plan.Fit == Fit.Wrap) return;
            var inner = new Room(room.Width, plan.Height, room.Squeeze && used == 0);
            Items[next].Draw(context, at with { Y = at.Y + used + gap }, inner);
            used += gap + plan.Height;
            if (plan.Fit == Fit.Partial) return;
        }
    }

    // Only what comes first on an empty page is squeezed.
    Plan PlanOf(RenderContext context, int i, Room room, float used, out float gap)
    {
        gap = used > 0 ? GapBefore(i) : 0;
        var rest = new Room(room.Width, room.Height - used - gap, room.Squeeze && used == 0);
        return !rest.Squeeze && WouldPart(context, i, rest) ? Plan.Wrap : Items[i].Measure(context, rest);
    }

    float GapBefore(int i) => (Items[i - 1].SpaceAfter ?? Spacing) + Items[i].SpaceBefore;

    // A heading, or several in a row, must have the start of what they head below them.
    bool WouldPart(RenderContext context, int i, Room room)
    {
        for (; Items[i].KeepsWithNext && i + 1 < Items.Count; i++)
        {
            var plan = Items[i].Measure(context, room);
            if (plan.Fit != Fit.Full) return true;
            room = room.Less(0, plan.Height + GapBefore(i + 1));
            if (Items[i + 1].Measure(context, room).Fit == Fit.Wrap) return true;
        }

        return false;
    }
}
