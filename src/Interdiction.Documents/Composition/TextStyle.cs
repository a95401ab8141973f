using Interdiction.Documents.Drawing;

namespace Interdiction.Documents;

/// <summary>
/// How text looks. What is not said is inherited: a span from its block, a block from its container,
/// a container from the page.
/// </summary>
public sealed record TextStyle
{
    /// <summary>Nothing said: all is inherited.</summary>
    public static readonly TextStyle Inherited = new();

    /// <summary>What a page starts with: 9.5 point, line height 1.4.</summary>
    public static readonly TextStyle Default = new()
    {
        Size = 9.5f, Bold = false, Color = Drawing.Color.Ink, LineHeight = 1.4f, Language = "en",
    };

    /// <summary>Size of the em, in points.</summary>
    public float? Size { get; init; }

    public bool? Bold { get; init; }

    public Color? Color { get; init; }

    /// <summary>Distance from baseline to baseline, in ems.</summary>
    public float? LineHeight { get; init; }

    /// <summary>BCP 47 tag; chooses line breaking, glyph forms and how a screen reader speaks.</summary>
    public string? Language { get; init; }

    internal LinkTarget? Link { get; init; }

    /// <summary>Headings: 17, 12.5 and 10.5 point; deeper ones look as the third.</summary>
    public static TextStyle Heading(int level) => new()
    {
        Size = level switch { 1 => 17, 2 => 12.5f, _ => 10.5f },
        Bold = true,
        Color = Drawing.Color.Navy,
        LineHeight = level switch { 1 => 1.25f, 2 => 1.3f, _ => 1.35f },
    };

    /// <summary>Small print above or below something else: 8 point, slate.</summary>
    public static readonly TextStyle Caption = new() { Size = 8, Color = Drawing.Color.Slate };

    /// <summary>This style where it speaks, the other where it does not.</summary>
    public TextStyle Over(TextStyle inherited) => new()
    {
        Size = Size ?? inherited.Size,
        Bold = Bold ?? inherited.Bold,
        Color = Color ?? inherited.Color,
        LineHeight = LineHeight ?? inherited.LineHeight,
        Language = Language ?? inherited.Language,
        Link = Link ?? inherited.Link,
    };
}

/// <summary>
/// Where the lines of a block stand between its edges. Lines start on the side their paragraph runs from; in rows
/// and tables on the side the page runs from, so that columns keep their edge, unless a direction is given.
/// </summary>
public enum TextAlignment { Start, Center, End }

/// <summary>Which way a paragraph runs.</summary>
public enum TextDirection
{
    /// <summary>As its first strong character (UAX #9, P2 and P3), else as the page.</summary>
    Auto,
    LeftToRight,
    RightToLeft,
}
