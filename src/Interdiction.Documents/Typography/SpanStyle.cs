using Interdiction.Documents.Drawing;

namespace Interdiction.Documents.Typography;

/// <summary>A text style with nothing left open; sizes in points.</summary>
readonly record struct SpanStyle(float Size, bool Bold, Color Color, float LineHeight, string Language, LinkTarget? Link)
{
    /// <summary>Closes what a style leaves open with the default.</summary>
    internal static SpanStyle Of(TextStyle style)
    {
        var whole = style.Over(TextStyle.Default);
        return new SpanStyle(whole.Size!.Value, whole.Bold!.Value, whole.Color!.Value,
            whole.LineHeight!.Value, whole.Language!, whole.Link);
    }

    internal float LinePitch => Size * LineHeight;

    /// <summary>Distance from the top of a line of this style to its baseline.</summary>
    internal float Baseline
    {
        get
        {
            var face = FontLibrary.Primary(Bold);
            return (LinePitch - (face.Ascent + face.Descent) * Size) / 2 + face.Ascent * Size;
        }
    }
}

/// <summary>UTF-16 range [Start, End) of a text in one style.</summary>
readonly record struct StyledRange(int Start, int End, SpanStyle Style);
