using System.Globalization;
using Interdiction.Documents.Drawing;
using Interdiction.Documents.Layout;

namespace Interdiction.Documents;

/// <summary>Describes a block of text.</summary>
public sealed class TextDescriptor
{
    readonly Text text;

    internal TextDescriptor(Text text) => this.text = text;

    /// <summary>Adds text.</summary>
    public SpanDescriptor Span(string text) => Add(_ => text);

    /// <summary>Adds text in the bold face.</summary>
    public SpanDescriptor Bold(string text) => Span(text).Bold();

    /// <summary>Adds text that leads to an address.</summary>
    public SpanDescriptor Link(string text, Uri address) => Span(text).Link(new WebLink(address));

    /// <summary>Adds text that leads to an anchor of this document.</summary>
    public SpanDescriptor LinkTo(string text, string anchor) => Span(text).Link(new AnchorLink(anchor));

    /// <summary>Adds the number of the page; in headers and footers only.</summary>
    public SpanDescriptor PageNumber() => Add(context => Number(context, page => page.Number));

    /// <summary>Adds how many pages there are; in headers and footers only.</summary>
    public SpanDescriptor PageCount() => Add(context => Number(context, page => page.Count));

    /// <summary>Style of the block, where its spans do not say otherwise.</summary>
    public TextDescriptor Style(TextStyle style)
    {
        text.Style = style.Over(text.Style);
        return this;
    }

    /// <summary>Size of the em, in points.</summary>
    public TextDescriptor FontSize(float size) => Style(new TextStyle { Size = size });

    public TextDescriptor Bold() => Style(new TextStyle { Bold = true });

    public TextDescriptor FontColor(Color color) => Style(new TextStyle { Color = color });

    /// <summary>Distance from baseline to baseline, in ems.</summary>
    public TextDescriptor LineHeight(float ems) => Style(new TextStyle { LineHeight = ems });

    /// <summary>BCP 47 tag of the language the text is in.</summary>
    public TextDescriptor Language(string tag) => Style(new TextStyle { Language = tag });

    public TextDescriptor AlignCenter() => Align(TextAlignment.Center);

    public TextDescriptor AlignEnd() => Align(TextAlignment.End);

    public TextDescriptor Align(TextAlignment alignment)
    {
        text.Alignment = alignment;
        return this;
    }

    /// <summary>Which way the paragraphs run, whatever they begin with.</summary>
    public TextDescriptor Direction(TextDirection direction)
    {
        text.Direction = direction;
        return this;
    }

    /// <summary>Names this place so that <see cref="LinkTo"/> can lead here.</summary>
    public TextDescriptor Anchor(string name)
    {
        text.Anchor = name;
        return this;
    }

    SpanDescriptor Add(Func<RenderContext, string> content)
    {
        var span = new Span(content);
        text.Spans.Add(span);
        return new SpanDescriptor(span);
    }

    static string Number(RenderContext context, Func<(int Number, int Count), int> which) => context.Page is { } page
        ? which(page).ToString(CultureInfo.InvariantCulture)
        : throw new InvalidOperationException("Page numbers are known in headers and footers only.");
}
