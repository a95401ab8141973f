using System.Globalization;

namespace Interdiction.Documents.Drawing;

/// <summary>A colour in sRGB with opacity; components from 0 to 255.</summary>
public readonly record struct Color(byte Red, byte Green, byte Blue, byte Alpha = 255)
{
    public static readonly Color Black = new(0, 0, 0);
    public static readonly Color White = new(255, 255, 255);

    /// <summary>Text: not quite black, which is easier on the eye.</summary>
    public static readonly Color Ink = new(0x1A, 0x1F, 0x27);

    /// <summary>Secondary text: labels, captions, page numbers. 7:1 on white.</summary>
    public static readonly Color Slate = new(0x4A, 0x55, 0x65);

    /// <summary>Hairlines and table rules.</summary>
    public static readonly Color Mist = new(0xD5, 0xDB, 0xE3);

    /// <summary>Quiet backgrounds.</summary>
    public static readonly Color Paper = new(0xF4, 0xF6, 0xF9);

    /// <summary>Headings, banners and links. 11:1 on white.</summary>
    public static readonly Color Navy = new(0x1B, 0x36, 0x5D);

    /// <summary>Warnings that must be seen. 6:1 on white.</summary>
    public static readonly Color Signal = new(0xB4, 0x23, 0x18);

    /// <summary>Reads <c>#RRGGBB</c>.</summary>
    /// <exception cref="FormatException">The text is not of that form.</exception>
    public static Color FromHex(string hex)
    {
        if (hex is not ['#', ..] || hex.Length != 7
            || !int.TryParse(hex.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb))
            throw new FormatException($"'{hex}' is not a colour of the form #RRGGBB.");
        return new Color((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb);
    }

    /// <summary>The same colour, this opaque.</summary>
    /// <param name="opacity">From 0 (not seen) to 1.</param>
    public Color WithOpacity(float opacity) => this with { Alpha = (byte)MathF.Round(Math.Clamp(opacity, 0, 1) * 255) };
}
