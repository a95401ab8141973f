using Interdiction.Documents.Drawing;
using static Interdiction.Documents.Pdf.PdfSyntax;

namespace Interdiction.Documents.Pdf;

/// <summary>Writes what holds the pages of a file together (ISO 32000-1, 7.7).</summary>
sealed class CatalogWriter(PdfFile file, DocumentInfo info, IPdfSigner? signer)
{
    /// <returns>Where the signature goes; null where nobody signs.</returns>
    internal PdfSignature? Write(
        IReadOnlyList<PdfPage> pages, PdfResources resources, Links links, Outline outline, StructureNode structure)
    {
        foreach (var font in resources.Fonts) FontWriter.Write(file, font);
        var linkNodes = links.Write(firstKey: pages.Count);
        var tree = new StructureTree(file).Write(structure, pages, linkNodes);
        var (room, form) = signer is null ? (null, "") : PdfSignature.Write(file, pages[0], signer, info.Title, info.Created);
        var pageTree = WritePages(pages, resources);
        var metadata = file.WriteStream("/Type/Metadata/Subtype/XML", XmpMetadata.Of(info), compress: false);
        var bookmarks = outline.IsEmpty ? "" : $"/PageMode/UseOutlines/Outlines {Reference(outline.Write(file))}";
        var attachments = AttachmentWriter.Write(file, info);
        var catalog = file.WriteObject($"<</Type/Catalog/Pages {Reference(pageTree)}/Lang{Ascii(info.Language)}"
            + $"/MarkInfo<</Marked true>>/StructTreeRoot {Reference(tree)}/ViewerPreferences<</DisplayDocTitle true>>"
            + $"/Metadata {Reference(metadata)}{bookmarks}{attachments}{form}>>");
        file.Finish(catalog, WriteInfo());
        return room;
    }

    int WritePages(IReadOnlyList<PdfPage> pages, PdfResources resources)
    {
        var shared = file.WriteObject(resources.Dictionary());
        var tree = file.Reserve();
        foreach (var page in pages) file.WriteObject(page.Number, page.Dictionary(tree, shared));
        file.WriteObject(tree, $"<</Type/Pages/Count {pages.Count}/Kids[{References(pages.Select(page => page.Number))}]>>");
        return tree;
    }

    int WriteInfo() => file.WriteObject($"<</Title{Text(info.Title)}/Author{Text(info.Author)}/Subject{Text(info.Subject)}"
        + $"/Creator{Text(info.Creator)}/Producer{Text(XmpMetadata.Producer)}/CreationDate{Date(info.Created)}/ModDate{Date(info.Created)}>>");
}
