using System.Globalization;
using Interdiction.Contracts;
using Interdiction.Documents;

namespace Interdiction.Reporting;

/// <summary>What is printed of an exhibit: only what its reader may read.</summary>
/// <param name="Authority">Authority that seized it; null where the report does not say.</param>
public sealed record CustodyFile(ShownExhibit Exhibit, string? Authority, string ReportNumber, string CaseNumber, Copy Copy);

/// <summary>The chain of custody of one exhibit on paper, with room for what is signed by hand.</summary>
static class CustodyForm
{
    const float Square = 84;
    const int LinesToSign = 3;

    public static Document Of(CustodyFile file) =>
        Sheet.Of(file, new Imprint("Chain-of-custody form", file.Exhibit.Number, file.Exhibit.Description ?? $"Exhibit {file.Exhibit.Number}", file.CaseNumber, file.Exhibit.Marking, file.Copy), leaf =>
        {
            var (it, words) = (file.Exhibit, leaf.Words);
            Danger(leaf, it.Hazard);
            leaf.GridBeside(Square, x => Leaf.Square(x, it.Id, Square, words["Exhibit"], words.With("Square code that holds the id of the exhibit, {0}.", it.Id)),
                ("Exhibit", it.Number),
                ("Amount", words.Say(words.Amount(it.Packages, it.Quantity))),
                ("Seized by", words.Say(file.Authority)),
                ("Boarding report", file.ReportNumber),
                ("Now in custody of", Holder(it.Custodian, words)),
                ("Manifest line", it.ManifestLine?.ToString(CultureInfo.InvariantCulture) ?? words.None),
                ("Hazard", it.Hazard is { } hazard ? new CargoFacts(words).Of(hazard) : words["none is known of"]),
                ("Split", Split(it, words)));
            leaf.Section("Seals, as last seen", x => x.Table("No seal is recorded.", [("Number", 3), ("Class (ISO 17712)", 2), ("State", 2)], it.Seals,
                seal => [words.Say(seal.Number), words.Say(seal.Class), words.Say(seal.State)]), level: 2);
            if (it.Balance is { } balance)
                leaf.Section("Balance", x => Amounts(x, balance), level: 2);
            leaf.Section("Chain of custody", x => x.Table("", [("No.", 0.5f), ("When (UTC)", 1.5f), ("What", 1.5f), ("From and to", 2.6f), ("Amount and seals", 2), ("Reason and remarks", 3)], it.CustodyEvents, link => Event(link, words)), level: 2);
            leaf.Section("Signed by hand", x =>
            {
                x.Table("", [("When (UTC)", 1.4f), ("Released by: name, agency, signature", 3), ("Received by: name, agency, signature", 3)], new int[LinesToSign], _ => ["\n\n", "", ""]);
                x.Remark(words["What is signed here is recorded in the system too: the hand-over, its document, and the scan of this sheet."]);
            }, level: 2);
            CaseReport.Untranslated(leaf);
        });

    static void Danger(Leaf leaf, Hazard? hazard)
    {
        if (hazard is { Warnings.Count: > 0 })
            leaf.Danger($"{string.Join(' ', hazard.Warnings.Select(x => leaf.Words[x]))} {leaf.Words[From(hazard.Basis)]}");
    }

    static string From(HazardBasis basis) => basis switch
    {
        HazardBasis.Found => "By what was found.",
        HazardBasis.Declared => "By what was declared.",
        HazardBasis.CasNumber => "By its CAS number.",
        HazardBasis.Screening => "By its name, as the control lists know it: confirm the substance.",
    };

    static string Holder(Custodian? custodian, Wording words) =>
        custodian is null ? words["nobody: all of it was disposed of"] : string.Join(", ", new[] { words.Partner(custodian.Partner), custodian.Agency, custodian.Name }.Where(x => !string.IsNullOrWhiteSpace(x)));

    static string Split(ShownExhibit it, Wording words) => (it.Parent, it.Parts.Count) switch
    {
        (not null, _) => words["a part of a larger exhibit"],
        (null, 0) => words["whole"],
        (null, 1) => words["a part was split off, with a form of its own"],
        (null, var parts) => words.With("{0} parts were split off, each with a form of its own", parts),
    };

    static void Amounts(Leaf leaf, Balance it)
    {
        var words = leaf.Words;
        leaf.Table("", [("Seized", 1), ("Held", 1), ("Sampled", 1), ("Split off", 1), ("Returned", 1), ("Released", 1), ("Destroyed", 1)], [it], x =>
            [.. new[] { x.Seized, x.Held, x.Sampled, x.Split, x.Returned, x.Released, x.Destroyed }.Select(q => Wording.Measure(q) ?? words.None)]);
        if (it.Unexplained is { } missing)
            leaf.Notice(words.With("{0} was missing when it was last measured.", Wording.Measure(missing)));
    }

    static string[] Event(ShownCustodyEvent it, Wording words) =>
    [
        it.Number.ToString(CultureInfo.InvariantCulture),
        words.Stamp(it.At),
        Lines(words.Of(it.Type), it.State is CustodyState.Final ? null : words.Of(it.State), it.Place),
        Lines(words.With("{0}: {1}, recorded {2}", it.Partner, it.RecordedBy, words.Stamp(it.RecordedAt)),
            it.To is { } to ? words.With("to {0}", string.Join(", ", new[] { to.Partner, to.Agency, to.Name, to.Document is { } paper ? words.With("document {0}", paper) : null }.Where(x => !string.IsNullOrWhiteSpace(x)))) : null,
            it.DecidedBy is { } by ? words.With("{0} by {1}, {2}", words.Of(it.State), by, words.Stamp(it.DecidedAt!.Value)) : null,
            it.WitnessName is { } witness ? words.With("witness {0}", witness) : null),
        Lines([Wording.Measure(it.Quantity), .. it.Seals.Select(x => $"{x.Number} {words.Say(x.State).ToLowerInvariant()}")]),
        Lines(it.Reason, it.Remarks, it.DecisionReason),
    ];

    static string Lines(params string?[] lines) => string.Join('\n', lines.Where(x => !string.IsNullOrWhiteSpace(x)));
}
