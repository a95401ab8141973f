using Interdiction.Documents.Typography;

namespace Interdiction.Documents;

/// <summary>The typefaces this assembly brings along, and a check that they can be used here.</summary>
public static class Fonts
{
    /// <summary>
    /// Subsets a typeface and warms line breaking, so that a missing native library or locale data fails
    /// at start and not on the first report.
    /// </summary>
    /// <exception cref="InvalidOperationException">A typeface is missing or HarfBuzz cannot subset it.</exception>
    /// <exception cref="DllNotFoundException">The native HarfBuzz library is missing.</exception>
    public static void SelfTest()
    {
        var face = FontLibrary.Primary(bold: false);
        if (!face.Font.TryGetNominalGlyph('A', out var glyph))
            throw new InvalidOperationException($"{face.Name} has no letter A.");
        var subset = FontSubset.Of(face, [(ushort)glyph]);
        if (subset.NewGlyph[(ushort)glyph] == 0 || subset.Data.Length == 0)
            throw new InvalidOperationException($"The subset of {face.Name} lost the glyph asked for.");

        using var breaks = LineBreaks.Rent("en");
        breaks.SetText("self test");
        if (!breaks.IsBreak(5) || breaks.IsBreak(2))
            throw new InvalidOperationException("Line breaking has no data.");
    }
}
