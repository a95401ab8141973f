using Interdiction.Contracts;
using Interdiction.Kernel;

namespace Interdiction.Reporting;

/// <summary>What is printed of a case: only what its reader may read. Nothing is looked up after this.</summary>
public sealed record CaseFile(CaseHead Case, IReadOnlyList<PrintedReport> Reports, IReadOnlyList<TimelineEntry> Timeline, IReadOnlyList<ShownHold> Holds, IReadOnlyList<ShownAttachment> Attachments, Copy Copy)
{
    /// <summary>The marking of the whole: the highest in it, released to whom all of it is released to.</summary>
    public Marking Marking => Reports.Select(x => x.Report.Marking!).Concat(Attachments.Select(x => x.Marking)).Aggregate(Case.Marking, Combine);

    /// <summary>Which of one's own people read it is no matter for paper that is handed on.</summary>
    public static Marking OnPaper(Marking marking) => marking with { Team = null };

    static Marking Combine(Marking a, Marking b) => new()
    {
        Classification = (Classification)Math.Max((int)a.Classification!, (int)b.Classification!),
        ReleasableTo = a.ReleasableTo.Contains(Marking.All) ? b.ReleasableTo
            : b.ReleasableTo.Contains(Marking.All) ? a.ReleasableTo
            : [.. a.ReleasableTo.Intersect(b.ReleasableTo)],
        Caveats = [.. a.Caveats.Union(b.Caveats).Order(StringComparer.Ordinal)],
    };
}

/// <summary>A report as its reader may see it, with the decisions on it.</summary>
/// <param name="Contradictions">What does not go together in the claims of its ship, by the reports that are printed with it: the sheet is marked as they are.</param>
public sealed record PrintedReport(FiledReport Report, IReadOnlyList<TransitionMade> Decisions, IReadOnlyList<Contradiction> Contradictions);

/// <summary>Whose copy it is: a print is made for one reader at one time.</summary>
/// <param name="At">UTC.</param>
/// <param name="Print">Id of the print, which is that of its audit entry.</param>
public sealed record Copy(Guid Print, string Reader, string Partner, DateTimeOffset At, Sheets Sheets)
{
    public static Copy For(Caller caller, Envelope envelope, Sheets sheets, DateTimeOffset now) => new(envelope.Entry, caller.Name, caller.Partner, now, sheets);
}

/// <summary>How a reader wants it printed.</summary>
public sealed record Sheets(PaperSize Paper, PaperLanguage Language);

public enum PaperSize { A4, Letter }
