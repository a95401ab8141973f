using Interdiction.Documents.Layout;

namespace Interdiction.Documents;

/// <summary>Describes elements below one another.</summary>
public sealed class ColumnDescriptor
{
    readonly Column _column;
    readonly TextStyle _style;

    internal ColumnDescriptor(Column column, TextStyle style) => (_column, _style) = (column, style);

    /// <summary>Space between items, in points.</summary>
    public void Spacing(float value) => _column.Spacing = value;

    /// <summary>The next place down.</summary>
    public Container Item()
    {
        var slot = new Slot();
        _column.Items.Add(slot);
        return new Container(slot, _style);
    }

    /// <summary>What comes next starts on a new page.</summary>
    public void PageBreak() => _column.Items.Add(new Slot { Child = new PageBreak() });
}
