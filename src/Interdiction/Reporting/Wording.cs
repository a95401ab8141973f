using System.Globalization;
using Interdiction.Contracts;
using Interdiction.Contracts.Reference;

namespace Interdiction.Reporting;

/// <summary>
/// How things are said on paper, in one language. What a report says is written in English and looked up here by that; what
/// somebody filed stays as it was filed, and what no file of phrases has stays English.
/// </summary>
sealed class Wording
{
    readonly IReadOnlyDictionary<string, string> phrases;

    Wording(PaperLanguage language) => (Language, phrases) = (language, Phrases.Of(language));

    public static Wording English { get; } = new(PaperLanguage.En);
    static readonly Wording french = new(PaperLanguage.Fr), spanish = new(PaperLanguage.Es);

    public static Wording In(PaperLanguage language) => language switch { PaperLanguage.En => English, PaperLanguage.Fr => french, PaperLanguage.Es => spanish };

    public PaperLanguage Language { get; }

    /// <summary>A phrase of the product's own.</summary>
    public string this[string english] => phrases.GetValueOrDefault(english, english);

    public string None => this["not stated"];

    /// <summary>A phrase with values in it.</summary>
    public string With(string english, params object?[] values) => string.Format(CultureInfo.InvariantCulture, this[english], values);

    /// <summary>A code in plain words: cargoSeized becomes Cargo seized.</summary>
    public string Say<T>(T? code) where T : struct, Enum => code is { } value ? Of(value) : None;

    /// <summary>The words of a code; where those of another code would be spelled alike, a phrase names its kind too, such as CustodyState.Refused.</summary>
    public string Of<T>(T code) where T : struct, Enum => phrases.TryGetValue($"{typeof(T).Name}.{code}", out var own) ? own : this[Spell(code.ToString())];

    public string Say(string? text) => string.IsNullOrWhiteSpace(text) ? None : text;

    /// <summary>A code that travels as text, in plain words.</summary>
    public string Code(string code) => this[Spell(code)];

    /// <summary>UTC, with the ship's own time beside it where its offset is known.</summary>
    public string Time(DateTimeOffset? at, string? localOffset = null)
    {
        if (at is not { } time)
            return None;
        time = time.ToUniversalTime();
        var utc = $"{Date(time)}, {Clock(time)} UTC";
        if (localOffset is not { } text || !TimeSpan.TryParse(text.TrimStart('+'), CultureInfo.InvariantCulture, out var offset))
            return utc;
        var local = time.ToOffset(offset);
        return With("{0} (local {1}, {2})", utc, time.Day == local.Day ? Clock(local) : $"{Date(local)}, {Clock(local)}", text);
    }

    /// <summary>UTC for a column whose head says so.</summary>
    // With a full stop the key of a short name, for May is both.
    public string Stamp(DateTimeOffset at) => $"{at.UtcDateTime.Day} {this[at.UtcDateTime.ToString("MMM.", CultureInfo.InvariantCulture)].TrimEnd('.')} {at.UtcDateTime.Year}, {Clock(at.ToUniversalTime())}";

    /// <summary>Such as 7 August 2003, by the offset of the time.</summary>
    public string Date(DateTimeOffset at) => Date(DateOnly.FromDateTime(at.DateTime));

    /// <summary>Such as 7 August 2003.</summary>
    public string Date(DateOnly day) => With("{0} {1} {2}", day.Day, this[day.ToString("MMMM", CultureInfo.InvariantCulture)], day.Year);

    public string Voyage(Voyage? voyage) =>
        (voyage?.LastPort, voyage?.NextPort) switch
        {
            ({ } last, { } next) => With("from {0} to {1}", Port(last), Port(next)),
            ({ } last, null) => With("from {0}", Port(last)),
            (null, { } next) => With("to {0}", Port(next)),
            _ => None,
        };

    /// <summary>Degrees and decimal minutes as on a chart, and decimal degrees; a rounded position says that it is.</summary>
    public string Position(FiledReport report) =>
        report.Place is { Latitude: { } north, Longitude: { } east }
            ? string.Create(CultureInfo.InvariantCulture, $"{Contracts.Position.Format(north, latitude: true)} {Contracts.Position.Format(east, latitude: false)} ({north:0.0###}, {east:0.0###}){Rounded(report)}")
            : None;

    string Rounded(FiledReport report) => report.Masked.FirstOrDefault(x => x.Pointer == "/place/latitude")?.Rule switch
    {
        MaskRule.TenthOfDegree => this[", rounded to a tenth of a degree by the originator"],
        MaskRule.Degree => this[", rounded to a degree by the originator"],
        MaskRule.NotSuspected or MaskRule.SourceProtected or null => "",
    };

    /// <summary>The port and the place in words, as far as they are stated.</summary>
    public string Place(Place? place) =>
        Say(string.Join(", ", new[] { place?.Unlocode is { } code ? Port(code) : null, place?.Description }.Where(x => !string.IsNullOrWhiteSpace(x))));

    public string Port(string? code) =>
        code is null ? None : ReferenceData.Ports.TryGetValue(code, out var port) ? $"{port.Name} ({code})" : code;

    public string Country(string? code) =>
        code is null ? None : ReferenceData.Countries.TryGetValue(code, out var country) ? $"{this[country.Name]} ({code})" : code;

    public string Partner(string code) => code == Kernel.Partner.Cell ? this["Coordination cell (XCC)"] : Country(code);

    public string Amount(Packages? packages, Quantity? quantity) =>
        string.Join("; ", new[] { Count(packages), Measure(quantity) }.OfType<string>());

    public string List(ControlList list) => this[list switch
    {
        ControlList.Cwc => "Chemical Weapons Convention",
        ControlList.AustraliaGroup => "Australia Group",
        ControlList.Un1988 => "1988 Convention",
    }];

    string? Count(Packages? packages) =>
        packages is { Count: { } count }
            ? string.Create(CultureInfo.InvariantCulture, $"{count} {(packages.Type is { } type && ReferenceData.PackageTypes.TryGetValue(type, out var known) ? $"{type} ({this[known.Name.ToLowerInvariant()]})" : packages.Type)}")
            : null;

    /// <summary>The value as it was written, whatever the language: it is evidence.</summary>
    public static string? Measure(Quantity? quantity) =>
        quantity is { Value: { } value, Unit: { } unit }
            ? string.Create(CultureInfo.InvariantCulture, $"{value} {(ReferenceData.Units.TryGetValue(unit, out var known) ? known.Symbol ?? known.Name : unit)}")
            : null;

    static string Clock(DateTimeOffset at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The written name of a code in plain words.</summary>
    public static string Spell(string name) => name switch
    {
        // What taking the name apart would get wrong.
        nameof(NameSource.Ais) => "AIS",
        nameof(VesselType.RoRo) => "Ro-ro",
        _ => string.Concat(name.Select((c, i) => i == 0 ? $"{char.ToUpperInvariant(c)}" : char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}")),
    };
}

/// <summary>The languages that documents are printed in; what is filed in them may be in any.</summary>
public enum PaperLanguage { En, Fr, Es }
