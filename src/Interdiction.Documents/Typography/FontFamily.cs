namespace Interdiction.Documents.Typography;

/// <summary>A regular face and perhaps a bold one, loaded when first needed.</summary>
/// <param name="name">The file name without weight.</param>
/// <param name="hasBold">Without a bold face, bold text is the regular one with a heavier outline.</param>
/// <param name="ranges">Code points worth opening the file for, so that a Latin report opens one file only.</param>
sealed class FontFamily(string name, bool hasBold, params (int First, int Last)[] ranges)
{
    readonly Lazy<FontFace> regular = new(() => Load($"{name}-Regular"));
    readonly Lazy<FontFace> bold = new(() => Load($"{name}-{(hasBold ? "Bold" : "Regular")}"));

    internal FontFace Face(bool bold) => bold && hasBold ? this.bold.Value : regular.Value;

    internal FontFace? FaceFor(int codePoint, bool bold) =>
        MayHold(codePoint) && Face(bold).Holds(codePoint) ? Face(bold) : null;

    bool MayHold(int codePoint)
    {
        foreach (var (first, last) in ranges)
            if (codePoint >= first && codePoint <= last)
                return true;
        return false;
    }

    static FontFace Load(string face) =>
        typeof(FontFamily).Assembly.GetManifestResourceStream($"Fonts/{face}.ttf") is UnmanagedMemoryStream file
            ? new FontFace(face, file)
            : throw new InvalidOperationException($"The typeface {face} is not embedded in this assembly.");
}
