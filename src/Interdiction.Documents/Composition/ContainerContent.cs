using Interdiction.Documents.Drawing;
using Interdiction.Documents.Layout;

namespace Interdiction.Documents;

/// <summary>What can stand in a container.</summary>
public static class ContainerContent
{
    /// <summary>Paragraphs in one style; a line feed starts a new one.</summary>
    public static TextDescriptor Text(this Container container, string text)
    {
        var descriptor = new TextDescriptor(container.Put(new Text { Style = container.Style }));
        descriptor.Span(text);
        return descriptor;
    }

    /// <summary>Paragraphs of spans in different styles.</summary>
    public static TextDescriptor Text(this Container container, Action<TextDescriptor> compose)
    {
        var descriptor = new TextDescriptor(container.Put(new Text { Style = container.Style }));
        compose(descriptor);
        return descriptor;
    }

    /// <summary>A heading: stays with what follows and makes an outline entry.</summary>
    /// <param name="container">Where it stands.</param>
    /// <param name="level">From 1 to 6.</param>
    /// <param name="text">What it says.</param>
    public static TextDescriptor Heading(this Container container, int level, string text)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, 6);
        var style = TextStyle.Heading(level).Over(container.Style);
        var descriptor = new TextDescriptor(container.Put(new Text { Style = style, HeadingLevel = level }));
        descriptor.Span(text);
        return descriptor;
    }

    /// <summary>Elements below one another.</summary>
    public static void Column(this Container container, Action<ColumnDescriptor> compose) =>
        compose(new ColumnDescriptor(container.Put(new Column()), container.Style));

    /// <summary>Elements beside one another.</summary>
    public static void Row(this Container container, Action<RowDescriptor> compose) =>
        compose(new RowDescriptor(container.Put(new Row()), container.Style));

    /// <summary>Rows and columns, with a header on each page.</summary>
    /// <exception cref="InvalidOperationException">No columns were given.</exception>
    public static void Table(this Container container, Action<TableDescriptor> compose)
    {
        var descriptor = new TableDescriptor(container.Style);
        compose(descriptor);
        container.Put(descriptor.Build());
    }

    /// <summary>A drawing as wide as there is room.</summary>
    /// <param name="container">Where it stands.</param>
    /// <param name="height">Its height in points.</param>
    /// <param name="alternativeText">What it shows, for those who do not see it.</param>
    /// <param name="draw">Draws it.</param>
    public static void Figure(this Container container, float height, string alternativeText, Action<FigureCanvas> draw)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(alternativeText);
        container.Put(new Figure(height, alternativeText, draw));
    }

    /// <summary>A photograph, as large as the height and the width of its place allow, at the start.</summary>
    /// <param name="container">Where it stands.</param>
    /// <param name="image">The photograph.</param>
    /// <param name="height">Height of its place, in points.</param>
    /// <param name="alternativeText">What it shows, for those who do not see it.</param>
    public static void Image(this Container container, JpegImage image, float height, string alternativeText) =>
        container.Figure(height, alternativeText, figure =>
        {
            var scale = Math.Min(figure.Width / image.Width, figure.Height / image.Height);
            var x = figure.IsRightToLeft ? figure.Width - image.Width * scale : 0;
            figure.Image(image, new Area(x, 0, image.Width * scale, image.Height * scale));
        });

    /// <summary>A horizontal line.</summary>
    public static void Rule(this Container container, Stroke stroke) => container.Put(new Rule(stroke));
}
