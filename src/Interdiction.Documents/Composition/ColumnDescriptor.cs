using Interdiction.Documents.Layout;

namespace Interdiction.Documents;

/// <summary>Describes elements below one another.</summary>
public sealed class ColumnDescriptor
{
    readonly Column column;
    readonly TextStyle style;

    internal ColumnDescriptor(Column column, TextStyle style) => (this.column, this.style) = (column, style);

    /// <summary>Space between items, in points.</summary>
    public void Spacing(float value) => column.Spacing = value;

    /// <summary>The next place down.</summary>
    public Container Item()
    {
        var slot = new Slot();
        column.Items.Add(slot);
        return new Container(slot, style);
    }

    /// <summary>What comes next starts on a new page.</summary>
    public void PageBreak() => column.Items.Add(new Slot { Child = new PageBreak() });
}
