namespace Interdiction.Contracts;

/// <summary>Goods to be screened: one line as declared and as found, or a free text.</summary>
/// <param name="Line">Number of the manifest line; null for free text.</param>
public readonly record struct ScreeningSubject(int? Line, IReadOnlyList<string?> Texts, IReadOnlyList<string?> Cas, IReadOnlyList<string?> Un)
{
    public static ScreeningSubject Of(ManifestLine line) => new(line.Number,
        [line.Declared?.Description, line.Found?.Description], [line.Declared?.Cas, line.Found?.Cas], [line.Declared?.Un, line.Found?.Un]);

    public static ScreeningSubject Of(ScreeningLine line) => new(line.Number, [line.Description], [line.Cas], [line.Un]);

    public static ScreeningSubject Of(string text) => new(null, [text], [], []);
}
