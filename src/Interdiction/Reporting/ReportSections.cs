using Interdiction.Contracts;
using Interdiction.Contracts.Reference;
using Interdiction.Documents;

namespace Interdiction.Reporting;

/// <summary>The sections of a boarding report on paper.</summary>
static class ReportSections
{
    public static void Write(ColumnDescriptor column, PrintedReport printed)
    {
        var it = printed.Report;
        column.Grid(
            ("State", $"{Wording.Say(it.State)}, revision {it.Revision}"),
            ("Outcome", Wording.Say(it.Outcome)),
            ("Began", Wording.Time(it.StartedAt, it.LocalOffset)),
            ("Ended", Wording.Time(it.EndedAt, it.LocalOffset)),
            ("Place", Wording.Place(it.Place)),
            ("Zone", Wording.Say(it.Place?.Zone)),
            ("Position (WGS 84)", Wording.Position(it)),
            ("Voyage", Wording.Voyage(it.Voyage)),
            ("Filed by", $"{it.FiledBy}, {it.Originator}, {Wording.Time(it.FiledAt)}"),
            ("Marking", Sheet.Banner(it.Marking!)));
        ConveyanceSections.Write(column, it);
        if (printed.Contradictions.Count > 0)
            column.Section("Contradictions about the ship", x => x.Table("", [("What", 4.5f), ("As claimed", 3)], printed.Contradictions,
                contradiction => [contradiction.Detail, string.Join('\n', contradiction.Values.Select(v => v.Value))]));
        PersonSections.Write(column, it);
        Grounds(column, it);
        column.Section("Search and checks", x => x.Table("No check is recorded.", [("Check", 2), ("Result", 1.4f), ("Remark", 4)], it.Checks,
            check => [Wording.Say(check.Code), Wording.Say(check.Result), check.Remark ?? ""]));
        CargoSections.Write(column, it);
        if (!string.IsNullOrWhiteSpace(it.Narrative))
            column.Section("Narrative", x => x.Item().Text(it.Narrative));
        if (it.Warnings.Count > 0)
            column.Section("Doubts and gaps", x => x.Table("", [("Weight", 1.4f), ("Field", 2), ("What", 4.5f)], it.Warnings,
                warning => [Wording.Say<Severity>(warning.Severity), warning.Pointer, warning.Detail]));
        column.Section("Decisions", x => x.Table("No decision is recorded.", [("When (UTC)", 2.2f), ("Who", 2.2f), ("To", 1.4f), ("Reason and remarks", 4)], printed.Decisions,
            made => [Wording.Stamp(made.At), $"{made.Actor}, {made.Partner}", Wording.Spell(made.To), string.Join('\n', made.Remarks.Select(r => $"{r.Pointer} {r.Text}").Prepend(made.Reason ?? "").Where(r => r.Length > 0))]));
    }

    static void Grounds(ColumnDescriptor column, FiledReport it)
    {
        column.Section("Legal bases and grounds", x => x.Table("No legal basis is stated.", [("Basis", 2.4f), ("Instrument", 2.6f), ("Statute", 2), ("Grounds", 3)], it.LegalBases, Basis));
        column.Section("Consent", x => x.Grid(
            ("Flag State", Wording.Say(it.Consent?.Flag)),
            ("Master", Wording.Say(it.Consent?.Master)),
            ("The master's words", Wording.Say(it.Consent?.MasterWords))));
    }

    static string[] Basis(LegalBasis basis) =>
        basis.Code is { } code && ReferenceData.LegalBases.TryGetValue(code, out var rule)
            ? [$"{rule.Title}\n{code}", $"{rule.Instrument}{(rule.Article is { } article ? $", {article}" : "")}", Wording.Say(basis.Statute), Wording.Say(basis.Grounds)]
            : [basis.Code ?? Wording.None, "", Wording.Say(basis.Statute), Wording.Say(basis.Grounds)];
}
