using System.Globalization;
using Interdiction.Contracts;

namespace Interdiction.Reporting;

/// <summary>Who was aboard, as far as the reader of this copy is told.</summary>
static class PersonSections
{
    public static void Write(Leaf leaf, FiledReport report)
    {
        var words = leaf.Words;
        var masked = report.Masked.Where(x => x.Rule is MaskRule.NotSuspected).Select(x => x.Pointer).ToHashSet();
        string Say(string? text, string pointer) => text is null && masked.Contains(pointer) ? words["withheld"] : words.Say(text);

        leaf.Section("Persons", x =>
        {
            x.Grid(
                ("Master", Say(report.Persons?.MasterName, "/persons/masterName")),
                ("Crew", report.Persons?.CrewCount?.ToString(CultureInfo.InvariantCulture) ?? words.None));
            if (report.Persons is { Aboard.Count: > 0 } persons)
                x.Table("", [("Name", 2.2f), ("Role", 1.2f), ("Nationality, born", 2), ("Document", 2.4f), ("Suspected", 1.2f), ("Remarks", 2.2f)], [.. persons.Aboard.Index()], it =>
                [
                    Say(it.Item.Name, $"/persons/aboard/{it.Index}/name"),
                    words.Say(it.Item.Role),
                    $"{words.Country(it.Item.Nationality)}\n{Say(it.Item.BirthDate is { } born ? words.Date(born) : null, $"/persons/aboard/{it.Index}/birthDate")}",
                    Say(Paper(it.Item.Document, words), $"/persons/aboard/{it.Index}/document"),
                    words[it.Item.Suspected is true ? "Suspected" : "no"],
                    it.Item.Remarks ?? "",
                ]);
            if (masked.Count > 0)
                x.Remark(words.With("Withheld: persons who are not suspected are named to the originator, {0}, and to coordinators.", report.Originator));
        });
    }

    static string? Paper(IdentityDocument? document, Wording words) =>
        document is null ? null : string.Join(", ", new[] { document.Type, document.Number, document.Country is { } code ? words.Country(code) : null }.Where(x => !string.IsNullOrWhiteSpace(x)));
}
