using System.Globalization;
using System.Text;
using Interdiction.Contracts;
using Interdiction.Contracts.Reference;
using Interdiction.Reporting;

namespace Interdiction.Pages;

/// <summary>Says codes and values in the words that people use for them.</summary>
public static class Words
{
    // What taking the code apart would get wrong.
    static readonly Dictionary<string, string> Names = new()
    {
        ["ais"] = "AIS", ["roRo"] = "Ro-ro", ["inReview"] = "In review", ["cwc"] = "Chemical Weapons Convention", ["australiaGroup"] = "Australia Group",
        ["un1988"] = "1988 Convention", ["crewList"] = "Crew list", ["i"] = "I (indicative)", ["s"] = "S (security)", ["h"] = "H (high security)",
    };

    /// <summary>The code itself, as it travels.</summary>
    public static string Code<T>(T code) where T : struct, Enum => Contracts.Code<T>.Of(code);

    /// <summary>A code as words: exclusiveEconomicZone is Exclusive economic zone.</summary>
    public static string Of<T>(T code) where T : struct, Enum => OfCode(Code(code));

    public static string? Of<T>(T? code) where T : struct, Enum => code is { } known ? Of(known) : null;

    public static string OfCode(string code)
    {
        if (Names.TryGetValue(code, out var name))
            return name;
        var words = new StringBuilder();
        foreach (var c in code)
            _ = words.Length == 0 ? words.Append(char.ToUpperInvariant(c)) : char.IsUpper(c) ? words.Append(' ').Append(char.ToLowerInvariant(c)) : words.Append(c);
        return words.ToString();
    }

    /// <summary>Where a name was read or heard.</summary>
    public static string Seen(NameSource source) => source switch
    {
        NameSource.Hull => "on the hull",
        NameSource.Papers => "in the papers",
        NameSource.Ais => "by AIS",
        NameSource.Crew => "said by the crew",
        NameSource.Registry => "in the registry",
        NameSource.Press => "in the press",
        NameSource.Other => "elsewhere",
    };

    /// <summary>What somebody is told, in words.</summary>
    public static string Told(NotificationKind kind) => kind switch
    {
        NotificationKind.ReportReturned => "Your report was returned",
        NotificationKind.ReportAccepted => "Your report was accepted",
        NotificationKind.ReportSubmitted => "A report waits for review",
        NotificationKind.ProposalMade => "A proposal waits for a second person",
        NotificationKind.ProposalDecided => "Your proposal was decided",
        NotificationKind.HandOverWaits => "An exhibit waits for its receiver",
        NotificationKind.HandOverEnded => "Your hand-over was answered",
        NotificationKind.ConsentAsked => "Your State is asked for its consent",
        NotificationKind.ConsentAnswered => "A flag State was heard, or its time ran out",
        NotificationKind.ConsentWithdrawn => "The question to your State was taken back",
        NotificationKind.ConsentDue => "The time for an answer runs out",
        NotificationKind.TaskGiven => "A task is your partner's",
        NotificationKind.TaskEnded => "Your task was done or declined",
        NotificationKind.TaskDue => "A task is due",
        NotificationKind.DispatchReceived => "Another partner tells or asks yours",
        NotificationKind.DispatchEnded => "A dispatch was answered, declined or withdrawn",
        NotificationKind.DestructionAnnounced => "A case is to be destroyed",
        NotificationKind.DestructionEnded => "The destruction of a case was stopped or done",
        NotificationKind.Released => "Newly released to you",
    };

    /// <summary>A country or partner by name, with its code.</summary>
    public static string? Country(string? code) =>
        code is null ? null
        : code == Kernel.Partner.Cell ? $"Coordination cell ({code})"
        : ReferenceData.Countries.TryGetValue(code, out var country) ? $"{country.Name} ({code})" : code;

    public static string? Port(string? unlocode) =>
        unlocode is null ? null : ReferenceData.Ports.TryGetValue(unlocode, out var port) ? $"{port.Name} ({unlocode})" : unlocode;

    public static string? Party(Party? party) =>
        CargoFacts.English.Party(party) is { Length: > 0 } words ? words : null;

    /// <summary>A person's paper: what it is, its number, who issued it.</summary>
    public static string? Document(IdentityDocument? document) =>
        document is null ? null : string.Join(", ", new[] { document.Type, document.Number, Country(document.Country) }.Where(x => !string.IsNullOrEmpty(x)));

    /// <summary>Size of a file, in the largest unit of 1,000 that fits.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.#} kB"),
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.#} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.##} GB"),
    };

    public static string? Packages(Packages? packages) =>
        packages is null ? null
        : $"{packages.Count?.ToString("N0", CultureInfo.InvariantCulture) ?? "?"} × {(packages.Type is { } type && ReferenceData.PackageTypes.TryGetValue(type, out var known) ? $"{known.Name.ToLowerInvariant()} ({type})" : packages.Type ?? "package")}";

    public static string? Quantity(Quantity? quantity) =>
        quantity is null ? null
        : $"{quantity.Value?.ToString(CultureInfo.InvariantCulture) ?? "?"} {(quantity.Unit is { } unit && ReferenceData.Units.TryGetValue(unit, out var known) ? $"{known.Symbol ?? known.Name} ({unit})" : quantity.Unit)}";

    public static string Release(Marking marking) =>
        marking.ReleasableTo.Contains(Marking.All) ? "all partners" : string.Join(", ", marking.ReleasableTo);

    /// <summary>How exactly a position was released; null where it is as it was written.</summary>
    public static string? Rounded(FiledReport report) => report.Masked.FirstOrDefault(x => x.Pointer == "/place/latitude")?.Rule switch
    {
        MaskRule.TenthOfDegree => "rounded to a tenth of a degree by the originator",
        MaskRule.Degree => "rounded to a degree by the originator",
        MaskRule.NotSuspected or MaskRule.SourceProtected or null => null,
    };

    public static string Position(Place place) => (place.Latitude, place.Longitude) is ({ } latitude, { } longitude)
        ? $"{Contracts.Position.Format(latitude, latitude: true)} {Contracts.Position.Format(longitude, latitude: false)}"
        : "";

    public static string Degrees(Place place) => string.Create(CultureInfo.InvariantCulture, $"{place.Latitude:0.0000###}, {place.Longitude:0.0000###}");

    /// <summary>2003-08-07 02:00 UTC.</summary>
    public static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>The same moment by the ship's clock, with its offset; null where the offset is not known.</summary>
    public static string? ShipsTime(DateTimeOffset at, string? offset) =>
        offset is { Length: 6 } && TimeSpan.TryParseExact(offset[1..], @"hh\:mm", CultureInfo.InvariantCulture, out var size)
            ? $"{at.UtcDateTime.Add(offset[0] is '-' ? -size : size).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} ship’s time (UTC{offset})"
            : null;
}
