using Interdiction.Documents.Drawing;
using Interdiction.Documents.Typography;

namespace Interdiction.Documents.Pdf;

/// <summary>Draws on the pages of a PDF file. Each page is written when it ends.</summary>
sealed class PdfCanvas : ICanvas
{
    readonly PdfFile file;
    readonly ContentStream content = new();
    readonly TextWriter text;
    readonly Opacities opacities;
    readonly Images images;
    readonly Links links;
    readonly Outline outline = new();
    readonly List<PdfPage> pages = [];
    readonly Dictionary<FontFace, PdfFont> fonts = [];
    PdfPage? page;
    bool inContent, inArtifact, inDecoration;

    internal PdfCanvas(PdfFile file)
    {
        this.file = file;
        opacities = new Opacities(file);
        images = new Images(file);
        links = new Links(file);
        text = new TextWriter(content, FontOf);
    }

    PdfPage Page => page ?? throw new InvalidOperationException("No page is open.");

    public void BeginPage(PageSize size)
    {
        inDecoration = false;
        page = new PdfPage(file.Reserve(), pages.Count, size);
        pages.Add(page);
        content.Reset(size.Height);
    }

    public void ReopenPage(int number)
    {
        inDecoration = true;
        page = pages[number - 1];
        content.Reset(page.Size.Height);
    }

    public void EndPage()
    {
        EndArtifact();
        if (!content.IsEmpty) Page.Contents.Add(file.WriteStream("", content.Bytes));
        page = null;
    }

    public void DrawText(GlyphRun run, float x, float baseline, Color color)
    {
        if (run.Glyphs.IsEmpty) return;
        Mark();
        content.Opacity(color.Alpha, opacities.NameOf);
        text.Write(run, x, baseline, color);
    }

    public void DrawRectangle(Area area, Color? fill, Stroke? stroke = null)
    {
        if (!Begin(fill, stroke)) return;
        content.Rectangle(area);
        Paint(fill, stroke);
    }

    public void DrawLine(Point from, Point to, Stroke stroke)
    {
        Begin(null, stroke);
        content.At(from).Raw("m "u8).At(to).Operator("l S"u8);
    }

    public void DrawPath(VectorPath path, Color? fill, Stroke? stroke)
    {
        if (path.Steps.Count == 0 || !Begin(fill, stroke)) return;
        foreach (var step in path.Steps)
            _ = step.Verb switch
            {
                PathVerb.MoveTo => content.At(step.To).Raw("m "u8),
                PathVerb.LineTo => content.At(step.To).Raw("l "u8),
                PathVerb.CurveTo => content.At(step.Control1).At(step.Control2).At(step.To).Raw("c "u8),
                PathVerb.Close => content.Raw("h "u8),
                _ => throw new InvalidOperationException($"{step.Verb} is no step of a path."),
            };
        Paint(fill, stroke);
    }

    public void DrawImage(JpegImage image, Area area)
    {
        Mark();
        content.Opacity(byte.MaxValue, opacities.NameOf);
        content.Save();
        content.Number(area.Width).Raw("0 0 "u8).Number(area.Height).Number(area.X).Number(content.PageHeight - area.Bottom).Raw("cm /"u8);
        content.Ascii(images.NameOf(image)).Operator(" Do"u8);
        content.Restore();
    }

    public void BeginClip(Area area)
    {
        Mark();
        content.Save();
        content.Rectangle(area).Operator("W n"u8);
    }

    public void EndClip() => content.Restore();

    public void BeginContent(StructureNode node)
    {
        EndArtifact();
        node.AddContent(new MarkedContent(Page, Page.MarkedContent.Count));
        content.Raw("/"u8).Ascii(node.Role).Raw("<</MCID "u8).Number(Page.MarkedContent.Count).Operator(">>BDC"u8);
        Page.MarkedContent.Add(node);
        inContent = true;
    }

    public void EndContent()
    {
        content.Operator("EMC"u8);
        inContent = false;
    }

    public void AddLink(Area area, LinkTarget target, StructureNode? node) => links.Add(Page, area, target, node);

    public void AddAnchor(string name, float y) => links.AddAnchor(name, Page.Destination(y));

    public void AddOutline(int level, string title, float y) => outline.Add(level, title, Page.Destination(y));

    /// <summary>Writes fonts, pages, structure and catalogue, and ends the file.</summary>
    /// <returns>Where the signature goes; null where nobody signs.</returns>
    internal PdfSignature? Finish(DocumentInfo info, StructureNode structure, IPdfSigner? signer) =>
        new CatalogWriter(file, info, signer).Write(pages, new PdfResources(fonts.Values, images, opacities), links, outline, structure);

    PdfFont FontOf(FontFace face)
    {
        if (!fonts.TryGetValue(face, out var font))
            fonts[face] = font = new PdfFont(face, file.Reserve(), $"F{fonts.Count}");
        return font;
    }

    // What is not content of the document must say so (14.8.2.2).
    void Mark()
    {
        if (inContent || inArtifact) return;
        content.Operator(inDecoration ? "/Artifact<</Type/Pagination>>BDC"u8 : "/Artifact BMC"u8);
        inArtifact = true;
    }

    void EndArtifact()
    {
        if (inArtifact) content.Operator("EMC"u8);
        inArtifact = false;
    }

    bool Begin(Color? fill, Stroke? stroke)
    {
        if (fill is null && stroke is null) return false;
        Mark();
        content.Opacity((fill ?? stroke!.Value.Color).Alpha, opacities.NameOf);
        if (fill is { } color) content.Fill(color);
        if (stroke is { } line)
        {
            content.Outline(line.Color);
            content.LineWidth(line.Width);
        }

        return true;
    }

    void Paint(Color? fill, Stroke? stroke) =>
        content.Operator(fill is null ? "S"u8 : stroke is null ? "f"u8 : "B"u8);
}
