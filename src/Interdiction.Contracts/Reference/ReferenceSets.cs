namespace Interdiction.Contracts.Reference;

/// <summary>The tables under the names that the API gives them, in the order of their codes.</summary>
static class ReferenceSets
{
    public static IEnumerable<ReferenceSet> All() =>
    [
        Of("countries", ReferenceData.Countries.Values, x => x.Alpha3),
        Of("languages", ReferenceData.Languages.Values, x => x.Alpha2),
        Of("maritime-identification-digits", ReferenceData.Mids, x => x.Mid + x.Alpha3),
        Of("call-sign-series", ReferenceData.CallSigns, x => x.First),
        Of("units", ReferenceData.Units.Values, x => x.Code),
        Of("package-types", ReferenceData.PackageTypes.Values, x => x.Code),
        Of("ports", ReferenceData.Ports.Values, x => x.Unlocode),
        .. Of(LegalRegister.Default),
        Of("duties", ReferenceData.Duties, x => x.Key),
        Of("retention-classes", ReferenceData.RetentionRules.Values, x => $"{(int)x.Code}"),
        Of("chemicals", ReferenceData.Chemicals.Values, x => x.Cas),
        Of("control-lists", ControlLists.Entries, x => $"{(int)x.List}{x.Item}{x.Cas ?? x.Name}"),
        Of("hs-codes", ReferenceData.HsCodes.Values, x => x.Code),
    ];

    /// <summary>The sets whose rows a legal adviser signs, as a register has them.</summary>
    public static IEnumerable<ReferenceSet> Of(LegalRegister register) =>
    [
        Of(LegalRegister.BasisSet, register.Bases.Values, x => x.Code),
        Of(LegalRegister.AgreementSet, register.Agreements, x => x.Code),
        Of(LegalRegister.DeclarationSet, register.Notifications, x => x.Code),
    ];

    static ReferenceSet Of<T>(string name, IEnumerable<T> rows, Func<T, string> key) where T : notnull =>
        new(name, [.. rows.OrderBy(key, StringComparer.Ordinal).Select(x => (object)x)]);
}
