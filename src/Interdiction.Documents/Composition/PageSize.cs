namespace Interdiction.Documents;

/// <summary>Size of a sheet, in points.</summary>
public readonly record struct PageSize(float Width, float Height)
{
    /// <summary>ISO 216: 210 mm by 297 mm.</summary>
    public static readonly PageSize A4 = new(595.28f, 841.89f);

    /// <summary>ANSI A: 8.5 in by 11 in.</summary>
    public static readonly PageSize Letter = new(612, 792);

    /// <summary>The sheet turned on its side.</summary>
    public PageSize Landscape() => new(Math.Max(Width, Height), Math.Min(Width, Height));
}
