using Interdiction.Documents.Drawing;

namespace Interdiction.Documents.Layout;

/// <summary>What decides the width of a column or row item.</summary>
enum WidthKind { Fixed, Relative, Auto }

/// <summary>A width in points, or a share of what is left, or that of the content.</summary>
readonly record struct TrackWidth(WidthKind Kind, float Value)
{
    /// <summary>Widths in points of tracks that fill a room.</summary>
    /// <param name="tracks">The tracks.</param>
    /// <param name="room">Width to fill, without gaps.</param>
    /// <param name="natural">Width of the content of a track.</param>
    internal static float[] Resolve(IReadOnlyList<TrackWidth> tracks, float room, Func<int, float> natural)
    {
        var widths = new float[tracks.Count];
        room = Math.Max(0, room);
        float rest = room, shares = 0;
        for (var i = 0; i < widths.Length; i++)
        {
            if (tracks[i].Kind == WidthKind.Relative) shares += tracks[i].Value;
            else rest -= widths[i] = tracks[i].Kind == WidthKind.Fixed ? tracks[i].Value : natural(i);
        }

        // Tracks wider than the room together are made narrower, so that nothing leaves the page.
        if (rest < 0)
            for (var i = 0; i < widths.Length; i++)
                widths[i] *= room / (room - rest);
        for (var i = 0; i < widths.Length; i++)
            if (tracks[i].Kind == WidthKind.Relative)
                widths[i] = Math.Max(0, rest) * tracks[i].Value / shares;
        return widths;
    }
}

/// <summary>Elements beside one another, as high as the highest.</summary>
sealed class Row : Element
{
    readonly List<TrackWidth> tracks = [];
    readonly List<Element> elements = [];
    readonly Lanes lanes = new();
    float[] widths = [];
    float roomWidth = float.NaN;

    /// <summary>Space between items, in points.</summary>
    internal float Spacing { get; set; }

    internal void Add(TrackWidth width, Element element)
    {
        tracks.Add(width);
        elements.Add(element);
        lanes.Add(element);
    }

    internal override Plan Measure(RenderContext context, Room room) =>
        lanes.Measure(context, room, Widths(context, room.Width), Spacing);

    internal override void Draw(RenderContext context, Point at, Room room) =>
        lanes.Draw(context, at, room, Widths(context, room.Width), Spacing);

    float[] Widths(RenderContext context, float width)
    {
        if (width != roomWidth)
        {
            var free = width - Spacing * (tracks.Count - 1);
            float Natural(int i) => elements[i].Measure(context, new Room(free, float.PositiveInfinity)).Width + Room.Tolerance;
            widths = TrackWidth.Resolve(tracks, free, Natural);
            roomWidth = width;
        }

        return widths;
    }
}
