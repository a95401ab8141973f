using Interdiction.Http;
using Interdiction.Kernel;

namespace Interdiction.Reporting;

/// <summary>Prints a case as the caller may read it: every readable report with its state.</summary>
public sealed record PrintCaseReport(Guid Id, Sheets Sheets) : IQuery<PdfFile>
{
    public static Permission Needs => Permission.PrintReports;

    internal sealed class Handler(CaseFiles files, Printer printer, Envelope envelope) : IQueryHandler<PrintCaseReport, PdfFile>
    {
        public async Task<Result<PdfFile>> Handle(PrintCaseReport message, CancellationToken stop)
        {
            envelope.Resource = message.Id;
            return await files.Of(message.Id, message.Sheets, stop) is { } file
                ? await printer.Print(CaseReport.Of(file), $"{file.Case.Number}.pdf", stop)
                : Refusal.NotFound;
        }
    }
}

/// <summary>Prints one boarding report as the caller may read it.</summary>
public sealed record PrintBoardingReport(Guid Id, Sheets Sheets) : IQuery<PdfFile>
{
    public static Permission Needs => Permission.PrintReports;

    internal sealed class Handler(CaseFiles files, Printer printer, Envelope envelope) : IQueryHandler<PrintBoardingReport, PdfFile>
    {
        public async Task<Result<PdfFile>> Handle(PrintBoardingReport message, CancellationToken stop)
        {
            envelope.Resource = message.Id;
            return await files.OfReport(message.Id, message.Sheets, stop) is { Reports: [var printed] } file
                ? await printer.Print(BoardingReportForm.Of(file, printed), $"{printed.Report.Number}.pdf", stop)
                : Refusal.NotFound;
        }
    }
}
