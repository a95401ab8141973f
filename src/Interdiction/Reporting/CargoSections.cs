using System.Globalization;
using Interdiction.Contracts;
using Interdiction.Documents;

namespace Interdiction.Reporting;

/// <summary>Cargo as declared and as found, what the control lists say of it, and what was seized.</summary>
static class CargoSections
{
    public static void Write(ColumnDescriptor column, FiledReport report)
    {
        var reconciled = Reconciliation.Of(report).Lines.ToDictionary(x => x.Number);
        column.Section("Manifest: declared and found", x => x.Table("No manifest is recorded.", [("Line", 0.6f), ("Declared", 3), ("Found", 3)], report.Manifest?.Lines ?? [],
            line =>
            [
                line.Number?.ToString(CultureInfo.InvariantCulture) ?? "", string.Join('\n', [Say(line.Declared), .. CargoFacts.Papers(line)]),
                CargoFacts.Difference(reconciled[line.Number!.Value]) is { } difference ? $"{Say(line.Found)}\n{difference}" : Say(line.Found),
            ]));
        if (report.Screening is { } screening)
            column.Section("Screening against the control lists", x =>
            {
                x.Table("No line matches an entry of the lists. That is no proof of absence.",
                    [("Line", 0.6f), ("List and item", 2), ("Chemical", 2.4f), ("Reason", 3.6f), ("Score", 0.8f)], screening.Matches,
                    match =>
                    [
                        match.Line?.ToString(CultureInfo.InvariantCulture) ?? "", $"{Wording.List(match.List)}, {match.Item}",
                        match.Cas is { } cas ? $"{match.Name}\nCAS {cas}" : $"{match.Name} (a family: a possible match)", match.Reason, match.Score.ToString("0.00", CultureInfo.InvariantCulture),
                    ]);
                x.Item().Text($"Lists as of {screening.ListVersion}. A match is a reason to look, no verdict.").Style(TextStyle.Caption);
            });
        column.Section("Seizures", x => x.Table("Nothing was seized.", [("Exhibit", 1.4f), ("Description", 3), ("Amount", 2), ("Line", 0.6f), ("Seals", 2), ("Authority", 1.4f)],
            [.. report.Seizures.SelectMany(s => s.Exhibits, (seizure, exhibit) => (seizure, exhibit))],
            it =>
            [
                it.exhibit.Number ?? "", Wording.Say(it.exhibit.Description), Wording.Amount(it.exhibit.Packages, it.exhibit.Quantity), it.exhibit.ManifestLine?.ToString(CultureInfo.InvariantCulture) ?? "",
                string.Join("; ", it.exhibit.Seals.Select(s => $"{s.Number} ({Wording.Say(s.State).ToLowerInvariant()})")), Wording.Say(it.seizure.Authority),
            ]));
    }

    static string Say(Goods? goods)
    {
        if (goods is null)
            return Wording.None;
        return string.Join('\n', new[] { goods.Description, Wording.Amount(goods.Packages, goods.Quantity) }.Concat(CargoFacts.Of(goods)).Where(x => !string.IsNullOrWhiteSpace(x)));
    }
}
