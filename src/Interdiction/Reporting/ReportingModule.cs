using Interdiction.Contracts;
using Interdiction.Documents;
using Interdiction.Documents.Pdf;
using Interdiction.Http;
using Interdiction.Kernel;

namespace Interdiction.Reporting;

/// <summary>Reports on paper.</summary>
static class ReportingModule
{
    public static void AddReporting(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<CaseFiles>().AddScoped<Printer>();
        builder.Services.AddSingleton<IReportRenderer, PdfReportRenderer>();
        builder.Services.AddSingleton<PrintKey>().AddSingleton<TimeStamps>().AddSingleton<IPdfSigner, PrintSigner>();
        builder.Services.AddHostedService<Readiness>();
    }

    /// <summary>What vouches for prints: anybody may have it.</summary>
    public static void MapPrintCertificate(this IEndpointRouteBuilder root) =>
        root.MapGet("/print-certificate.pem", (PrintKey key) => Results.Text(key.Pem, "application/x-pem-file")).ExcludeFromDescription();

    public static void MapReporting(this RouteGroupBuilder api)
    {
        var reports = api.MapGroup("").WithTags("Reports on paper");
        reports.Get<PrintCaseReport, PdfFile>("/cases/{id:guid}/report.pdf", (Guid id, string? paper, string? lang) => Print(paper, lang, x => new PrintCaseReport(id, x)));
        reports.Get<PrintBoardingReport, PdfFile>("/boardings/{id:guid}/report.pdf", (Guid id, string? paper, string? lang) => Print(paper, lang, x => new PrintBoardingReport(id, x)));
        reports.Get<PrintCustodyForm, PdfFile>("/exhibits/{id:guid}/custody.pdf", (Guid id, string? paper, string? lang) => Print(paper, lang, x => new PrintCustodyForm(id, x)));
    }

    static object Print(string? paper, string? lang, Func<Sheets, object> message)
    {
        if (!Code<PaperLanguage>.TryRead(lang ?? "en", out var language))
            return Refusal.BadParameter("lang", $"it is one of {Code<PaperLanguage>.List}.");
        if (!Code<PaperSize>.TryRead(paper ?? "a4", out var size))
            return Refusal.BadParameter("paper", $"it is one of {Code<PaperSize>.List}.");
        return message(new Sheets(size, language));
    }

    // A missing typeface, native library or certificate is found at start, not by the first reader.
    sealed class Readiness(PrintKey key) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            Fonts.SelfTest();
            _ = key.Pem;
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

/// <summary>Turns a composed document into a file: the seam behind which another engine can stand.</summary>
public interface IReportRenderer
{
    Task<byte[]> Render(Document document, CancellationToken stop);
}

/// <summary>Renders with the composer's own PDF writer, and signs.</summary>
sealed class PdfReportRenderer(IPdfSigner signer) : IReportRenderer
{
    public Task<byte[]> Render(Document document, CancellationToken stop) => PdfRenderer.Sign(document, signer, stop);
}
