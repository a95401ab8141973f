using System.Globalization;
using Interdiction.Documents;

namespace Interdiction.Reporting;

/// <summary>The case on paper: its head, every report in it that the reader may read, and what happened.</summary>
static class CaseReport
{
    public static Document Of(CaseFile file) => Sheet.Of(file, new Imprint("Case report", file.Case.Number, file.Case.Title, file.Case.Number, file.Marking, file.Copy), leaf =>
    {
        var words = leaf.Words;
        leaf.Grid(
            ("Status", words.Of(file.Case.Status)),
            ("Mode", words.Of(file.Case.Mode)),
            ("Lead partner", words.Partner(file.Case.LeadPartner)),
            ("Originator", words.Partner(file.Case.Originator)),
            ("Opened", words.Time(file.Case.OpenedAt)),
            ("Participants", string.Join("; ", file.Case.Participants.Select(x => $"{x.Partner} ({words.Of(x.Part).ToLowerInvariant()})"))));
        foreach (var hold in file.Holds)
            leaf.Notice(words.With("Under legal hold since {0} UTC: {1}", words.Stamp(hold.SetAt), hold.Scope));
        if (file.Reports.Count == 0)
            leaf.Notice(words["This case holds no report that its reader may read."]);
        foreach (var printed in file.Reports)
            leaf.Section(words.With("Boarding report {0}: {1}", printed.Report.Number, printed.Report.Title), x => ReportSections.Write(x, printed), level: 2);

        AttachmentList.Write(leaf, file);
        leaf.Section("What happened", x => x.Table("Nothing is recorded that its reader may see.",
            [("When (UTC)", 2.2f), ("Who", 2.2f), ("What", 5)], file.Timeline,
            entry => [words.Stamp(entry.At), $"{entry.Actor}, {entry.Partner}", entry.Text]), level: 2);
        leaf.Remark(words["This copy shows what its reader may read at the time of printing. It is no evidence that nothing else exists."]);
        Untranslated(leaf);
    });

    /// <summary>What the system wrote down stays as it was written.</summary>
    public static void Untranslated(Leaf leaf)
    {
        if (leaf.Words.Language is not PaperLanguage.En)
            leaf.Remark(leaf.Words["What people filed stands as they filed it. What the system wrote down, such as the doubts, is in English."]);
    }
}

/// <summary>One boarding report on paper, field by field.</summary>
static class BoardingReportForm
{
    public static Document Of(CaseFile file, PrintedReport printed) =>
        Sheet.Of(file, new Imprint("Boarding report", printed.Report.Number!, printed.Report.Title!, file.Case.Number, file.Marking, file.Copy), leaf =>
        {
            ReportSections.Write(leaf, printed);
            AttachmentList.Write(leaf, file);
            CaseReport.Untranslated(leaf);
        });
}

/// <summary>The attachments on paper: each by its number and hash, so that a file can be told to be the one that is meant.</summary>
static class AttachmentList
{
    public static void Write(Leaf leaf, CaseFile file)
    {
        if (file.Attachments.Count > 0)
            leaf.Section("Attachments", x => x.Table("", [("Number", 2), ("File", 2.4f), ("Size, bytes", 1.2f), ("SHA-256", 4)], file.Attachments,
                it => [it.Number, $"{it.Name}, {it.Type}", it.Size.ToString("N0", CultureInfo.InvariantCulture), $"{it.Sha256[..32]} {it.Sha256[32..]}"]), level: 2);
    }
}
