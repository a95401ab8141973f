using Interdiction.Custody;
using Interdiction.Data;
using Interdiction.Http;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Reporting;

/// <summary>Prints the chain of custody of an exhibit as the caller may read it.</summary>
public sealed record PrintCustodyForm(Guid Id, Sheets Sheets) : IQuery<PdfFile>
{
    public static Permission Needs => Permission.PrintReports;

    internal sealed class Handler(InterdictionDb db, ShownExhibits exhibits, Printer printer, Caller caller, Envelope envelope, TimeProvider clock) : IQueryHandler<PrintCustodyForm, PdfFile>
    {
        public async Task<Result<PdfFile>> Handle(PrintCustodyForm message, CancellationToken stop)
        {
            envelope.Resource = message.Id;
            if (await exhibits.Of(message.Id, stop) is not { } found)
                return Refusal.NotFound;
            var report = found.Chain.Boarding;
            var number = await db.CaseOf(report.CaseId).Select(x => x.Number).SingleAsync(stop);
            var file = new CustodyFile(found.Exhibit with { Marking = CaseFile.OnPaper(found.Exhibit.Marking) }, found.Authority, report.Number, number, Copy.For(caller, envelope, message.Sheets, clock.Now()));
            return await printer.Print(CustodyForm.Of(file), $"{report.Number}-custody.pdf", stop);
        }
    }
}
