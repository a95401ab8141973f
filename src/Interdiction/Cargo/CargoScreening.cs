using Interdiction.Contracts;

namespace Interdiction.Cargo;

/// <summary>Screens the manifest of a report against the control lists.</summary>
static class CargoScreening
{
    public static Screening Of(BoardingReport report) => Screener.Screen(
        from line in report.Manifest?.Lines ?? []
        select new ScreenedLine(line.Number, [line.Declared?.Description, line.Found?.Description], [line.Declared?.Cas, line.Found?.Cas], [line.Declared?.Un, line.Found?.Un]));
}
