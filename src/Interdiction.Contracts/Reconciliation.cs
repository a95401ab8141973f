using Interdiction.Contracts.Identifiers;
using Interdiction.Contracts.Reference;

namespace Interdiction.Contracts;

/// <summary>In what two tellings of the same goods differ.</summary>
public enum DiscrepancyKind { OnlyDeclared, OnlyFound, Description, Substance, Packages, Quantity, GrossMass, Container, Seal, SeizedBeyondFound }

/// <param name="Detail">What differs, in words.</param>
public sealed record Discrepancy(DiscrepancyKind Kind, string Detail);

/// <summary>How much there is, in each way of counting that was used.</summary>
/// <param name="Packages">One total for each type of package.</param>
/// <param name="Quantities">One total for each dimension, such as mass and volume, in the unit that was written first.</param>
public sealed record Amounts(IReadOnlyList<Packages> Packages, IReadOnlyList<Quantity> Quantities);

/// <summary>A manifest line: declared, found and seized beside each other.</summary>
/// <param name="Exhibits">Numbers of the exhibits that were taken from it.</param>
/// <param name="Reason">Why they differ, as the officer wrote it; null where nobody said.</param>
public sealed record ReconciledLine(
    int Number, Amounts Declared, Amounts Found, Amounts Seized, IReadOnlyList<string> Exhibits, IReadOnlyList<Discrepancy> Discrepancies, string? Reason);

/// <summary>What was declared, found and seized, line by line.</summary>
/// <param name="Unexplained">How many lines differ and nobody said why.</param>
/// <param name="WithoutLine">Numbers of the exhibits that name no line.</param>
public sealed record Reconciliation(IReadOnlyList<ReconciledLine> Lines, int Unexplained, IReadOnlyList<string> WithoutLine)
{
    public static Reconciliation Of(BoardingReport report)
    {
        List<Exhibit> exhibits = [.. report.Seizures.SelectMany(x => x.Exhibits)];
        List<ReconciledLine> lines = [.. (report.Manifest?.Lines ?? []).Select(x => Line(x, [.. exhibits.Where(e => e.ManifestLine == x.Number)]))];
        return new Reconciliation(lines, lines.Count(x => x.Discrepancies.Count > 0 && x.Reason is null), [.. exhibits.Where(x => x.ManifestLine is null).Select(x => x.Number!)]);
    }

    static ReconciledLine Line(ManifestLine line, List<Exhibit> exhibits)
    {
        var (declared, found) = (AmountsOf(line.Declared), AmountsOf(line.Found));
        var seized = new Amounts(Total(exhibits.Select(x => x.Packages)), Total(exhibits.Select(x => x.Quantity)));
        // Where nothing was written down as found, what was taken is compared with what was declared.
        var there = line.Found is null ? declared : found;
        return new ReconciledLine(line.Number!.Value, declared, found, seized, [.. exhibits.Select(x => x.Number!)], [.. Between(line.Declared, line.Found), .. Beyond(seized, there)],
            string.IsNullOrWhiteSpace(line.DifferenceReason) ? null : line.DifferenceReason);
    }

    static Amounts AmountsOf(Goods? goods) => new(Total([goods?.Packages]), Total([goods?.Quantity ?? goods?.NetMass]));

    static List<Packages> Total(IEnumerable<Packages?> packages) =>
        [.. packages.OfType<Packages>().Where(x => x.Count is not null).GroupBy(x => x.Type).Select(x => new Packages { Type = x.Key, Count = (int)Math.Min(int.MaxValue, x.Sum(y => (long)y.Count!)) })];

    static List<Quantity> Total(IEnumerable<Quantity?> quantities)
    {
        var totals = new List<Quantity>();
        foreach (var it in quantities.OfType<Quantity>().Where(x => x.Value is not null && x.Unit is not null))
            if (totals.FindIndex(x => it.In(x.Unit!) is not null) is var same and >= 0)
                totals[same] = totals[same] with { Value = totals[same].Value + it.In(totals[same].Unit!) };
            else
                totals.Add(it);
        return totals;
    }

    static IEnumerable<Discrepancy> Between(Goods? declared, Goods? found)
    {
        if (declared is null || found is null)
        {
            if (declared is not null)
                yield return new(DiscrepancyKind.OnlyDeclared, "Nothing is recorded as found.");
            if (found is not null)
                yield return new(DiscrepancyKind.OnlyFound, "It was found and not declared.");
            yield break;
        }
        if (Differ(declared.Description, found.Description))
            yield return new(DiscrepancyKind.Description, Said(declared.Description!, found.Description!));
        foreach (var (name, one, other) in new[] { ("CAS", declared.Cas, found.Cas), ("UN", UnNumber.Normalize(declared.Un) ?? declared.Un, UnNumber.Normalize(found.Un) ?? found.Un), ("EC", declared.Ec, found.Ec), ("HS", declared.Hs, found.Hs) })
            if (Differ(one, other))
                yield return new(DiscrepancyKind.Substance, Said($"{name} {one}", $"{name} {other}"));
        if (declared.Packages is { Count: not null } papers && found.Packages is { Count: not null } seen && papers != seen)
            yield return new(DiscrepancyKind.Packages, Said($"{papers.Count} {papers.Type}", $"{seen.Count} {seen.Type}"));
        if (Differ(declared.Quantity ?? declared.NetMass, found.Quantity ?? found.NetMass) is { } amount)
            yield return new(DiscrepancyKind.Quantity, amount);
        if (Differ(declared.GrossMass, found.GrossMass) is { } gross)
            yield return new(DiscrepancyKind.GrossMass, gross);
        if (Differ(declared.Container, found.Container))
            yield return new(DiscrepancyKind.Container, Said(declared.Container!, found.Container!));
        if (Differ(declared.Seal, found.Seal))
            yield return new(DiscrepancyKind.Seal, Said(declared.Seal!, found.Seal!));
    }

    /// <summary>More was taken than was there, in a way of counting in which both were counted.</summary>
    static IEnumerable<Discrepancy> Beyond(Amounts seized, Amounts there) =>
        (from taken in seized.Packages
         from seen in there.Packages
         where taken.Type == seen.Type && taken.Count > seen.Count
         select new Discrepancy(DiscrepancyKind.SeizedBeyondFound, $"{taken.Count} {taken.Type} were seized, and {seen.Count} were there."))
        .Concat(
         from taken in seized.Quantities
         from seen in there.Quantities
         where taken.In(seen.Unit!) > seen.Value
         select new Discrepancy(DiscrepancyKind.SeizedBeyondFound, $"{Say(taken)} were seized, and {Say(seen)} were there."));

    static bool Differ(string? declared, string? found) =>
        !string.IsNullOrWhiteSpace(declared) && !string.IsNullOrWhiteSpace(found) && !string.Equals(declared.Trim(), found.Trim(), StringComparison.OrdinalIgnoreCase);

    static string? Differ(Quantity? declared, Quantity? found) =>
        declared is { Value: not null, Unit: not null } && found is { Value: not null, Unit: not null } && declared.In(found.Unit) != found.Value ? Said(Say(declared), Say(found)) : null;

    static string Said(string declared, string found) => $"Declared: {declared}. Found: {found}.";

    static string Say(Quantity it) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{it.Value} {it.Unit}");
}

/// <summary>The manifest of a boarding report, as the report is shown to the caller.</summary>
/// <param name="Boarding">Id of the boarding report.</param>
/// <param name="Screening">What the control lists said when the revision was written, with the version of the lists.</param>
/// <param name="Rescreening">What they say by now; null where the lists are still those of <paramref name="Screening"/>.</param>
public sealed record ShownManifest(
    Guid Id, Guid Boarding, Guid CaseId, IReadOnlyList<ManifestLine> Lines, Screening Screening, Screening? Rescreening, Reconciliation Reconciliation, Marking Marking);
