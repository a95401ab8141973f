using Interdiction.Documents.Drawing;
using Interdiction.Documents.Layout;

namespace Interdiction.Documents;

/// <summary>Describes a span of text inside a block.</summary>
public sealed class SpanDescriptor
{
    readonly Span span;

    internal SpanDescriptor(Span span) => this.span = span;

    public SpanDescriptor Style(TextStyle style)
    {
        span.Style = style.Over(span.Style);
        return this;
    }

    /// <summary>Size of the em, in points.</summary>
    public SpanDescriptor FontSize(float size) => Style(new TextStyle { Size = size });

    public SpanDescriptor Bold() => Style(new TextStyle { Bold = true });

    public SpanDescriptor FontColor(Color color) => Style(new TextStyle { Color = color });

    /// <summary>BCP 47 tag of the language the span is in.</summary>
    public SpanDescriptor Language(string tag) => Style(new TextStyle { Language = tag });

    internal SpanDescriptor Link(LinkTarget target) => Style(new TextStyle { Link = target, Color = Color.Navy });
}
