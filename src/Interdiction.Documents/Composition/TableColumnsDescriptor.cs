using Interdiction.Documents.Layout;

namespace Interdiction.Documents;

/// <summary>Describes the widths of the columns of a table.</summary>
public sealed class TableColumnsDescriptor
{
    internal List<TrackWidth> Tracks { get; } = [];

    /// <summary>A column that takes a share of the width that fixed ones leave.</summary>
    public void Relative(float share = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(share);
        Tracks.Add(new TrackWidth(WidthKind.Relative, share));
    }

    /// <summary>A column of this width, in points.</summary>
    public void Fixed(float width) => Tracks.Add(new TrackWidth(WidthKind.Fixed, width));
}
