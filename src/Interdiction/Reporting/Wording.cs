using System.Globalization;
using Interdiction.Contracts;
using Interdiction.Contracts.Reference;

namespace Interdiction.Reporting;

/// <summary>How values are said on paper.</summary>
static class Wording
{
    public const string None = "not stated";

    /// <summary>A code in plain words: cargoSeized becomes Cargo seized.</summary>
    public static string Say<T>(T? code) where T : struct, Enum => code is { } value ? Spell(value.ToString()) : None;

    public static string Say(string? text) => string.IsNullOrWhiteSpace(text) ? None : text;

    /// <summary>UTC, with the ship's own time beside it where its offset is known.</summary>
    public static string Time(DateTimeOffset? at, string? localOffset = null)
    {
        if (at is not { } time)
            return None;
        var utc = time.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);
        return localOffset is { } text && TimeSpan.TryParse(text.TrimStart('+'), CultureInfo.InvariantCulture, out var offset)
            ? $"{utc} (local {time.ToOffset(offset).ToString(time.UtcDateTime.Day == time.ToOffset(offset).Day ? "HH:mm" : "d MMMM, HH:mm", CultureInfo.InvariantCulture)}, {text})"
            : utc;
    }

    /// <summary>UTC for a column whose head says so.</summary>
    public static string Stamp(DateTimeOffset at) => at.UtcDateTime.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    public static string Voyage(Voyage? voyage) =>
        (voyage?.LastPort, voyage?.NextPort) switch
        {
            ({ } last, { } next) => $"from {Port(last)} to {Port(next)}",
            ({ } last, null) => $"from {Port(last)}",
            (null, { } next) => $"to {Port(next)}",
            _ => None,
        };

    /// <summary>Degrees and decimal minutes as on a chart, and decimal degrees; a rounded position says that it is.</summary>
    public static string Position(FiledReport report) =>
        report.Place is { Latitude: { } north, Longitude: { } east }
            ? string.Create(CultureInfo.InvariantCulture, $"{Contracts.Position.Format(north, latitude: true)} {Contracts.Position.Format(east, latitude: false)} ({north:0.0###}, {east:0.0###}){Rounded(report)}")
            : None;

    static string Rounded(FiledReport report) => report.Masked.FirstOrDefault(x => x.Pointer == "/place/latitude")?.Rule switch
    {
        MaskRule.TenthOfDegree => ", rounded to a tenth of a degree by the originator",
        MaskRule.Degree => ", rounded to a degree by the originator",
        MaskRule.NotSuspected or MaskRule.SourceProtected or null => "",
    };

    /// <summary>The port and the place in words, as far as they are stated.</summary>
    public static string Place(Place? place) =>
        Say(string.Join(", ", new[] { place?.Unlocode is { } code ? Port(code) : null, place?.Description }.Where(x => !string.IsNullOrWhiteSpace(x))));

    public static string Port(string? code) =>
        code is null ? None : ReferenceData.Ports.TryGetValue(code, out var port) ? $"{port.Name} ({code})" : code;

    public static string Country(string? code) =>
        code is null ? None : ReferenceData.Countries.TryGetValue(code, out var country) ? $"{country.Name} ({code})" : code;

    public static string Amount(Packages? packages, Quantity? quantity) =>
        string.Join("; ", new[] { Count(packages), Measure(quantity) }.OfType<string>());

    public static string List(ControlList list) => list switch
    {
        ControlList.Cwc => "Chemical Weapons Convention",
        ControlList.AustraliaGroup => "Australia Group",
        ControlList.Un1988 => "1988 Convention",
    };

    static string? Count(Packages? packages) =>
        packages is { Count: { } count }
            ? string.Create(CultureInfo.InvariantCulture, $"{count} {(packages.Type is { } type && ReferenceData.PackageTypes.TryGetValue(type, out var known) ? $"{type} ({known.Name.ToLowerInvariant()})" : packages.Type)}")
            : null;

    public static string? Measure(Quantity? quantity) =>
        quantity is { Value: { } value, Unit: { } unit }
            ? string.Create(CultureInfo.InvariantCulture, $"{value} {(ReferenceData.Units.TryGetValue(unit, out var known) ? known.Symbol ?? known.Name : unit)}")
            : null;

    /// <summary>The written name of a code in plain words.</summary>
    public static string Spell(string name) => name switch
    {
        // What taking the name apart would get wrong.
        nameof(NameSource.Ais) => "AIS",
        nameof(VesselType.RoRo) => "Ro-ro",
        _ => string.Concat(name.Select((c, i) => i == 0 ? $"{char.ToUpperInvariant(c)}" : char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}")),
    };
}
