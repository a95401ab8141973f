namespace Interdiction.Documents.Pdf;

/// <summary>What content streams refer to by name, shared by all pages (ISO 32000-1, 7.8.3).</summary>
sealed record PdfResources(IReadOnlyCollection<PdfFont> Fonts, Images Images, Opacities Opacities)
{
    internal string Dictionary()
    {
        var fonts = string.Concat(Fonts.Select(font => $"/{font.Name} {PdfSyntax.Reference(font.Number)}"));
        return $"<</Font<<{fonts}>>/XObject<<{Images.Resources()}>>/ExtGState<<{Opacities.Resources()}>>>>";
    }
}
