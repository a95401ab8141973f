using System.Globalization;
using Interdiction.Contracts;
using Interdiction.Contracts.Identifiers;

namespace Interdiction.Reporting;

/// <summary>What is known of cargo, each fact in words: on screen and on paper alike.</summary>
sealed class CargoFacts(Wording words)
{
    public static CargoFacts English { get; } = new(Wording.English);

    /// <summary>All of it: description, amount, and what else is known.</summary>
    public string Say(Goods? goods) =>
        goods is null ? words.None : string.Join('\n', new[] { goods.Description, words.Amount(goods.Packages, goods.Quantity) }.Concat(Of(goods)).Where(x => !string.IsNullOrWhiteSpace(x)));

    /// <summary>Beside its description and amount.</summary>
    public IEnumerable<string> Of(Goods it) => Named(
        ("Gross", Mass(it.GrossMass)), ("Net", Mass(it.NetMass)), ("Marks", it.Marks), ("Container", it.Container), ("Seal", it.Seal), ("CAS", it.Cas), ("EC", it.Ec), ("Purity", it.Purity),
        ("UN", UnNumber.Normalize(it.Un) ?? it.Un), ("Class", it.HazardClass), ("Packing group", it.PackingGroup?.ToString()), ("HS", it.Hs));

    /// <summary>What the papers say of a line.</summary>
    public IEnumerable<string> Papers(ManifestLine it) => Named(
        ("Bill of lading", it.BillOfLading), ("Consignor", Party(it.Consignor)), ("Consignee", Party(it.Consignee)), ("Notify", Party(it.NotifyParty)),
        ("From", it.Origin), ("To", it.Destination), ("Licence", it.Licence), ("End use", it.EndUse));

    /// <summary>A hazard in one line, such as UN 1340, Class 4.3 (4.1).</summary>
    public string Of(Hazard it) => string.Join(", ", Named(("UN", it.Un), ("Class", it.Class), ("Packing group", it.PackingGroup?.ToString())));

    /// <summary>What makes an exhibit dangerous to who handles it.</summary>
    public IEnumerable<string> Dangers(FiledReport report, Exhibit it) => Hazard.Of(report, it, report.Screening)?.Warnings.Select(x => words[x]) ?? [];

    /// <summary>In what declared, found and seized differ, and why; null where they do not.</summary>
    public string? Difference(ReconciledLine it) => (it.Discrepancies.Count, it.Reason) switch
    {
        (0, null) => null,
        (0, { } reason) => words.With("Difference: {0}", reason),
        var (_, reason) => words.With("Difference ({0}): {1}", string.Join(", ", it.Discrepancies.Select(x => words[Name(x.Kind)]).Distinct()), reason ?? words["no reason is recorded."]),
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

    public string Party(Party? party) =>
        party is null ? "" : string.Join(", ", new[] { party.Name, party.Address, party.Country is null ? null : words.Country(party.Country), party.Lei is null ? null : $"LEI {party.Lei}" }.Where(x => !string.IsNullOrWhiteSpace(x)));

    /// <summary>As written, and in kilograms where that is another unit.</summary>
    static string? Mass(Quantity? mass) => (Wording.Measure(mass), mass?.InKilograms()) switch
    {
        ({ } written, { } kilograms) when mass!.Unit is not "KGM" => string.Create(CultureInfo.InvariantCulture, $"{written} ({kilograms:0.######} kg)"),
        var (written, _) => written,
    };

    IEnumerable<string> Named(params (string Name, string? Value)[] facts) => facts.Where(x => !string.IsNullOrWhiteSpace(x.Value)).Select(x => $"{words[x.Name]} {x.Value}");
}
