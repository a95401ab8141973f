using Interdiction.Documents.Layout;

namespace Interdiction.Documents;

/// <summary>Describes elements beside one another, from the start of the line.</summary>
public sealed class RowDescriptor
{
    readonly Row row;
    readonly TextStyle style;

    internal RowDescriptor(Row row, TextStyle style) => (this.row, this.style) = (row, style);

    /// <summary>Space between items, in points.</summary>
    public void Spacing(float value) => row.Spacing = value;

    /// <summary>A place that takes a share of the width that fixed and automatic ones leave.</summary>
    public Container Relative(float share = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(share);
        return Add(new TrackWidth(WidthKind.Relative, share));
    }

    /// <summary>A place of this width, in points.</summary>
    public Container Fixed(float width) => Add(new TrackWidth(WidthKind.Fixed, width));

    /// <summary>A place as wide as its content.</summary>
    public Container Auto() => Add(new TrackWidth(WidthKind.Auto, 0));

    Container Add(TrackWidth width)
    {
        var slot = new Slot();
        row.Add(width, slot);
        return new Container(slot, style);
    }
}
