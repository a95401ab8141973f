namespace Interdiction.Contracts;

/// <summary>What a reader is to the originator of a record. A reader can read it in the first place; this decides which of its fields.</summary>
public enum Standing
{
    /// <summary>Of the originator: sees the record as it was written.</summary>
    Originator,

    /// <summary>A coordinator of another partner: sees who was aboard.</summary>
    Coordinator,

    /// <summary>Everybody else who reads it.</summary>
    Other,
}

/// <summary>A report as one reader is shown it, and what is masked in it.</summary>
public sealed record MaskedReport(BoardingReport Report, IReadOnlyList<MaskedField> Fields)
{
    /// <summary>True for a masked field, and for what lies below one.</summary>
    public bool Hides(string pointer) => Fields.Any(x => pointer == x.Pointer || pointer.StartsWith(x.Pointer + '/', StringComparison.Ordinal));
}

/// <summary>
/// The rule of masking, written once. Persons who are not suspected are named to the originator and to coordinators;
/// partners other than the originator are told positions as exactly as it released them, and are not told of its teams nor
/// of who told it something.
/// </summary>
public static class Masking
{
    public static Marking Of(Marking marking, Standing reader) => reader is Standing.Originator ? marking : marking with { Team = null };

    /// <summary>How far a source can be trusted is told to everybody, who it is to the sender's people alone.</summary>
    public static (DispatchSource? Source, IReadOnlyList<MaskedField> Fields) Of(DispatchSource? source, Standing reader) =>
        reader is Standing.Originator || source?.Name is null ? (source, []) : (source with { Name = null }, [new MaskedField("/source/name", MaskRule.SourceProtected)]);

    /// <param name="precision">How exactly the originator releases the position.</param>
    /// <param name="now">The newest text that the reader is shown, where <paramref name="report"/> is an earlier one: who is suspected in both is suspected.</param>
    public static MaskedReport Of(BoardingReport report, PositionPrecision? precision, Standing reader, BoardingReport? now = null)
    {
        if (reader is Standing.Originator)
            return new MaskedReport(report, []);
        var masked = new List<MaskedField>();
        var shown = report with { Place = Of(report.Place, precision, masked) };
        if (reader is Standing.Other)
            shown = shown with { Persons = MaskedPersons.Of(report.Persons, (now ?? report).Persons, masked) };
        return new MaskedReport(shown, masked);
    }

    /// <summary>A coordinate to a tenth of a degree or a degree, half away from zero.</summary>
    public static double Round(double degrees, PositionPrecision precision) => precision switch
    {
        PositionPrecision.Exact => degrees,
        PositionPrecision.TenthOfDegree => Round(degrees, 1),
        PositionPrecision.Degree => Round(degrees, 0),
    };

    // In decimals, so that 22.65 is the half that it looks like; and -0 would tell on which side of the line a zero lay.
    static double Round(double degrees, int places) => (double)Math.Round((decimal)degrees, places, MidpointRounding.AwayFromZero) + 0.0;

    static Place? Of(Place? place, PositionPrecision? precision, List<MaskedField> masked)
    {
        if (place is null || precision is not (PositionPrecision.TenthOfDegree or PositionPrecision.Degree))
            return place;
        var rule = precision is PositionPrecision.Degree ? MaskRule.Degree : MaskRule.TenthOfDegree;
        if (place.Latitude is not null)
            masked.Add(new MaskedField("/place/latitude", rule));
        if (place.Longitude is not null)
            masked.Add(new MaskedField("/place/longitude", rule));
        return place with
        {
            Latitude = place.Latitude is { } north ? Round(north, precision.Value) : null,
            Longitude = place.Longitude is { } east ? Round(east, precision.Value) : null,
        };
    }
}
