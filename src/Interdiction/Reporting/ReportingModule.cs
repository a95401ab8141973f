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
        builder.Services.AddScoped<CaseFiles>();
        builder.Services.AddSingleton<IReportRenderer, PdfReportRenderer>();
        builder.Services.AddHostedService<FontCheck>();
    }

    public static void MapReporting(this RouteGroupBuilder api)
    {
        var reports = api.MapGroup("").WithTags("Reports on paper");
        reports.Get<PrintCaseReport, PdfFile>("/cases/{id:guid}/report.pdf", (Guid id, string? paper, string? lang) => Sheet(paper, lang, x => new PrintCaseReport(id, x)));
        reports.Get<PrintBoardingReport, PdfFile>("/boardings/{id:guid}/report.pdf", (Guid id, string? paper, string? lang) => Sheet(paper, lang, x => new PrintBoardingReport(id, x)));
    }

    static object Sheet(string? paper, string? language, Func<PaperSize, object> message)
    {
        if (language is not (null or "en"))
            return Refusal.BadParameter("lang", "reports are printed in en.");
        if (!Code<PaperSize>.TryRead(paper ?? "a4", out var size))
            return Refusal.BadParameter("paper", $"it is one of {Code<PaperSize>.List}.");
        return message(size);
    }

    // A missing typeface or native library is found at start, not by the first reader.
    sealed class FontCheck : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            Fonts.SelfTest();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

/// <summary>Turns a composed document into a file: the seam behind which another engine can stand.</summary>
public interface IReportRenderer
{
    byte[] Render(Document document);
}

/// <summary>Renders with the composer's own PDF writer.</summary>
sealed class PdfReportRenderer : IReportRenderer
{
    public byte[] Render(Document document)
    {
        using var file = new MemoryStream();
        PdfRenderer.Render(document, file);
        return file.ToArray();
    }
}
