using System.Security.Cryptography;
using Interdiction.Documents;
using Interdiction.Http;
using Interdiction.Kernel;

namespace Interdiction.Reporting;

/// <summary>Makes the file of a document, and has the audit entry of this print commit to the record in it.</summary>
sealed class Printer(IReportRenderer renderer, Envelope envelope)
{
    public async Task<PdfFile> Print(Document document, string name, CancellationToken stop)
    {
        envelope.Printed = Convert.ToHexStringLower(SHA256.HashData(document.Info.Files.Single(x => x.Name == Sheet.Record).Content.Span));
        return new PdfFile(await renderer.Render(document, stop), name);
    }
}
