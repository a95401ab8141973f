using Interdiction.Contracts;
using Interdiction.Contracts.Reference;

namespace Interdiction.Reporting;

/// <summary>The sections of a boarding report on paper.</summary>
static class ReportSections
{
    public static void Write(Leaf leaf, PrintedReport printed)
    {
        var (it, words) = (printed.Report, leaf.Words);
        leaf.Grid(
            ("State", words.With("{0}, revision {1}", words.Say(it.State), it.Revision)),
            ("Outcome", words.Say(it.Outcome)),
            ("Began", words.Time(it.StartedAt, it.LocalOffset)),
            ("Ended", words.Time(it.EndedAt, it.LocalOffset)),
            ("Place", words.Place(it.Place)),
            ("Zone", words.Say(it.Place?.Zone)),
            ("Position (WGS 84)", words.Position(it)),
            ("Voyage", words.Voyage(it.Voyage)),
            ("Filed by", $"{it.FiledBy}, {it.Originator}, {words.Time(it.FiledAt)}"),
            ("Marking", Sheet.Banner(it.Marking!)));
        LocatorMap.Write(leaf, it);
        ConveyanceSections.Write(leaf, it);
        if (printed.Contradictions.Count > 0)
            leaf.Section("Contradictions about the ship", x => x.Table("", [("What", 4.5f), ("As claimed", 3)], printed.Contradictions,
                contradiction => [contradiction.Detail, string.Join('\n', contradiction.Values.Select(v => v.Value))]));
        PersonSections.Write(leaf, it);
        Grounds(leaf, it);
        leaf.Section("Search and checks", x => x.Table("No check is recorded.", [("Check", 2), ("Result", 1.4f), ("Remark", 4)], it.Checks,
            check => [words.Say(check.Code), words.Say(check.Result), check.Remark ?? ""]));
        CargoSections.Write(leaf, it);
        if (!string.IsNullOrWhiteSpace(it.Narrative))
            leaf.Section("Narrative", x => x.Text(it.Narrative));
        if (it.Warnings.Count > 0)
            leaf.Section("Doubts and gaps", x => x.Table("", [("Weight", 1.4f), ("Field", 2), ("What", 4.5f)], it.Warnings,
                warning => [words.Say<Severity>(warning.Severity), warning.Pointer, warning.Detail]));
        leaf.Section("Decisions", x => x.Table("No decision is recorded.", [("When (UTC)", 2.2f), ("Who", 2.2f), ("To", 1.4f), ("Reason and remarks", 4)], printed.Decisions,
            made => [words.Stamp(made.At), $"{made.Actor}, {made.Partner}", words.Code(made.To), string.Join('\n', made.Remarks.Select(r => $"{r.Pointer} {r.Text}").Prepend(made.Reason ?? "").Where(r => r.Length > 0))]));
    }

    static void Grounds(Leaf leaf, FiledReport it)
    {
        var words = leaf.Words;
        leaf.Section("Legal bases and grounds", x => x.Table("No legal basis is stated.", [("Basis", 2.4f), ("Instrument", 2.6f), ("Statute", 2), ("Grounds", 3)], it.LegalBases, basis => Basis(basis, words)));
        leaf.Section("Consent", x => x.Grid(
            ("Flag State", words.Say(it.Consent?.Flag)),
            ("Master", words.Say(it.Consent?.Master)),
            ("The master's words", words.Say(it.Consent?.MasterWords))));
    }

    static string[] Basis(LegalBasis basis, Wording words) =>
        basis.Code is { } code && ReferenceData.LegalBases.TryGetValue(code, out var rule)
            ? [$"{words[rule.Title]}\n{code}", $"{rule.Instrument}{(rule.Article is { } article ? $", {article}" : "")}", words.Say(basis.Statute), words.Say(basis.Grounds)]
            : [basis.Code ?? words.None, "", words.Say(basis.Statute), words.Say(basis.Grounds)];
}
