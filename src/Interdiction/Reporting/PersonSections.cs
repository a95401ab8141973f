using System.Globalization;
using Interdiction.Contracts;
using Interdiction.Documents;

namespace Interdiction.Reporting;

/// <summary>Who was aboard, as far as the reader of this copy is told.</summary>
static class PersonSections
{
    const string Withheld = "withheld";

    public static void Write(ColumnDescriptor column, FiledReport report)
    {
        var masked = report.Masked.Where(x => x.Rule is MaskRule.NotSuspected).Select(x => x.Pointer).ToHashSet();
        string Say(string? text, string pointer) => text is null && masked.Contains(pointer) ? Withheld : Wording.Say(text);

        column.Section("Persons", x =>
        {
            x.Grid(
                ("Master", Say(report.Persons?.MasterName, "/persons/masterName")),
                ("Crew", report.Persons?.CrewCount?.ToString(CultureInfo.InvariantCulture) ?? Wording.None));
            if (report.Persons is { Aboard.Count: > 0 } persons)
                x.Table("", [("Name", 2.2f), ("Role", 1.2f), ("Nationality, born", 2), ("Document", 2.4f), ("Suspected", 1.2f), ("Remarks", 2.2f)], [.. persons.Aboard.Index()], it =>
                [
                    Say(it.Item.Name, $"/persons/aboard/{it.Index}/name"),
                    Wording.Say(it.Item.Role),
                    $"{Wording.Country(it.Item.Nationality)}\n{Say(it.Item.BirthDate?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture), $"/persons/aboard/{it.Index}/birthDate")}",
                    Say(Paper(it.Item.Document), $"/persons/aboard/{it.Index}/document"),
                    it.Item.Suspected is true ? "Suspected" : "no",
                    it.Item.Remarks ?? "",
                ]);
            if (masked.Count > 0)
                x.Item().Text($"Withheld: persons who are not suspected are named to the originator, {report.Originator}, and to coordinators.").Style(TextStyle.Caption);
        });
    }

    static string? Paper(IdentityDocument? document) =>
        document is null ? null : string.Join(", ", new[] { document.Type, document.Number, document.Country is { } code ? Wording.Country(code) : null }.Where(x => !string.IsNullOrWhiteSpace(x)));
}
