using System.Collections.Frozen;

namespace Interdiction.Contracts.Reference;

/// <summary>The tables that rules and forms rely on, read once from the assembly when first asked for.</summary>
public static class ReferenceData
{
    static readonly Lazy<FrozenDictionary<string, Country>> countries = new(() => Rows("countries", Country.Of).ToFrozenDictionary(x => x.Alpha3));
    static readonly Lazy<FrozenDictionary<string, string>> alpha3 = new(() => Countries.Values.ToFrozenDictionary(x => x.Alpha2, x => x.Alpha3));
    static readonly Lazy<FrozenDictionary<string, Language>> languages = new(() => Rows("languages", Language.Of).ToFrozenDictionary(x => x.Alpha2));
    static readonly Lazy<MaritimeDigits[]> mids = new(() => Rows("mids", MaritimeDigits.Of));
    static readonly Lazy<FrozenDictionary<string, FrozenSet<string>>> flags = new(() =>
        mids.Value.GroupBy(x => x.Mid).ToFrozenDictionary(x => x.Key, x => x.Select(y => y.Alpha3).ToFrozenSet()));
    static readonly Lazy<CallSignSeries[]> callSigns = new(() => Rows("call_signs", CallSignSeries.Of));
    static readonly Lazy<FrozenDictionary<string, Unit>> units = new(() => Rows("units", Unit.Of, "rec20").ToFrozenDictionary(x => x.Code));
    static readonly Lazy<FrozenDictionary<string, PackageType>> packages = new(() => Rows("units", PackageType.Of, "rec21").ToFrozenDictionary(x => x.Code));
    static readonly Lazy<FrozenDictionary<string, Port>> ports = new(() => Rows("unlocode_ports", PortOf).ToFrozenDictionary(x => x.Unlocode));
    static readonly Lazy<FrozenDictionary<string, LegalRule>> legal = new(() => Rows("legal_bases", LegalRule.Of).ToFrozenDictionary(x => x.Code));
    static readonly Lazy<FrozenDictionary<string, BoardingAgreement>> agreements = new(() => Rows("boarding_agreements", BoardingAgreement.Of).ToFrozenDictionary(x => x.Code));
    static readonly Lazy<LegalDuty[]> duties = new(() => Rows("duties", LegalDuty.Of));
    static readonly Lazy<FrozenDictionary<RetentionClass, RetentionRule>> retention = new(() => Rows("retention_classes", RetentionRule.Of).ToFrozenDictionary(x => x.Code));
    static readonly Lazy<SuaNotification[]> sua = new(() => Rows("sua_notifications", SuaNotification.Of));
    static readonly Lazy<FrozenDictionary<string, Chemical>> chemicals = new(() => Rows("chemicals", Chemical.Of).ToFrozenDictionary(x => x.Cas));
    static readonly Lazy<ChemicalFamily[]> families = new(() => Rows("chemical_families", ChemicalFamily.Of));
    static readonly Lazy<FrozenDictionary<string, HsCode>> hs = new(() => Rows("hs_codes", HsCode.Of).ToFrozenDictionary(x => x.Code));
    static readonly Lazy<FrozenDictionary<string, ReferenceSet>> sets = new(() => ReferenceSets.All().ToFrozenDictionary(x => x.Name));

    /// <summary>By ISO 3166-1 alpha-3. The coordination cell, XCC, is a partner but no country and no flag.</summary>
    public static FrozenDictionary<string, Country> Countries => countries.Value;

    /// <summary>ISO 3166-1 alpha-2 to alpha-3.</summary>
    public static FrozenDictionary<string, string> Alpha3 => alpha3.Value;

    /// <summary>By ISO 639-1.</summary>
    public static FrozenDictionary<string, Language> Languages => languages.Value;

    public static IReadOnlyList<MaritimeDigits> Mids => mids.Value;

    /// <summary>Maritime identification digits to the flags (alpha-3) that they stand for.</summary>
    public static FrozenDictionary<string, FrozenSet<string>> MaritimeIdentificationDigits => flags.Value;

    /// <summary>The series of radio call signs; no two overlap.</summary>
    public static IReadOnlyList<CallSignSeries> CallSigns => callSigns.Value;

    /// <summary>By UN/ECE Recommendation 20 code.</summary>
    public static FrozenDictionary<string, Unit> Units => units.Value;

    /// <summary>By UN/ECE Recommendation 21 code.</summary>
    public static FrozenDictionary<string, PackageType> PackageTypes => packages.Value;

    /// <summary>By UN/LOCODE, five characters without a space.</summary>
    public static FrozenDictionary<string, Port> Ports => ports.Value;

    /// <summary>The register of legal bases by code.</summary>
    public static FrozenDictionary<string, LegalRule> LegalBases => legal.Value;

    public static FrozenDictionary<string, BoardingAgreement> BoardingAgreements => agreements.Value;

    public static IReadOnlyList<SuaNotification> SuaNotifications => sua.Value;

    /// <summary>What is to be done after a boarding, by legal basis.</summary>
    public static IReadOnlyList<LegalDuty> Duties => duties.Value;

    /// <summary>How long closed cases are kept, by class.</summary>
    public static FrozenDictionary<RetentionClass, RetentionRule> RetentionRules => retention.Value;

    /// <summary>Listed chemicals by CAS number.</summary>
    public static FrozenDictionary<string, Chemical> Chemicals => chemicals.Value;

    public static IReadOnlyList<ChemicalFamily> ChemicalFamilies => families.Value;

    public static FrozenDictionary<string, HsCode> HsCodes => hs.Value;

    /// <summary>What is served under /reference, by its name there.</summary>
    public static FrozenDictionary<string, ReferenceSet> Sets => sets.Value;

    internal static T[] Rows<T>(string file, Func<CsvRow, T> read) => [.. Csv.Read(Embedded.Text(file)).Select(read)];

    static T[] Rows<T>(string file, Func<CsvRow, T> read, string list) =>
        [.. Csv.Read(Embedded.Text(file)).Where(x => x["list"] == list).Select(read)];

    static Port PortOf(CsvRow row) => new(row.Text("unlocode"), row.Text("name"), Alpha3[row.Text("country")],
        Number.Degrees(row.Text("latitude")), Number.Degrees(row.Text("longitude")));
}
