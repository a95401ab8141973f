using System.Globalization;
using Interdiction.Contracts;

namespace Interdiction.Reporting;

/// <summary>Cargo as declared and as found, what the control lists say of it, and what was seized.</summary>
static class CargoSections
{
    public static void Write(Leaf leaf, FiledReport report)
    {
        var (words, facts) = (leaf.Words, new CargoFacts(leaf.Words));
        var reconciled = Reconciliation.Of(report).Lines.ToDictionary(x => x.Number);
        leaf.Section("Manifest: declared and found", x => x.Table("No manifest is recorded.", [("Line", 0.6f), ("Declared", 3), ("Found", 3)], report.Manifest?.Lines ?? [],
            line =>
            [
                line.Number?.ToString(CultureInfo.InvariantCulture) ?? "", string.Join('\n', [facts.Say(line.Declared), .. facts.Papers(line)]),
                facts.Difference(reconciled[line.Number!.Value]) is { } difference ? $"{facts.Say(line.Found)}\n{difference}" : facts.Say(line.Found),
            ]));
        if (report.Screening is { } screening)
            leaf.Section("Screening against the control lists", x =>
            {
                x.Table("No line matches an entry of the lists. That is no proof of absence.",
                    [("Line", 0.6f), ("List and item", 2), ("Chemical", 2.4f), ("Reason", 3.6f), ("Score", 0.8f)], screening.Matches,
                    match =>
                    [
                        match.Line?.ToString(CultureInfo.InvariantCulture) ?? "", $"{words.List(match.List)}, {match.Item}",
                        match.Cas is { } cas ? $"{match.Name}\nCAS {cas}" : words.With("{0} (a family: a possible match)", match.Name), match.Reason, match.Score.ToString("0.00", CultureInfo.InvariantCulture),
                    ]);
                x.Remark(words.With("Lists as of {0}. A match is a reason to look, no verdict.", screening.ListVersion));
            });
        leaf.Section("Seizures", x => x.Table("Nothing was seized.", [("Exhibit", 1.4f), ("Description", 3), ("Amount", 2), ("Line", 0.6f), ("Seals", 2), ("Authority", 1.4f)],
            [.. report.Seizures.SelectMany(s => s.Exhibits, (seizure, exhibit) => (seizure, exhibit))],
            it =>
            [
                it.exhibit.Number ?? "", string.Join('\n', [words.Say(it.exhibit.Description), .. facts.Dangers(report, it.exhibit)]), words.Amount(it.exhibit.Packages, it.exhibit.Quantity), it.exhibit.ManifestLine?.ToString(CultureInfo.InvariantCulture) ?? "",
                string.Join("; ", it.exhibit.Seals.Select(s => $"{s.Number} ({words.Say(s.State).ToLowerInvariant()})")), words.Say(it.seizure.Authority),
            ]));
    }
}
