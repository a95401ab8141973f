using Interdiction.Documents.Drawing;
using Interdiction.Documents.Typography;

namespace Interdiction.Documents.Layout;

/// <summary>What a span says; page numbers are known only when a header or footer is drawn.</summary>
sealed class Span(Func<RenderContext, string> content)
{
    internal TextStyle Style { get; set; } = TextStyle.Inherited;

    internal string Read(RenderContext context) => content(context);
}

/// <summary>Paragraphs of spans. At least two lines stay together at the end and at the start of a page.</summary>
sealed class Text : Element
{
    const int TogetherLines = 2;

    // A heading stands nearer to what it heads than to what went before; in ems. The first level is a title.
    static readonly float[] HeadingSpaceBefore = [0, 0, 0.7f, 0.6f, 0.5f, 0.5f, 0.5f];
    const float HeadingSpaceAfter = 0.35f;

    TextBlock? block;
    int drawn;
    StructureNode? node;

    internal List<Span> Spans { get; } = [];
    internal TextStyle Style { get; set; } = TextStyle.Inherited;
    internal TextAlignment Alignment { get; set; }
    internal TextDirection Direction { get; set; }

    /// <summary>Heading level from 1, or null for a paragraph.</summary>
    internal int? HeadingLevel { get; init; }

    /// <summary>Name by which links find this place.</summary>
    internal string? Anchor { get; set; }

    internal override bool KeepsWithNext => HeadingLevel is not null;

    internal override float SpaceBefore => HeadingSpaceBefore[HeadingLevel ?? 0] * SpanStyle.Of(Style).Size;

    internal override float? SpaceAfter => HeadingLevel is null ? null : HeadingSpaceAfter * SpanStyle.Of(Style).Size;

    internal override Plan Measure(RenderContext context, Room room)
    {
        var lines = Lines(context, room.Width);
        var count = CountThatFit(lines, room);
        if (count == 0 && drawn < lines.Count) return Plan.Wrap;
        float width = 0, height = 0;
        for (var i = drawn; i < drawn + count; i++)
        {
            width = Math.Max(width, lines[i].Width);
            height += lines[i].Height;
        }

        return new Plan(drawn + count == lines.Count ? Fit.Full : Fit.Partial, width, height);
    }

    internal override void Draw(RenderContext context, Point at, Room room)
    {
        var lines = Lines(context, room.Width);
        var end = drawn + CountThatFit(lines, room);
        if (node is null) Begin(context, at.Y);
        var writer = new LineWriter(context, node!, SpanStyle.Of(Style).Language);
        for (; drawn < end; drawn++)
        {
            writer.Write(lines[drawn], at with { X = at.X + Indent(context, lines[drawn], room.Width) });
            at = at with { Y = at.Y + lines[drawn].Height };
        }
    }

    int CountThatFit(IReadOnlyList<TextLine> lines, Room room)
    {
        var left = lines.Count - drawn;
        float height = 0;
        var fit = 0;
        while (fit < left && room.Holds(height + lines[drawn + fit].Height)) height += lines[drawn + fit++].Height;
        if (room.Squeeze) return Math.Max(fit, Math.Min(1, left));
        if (fit == left) return fit;
        fit = Math.Min(fit, left - TogetherLines);
        return fit < TogetherLines ? 0 : fit;
    }

    IReadOnlyList<TextLine> Lines(RenderContext context, float width)
    {
        block ??= new TextBlock(Spans.ConvertAll(span => Readable(context, span)),
            Direction switch { TextDirection.LeftToRight => 0, TextDirection.RightToLeft => 1, _ => null },
            context.IsRightToLeft ? 1 : 0, context.Shaper);
        return block.Lines(Math.Max(width, 1));
    }

    (string, SpanStyle) Readable(RenderContext context, Span span)
    {
        var style = SpanStyle.Of(span.Style.Over(Style));
        return (ReadableText.From(span.Read(context), style.Language, context.Missing), style);
    }

    void Begin(RenderContext context, float y)
    {
        var language = Style.Language;
        node = context.Parent.Add(new StructureNode(HeadingLevel is { } level ? $"H{level}" : "P")
        {
            Language = language == context.Info.Language ? null : language,
        });
        if (context.IsDecoration) return;
        if (HeadingLevel is { } heading) context.Canvas.AddOutline(heading, TitleOf(context), y);
        if (Anchor is not null) context.Canvas.AddAnchor(Anchor, y);
    }

    string TitleOf(RenderContext context) => string.Concat(Spans.Select(span => Readable(context, span).Item1)).Replace('\n', ' ');

    float Indent(RenderContext context, TextLine line, float width)
    {
        var startsRight = context.InLanes && Direction == TextDirection.Auto ? context.IsRightToLeft : line.IsRightToLeft;
        return (Alignment, startsRight) switch
        {
            (TextAlignment.Center, _) => (width - line.Width) / 2,
            (TextAlignment.Start, true) or (TextAlignment.End, false) => width - line.Width,
            _ => 0,
        };
    }
}
