using System.Globalization;
using Interdiction.Contracts;
using Interdiction.Documents;

namespace Interdiction.Reporting;

/// <summary>The case on paper: its head, every report in it that the reader may read, and what happened.</summary>
static class CaseReport
{
    public static Document Of(CaseFile file) => Sheet.Of(file, "Case report", file.Case.Number, file.Case.Title, column =>
    {
        column.Grid(
            ("Status", Wording.Say<CaseStatus>(file.Case.Status)),
            ("Mode", Wording.Say<Mode>(file.Case.Mode)),
            ("Lead partner", Partner(file.Case.LeadPartner)),
            ("Originator", Partner(file.Case.Originator)),
            ("Opened", Wording.Time(file.Case.OpenedAt)),
            ("Participants", string.Join("; ", file.Case.Participants.Select(x => $"{x.Partner} ({Code<Part>.Of(x.Part)})"))));
        foreach (var hold in file.Holds)
            column.Notice($"Under legal hold since {Wording.Stamp(hold.SetAt)} UTC: {hold.Scope}");
        if (file.Reports.Count == 0)
            column.Notice("This case holds no report that its reader may read.");
        foreach (var printed in file.Reports)
            column.Section($"Boarding report {printed.Report.Number}: {printed.Report.Title}", x => ReportSections.Write(x, printed), level: 2);

        AttachmentList.Write(column, file);
        column.Section("What happened", x => x.Table("Nothing is recorded that its reader may see.",
            [("When (UTC)", 2.2f), ("Who", 2.2f), ("What", 5)], file.Timeline,
            entry => [Wording.Stamp(entry.At), $"{entry.Actor}, {entry.Partner}", entry.Text]), level: 2);
        column.Item().PaddingTop(12).Text("This copy shows what its reader may read at the time of printing. It is no evidence that nothing else exists.").Style(TextStyle.Caption);
    });

    public static string Partner(string code) => code == Kernel.Partner.Cell ? "Coordination cell (XCC)" : Wording.Country(code);
}

/// <summary>One boarding report on paper, field by field.</summary>
static class BoardingReportForm
{
    public static Document Of(CaseFile file, PrintedReport printed) =>
        Sheet.Of(file, "Boarding report", printed.Report.Number!, printed.Report.Title!, column =>
        {
            ReportSections.Write(column, printed);
            AttachmentList.Write(column, file);
        });
}

/// <summary>The attachments on paper: each by its number and hash, so that a file can be told to be the one that is meant.</summary>
static class AttachmentList
{
    public static void Write(ColumnDescriptor column, CaseFile file)
    {
        if (file.Attachments.Count > 0)
            column.Section("Attachments", x => x.Table("", [("Number", 2), ("File", 2.4f), ("Size, bytes", 1.2f), ("SHA-256", 4)], file.Attachments,
                it => [it.Number, $"{it.Name}, {it.Type}", it.Size.ToString("N0", CultureInfo.InvariantCulture), $"{it.Sha256[..32]} {it.Sha256[32..]}"]), level: 2);
    }
}
