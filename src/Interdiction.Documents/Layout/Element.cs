using Interdiction.Documents.Drawing;

namespace Interdiction.Documents.Layout;

/// <summary>How much of an element fits into a room.</summary>
enum Fit
{
    /// <summary>Nothing: it wants the next page.</summary>
    Wrap,

    /// <summary>A part: the rest goes on on the next page.</summary>
    Partial,

    /// <summary>All that is left of it.</summary>
    Full,
}

/// <summary>Answer to a measurement; lengths in points.</summary>
readonly record struct Plan(Fit Fit, float Width, float Height)
{
    internal static readonly Plan Wrap = new(Fit.Wrap, 0, 0);
    internal static readonly Plan Nothing = new(Fit.Full, 0, 0);

    internal Plan Grown(float width, float height) => this with { Width = Width + width, Height = Height + height };
}

/// <summary>Room offered to an element, in points.</summary>
/// <param name="Width">To be used or not.</param>
/// <param name="Height">Not to be exceeded, unless squeezed.</param>
/// <param name="Squeeze">
/// The page is empty and yet nothing fits: wishes (keep together, no widows, full size) are given up, so that
/// every document ends.
/// </param>
readonly record struct Room(float Width, float Height, bool Squeeze = false)
{
    /// <summary>Rounding of heights that were measured as this height, in points.</summary>
    internal const float Tolerance = 0.02f;

    internal bool Holds(float height) => height <= Height + Tolerance;

    internal Room Less(float width, float height) => this with { Width = Width - width, Height = Height - height };
}

/// <summary>
/// A piece of layout. Measuring changes nothing; drawing consumes what fits, and the next drawing goes on
/// where it ended.
/// </summary>
abstract class Element
{
    /// <summary>Whether a page must not end right after this element.</summary>
    internal virtual bool KeepsWithNext => false;

    /// <summary>Space wanted above, inside a column, on top of the column's own; in points.</summary>
    internal virtual float SpaceBefore => 0;

    /// <summary>Space wanted below, inside a column, in place of the column's own; in points.</summary>
    internal virtual float? SpaceAfter => null;

    internal abstract Plan Measure(RenderContext context, Room room);

    /// <summary>Draws into a room whose height is what <see cref="Measure"/> asked for, or more.</summary>
    internal abstract void Draw(RenderContext context, Point at, Room room);
}

/// <summary>An element around one other, which it leaves as it is unless it says otherwise.</summary>
abstract class Wrapper(Element child) : Element
{
    internal Element Child => child;

    internal override bool KeepsWithNext => child.KeepsWithNext;

    internal override float SpaceBefore => child.SpaceBefore;

    internal override float? SpaceAfter => child.SpaceAfter;

    internal override Plan Measure(RenderContext context, Room room) => child.Measure(context, room);

    internal override void Draw(RenderContext context, Point at, Room room) => child.Draw(context, at, room);
}

/// <summary>A place that composition fills, or leaves empty.</summary>
sealed class Slot : Element
{
    internal Element? Child { get; set; }

    internal override bool KeepsWithNext => Child?.KeepsWithNext ?? false;

    internal override float SpaceBefore => Child?.SpaceBefore ?? 0;

    internal override float? SpaceAfter => Child?.SpaceAfter;

    internal override Plan Measure(RenderContext context, Room room) => Child?.Measure(context, room) ?? Plan.Nothing;

    internal override void Draw(RenderContext context, Point at, Room room) => Child?.Draw(context, at, room);
}
