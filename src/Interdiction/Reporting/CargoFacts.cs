using System.Globalization;
using Interdiction.Contracts;
using Interdiction.Contracts.Identifiers;

namespace Interdiction.Reporting;

/// <summary>What is known of cargo beside its description and amount, each fact in words: on screen and on paper alike.</summary>
static class CargoFacts
{
    public static IEnumerable<string> Of(Goods it) => Named(
        ("Gross", Mass(it.GrossMass)), ("Net", Mass(it.NetMass)), ("Marks", it.Marks), ("Container", it.Container), ("Seal", it.Seal), ("CAS", it.Cas), ("EC", it.Ec), ("Purity", it.Purity),
        ("UN", UnNumber.Normalize(it.Un) ?? it.Un), ("Class", it.HazardClass), ("Packing group", it.PackingGroup?.ToString()), ("HS", it.Hs));

    /// <summary>What the papers say of a line.</summary>
    public static IEnumerable<string> Papers(ManifestLine it) => Named(
        ("Bill of lading", it.BillOfLading), ("Consignor", Party(it.Consignor)), ("Consignee", Party(it.Consignee)), ("Notify", Party(it.NotifyParty)),
        ("From", it.Origin), ("To", it.Destination), ("Licence", it.Licence), ("End use", it.EndUse));

    /// <summary>In what declared, found and seized differ, and why; null where they do not.</summary>
    public static string? Difference(ReconciledLine it) => (it.Discrepancies.Count, it.Reason) switch
    {
        (0, null) => null,
        (0, { } reason) => $"Difference: {reason}",
        var (_, reason) => $"Difference ({string.Join(", ", it.Discrepancies.Select(x => Name(x.Kind)).Distinct())}): {reason ?? "no reason is recorded."}",
    };

    static string Name(DiscrepancyKind kind) => kind switch
    {
        DiscrepancyKind.OnlyDeclared => "nothing found",
        DiscrepancyKind.OnlyFound => "not declared",
        DiscrepancyKind.Description => "description",
        DiscrepancyKind.Substance => "substance",
        DiscrepancyKind.Packages => "packages",
        DiscrepancyKind.Quantity => "amount",
        DiscrepancyKind.GrossMass => "gross mass",
        DiscrepancyKind.Container => "container",
        DiscrepancyKind.Seal => "seal",
        DiscrepancyKind.SeizedBeyondFound => "more seized than found",
    };

    public static string Party(Party? party) =>
        party is null ? "" : string.Join(", ", new[] { party.Name, party.Address, party.Country is null ? null : Wording.Country(party.Country), party.Lei is null ? null : $"LEI {party.Lei}" }.Where(x => !string.IsNullOrWhiteSpace(x)));

    /// <summary>As written, and in kilograms where that is another unit.</summary>
    static string? Mass(Quantity? mass) => (Wording.Measure(mass), mass?.InKilograms()) switch
    {
        ({ } written, { } kilograms) when mass!.Unit is not "KGM" => string.Create(CultureInfo.InvariantCulture, $"{written} ({kilograms:0.######} kg)"),
        var (written, _) => written,
    };

    static IEnumerable<string> Named(params (string Name, string? Value)[] facts) => facts.Where(x => !string.IsNullOrWhiteSpace(x.Value)).Select(x => $"{x.Name} {x.Value}");
}
