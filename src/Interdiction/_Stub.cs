namespace Interdiction.Contracts;
static class Completeness { public static IReadOnlyList<Warning> Of(BoardingReport r) => []; }
public sealed record ScreenedLine(int? Number, IReadOnlyList<string?> Texts, IReadOnlyList<string?> Cas, IReadOnlyList<string?> Un);
static class Screener { public static Screening Screen(IEnumerable<ScreenedLine> lines) => new("x", []); }
