using Interdiction.Documents.Drawing;
using Interdiction.Documents.Typography;

namespace Interdiction.Documents.Pdf;

/// <summary>Draws on the pages of a PDF file. Each page is written when it ends.</summary>
sealed class PdfCanvas : ICanvas
{
    readonly PdfFile _file;
    readonly ContentStream _content = new();
    readonly TextWriter _text;
    readonly Opacities _opacities;
    readonly Images _images;
    readonly Links _links;
    readonly Outline _outline = new();
    readonly List<PdfPage> _pages = [];
    readonly Dictionary<FontFace, PdfFont> _fonts = [];
    PdfPage? _page;
    bool _inContent, _inArtifact, _inDecoration;

    internal PdfCanvas(PdfFile file)
    {
        _file = file;
        _opacities = new Opacities(file);
        _images = new Images(file);
        _links = new Links(file);
        _text = new TextWriter(_content, FontOf);
    }

    PdfPage Page => _page ?? throw new InvalidOperationException("No page is open.");

    public void BeginPage(PageSize size)
    {
        _inDecoration = false;
        _page = new PdfPage(_file.Reserve(), _pages.Count, size);
        _pages.Add(_page);
        _content.Reset(size.Height);
    }

    public void ReopenPage(int number)
    {
        _inDecoration = true;
        _page = _pages[number - 1];
        _content.Reset(_page.Size.Height);
    }

    public void EndPage()
    {
        EndArtifact();
        if (!_content.IsEmpty) Page.Contents.Add(_file.WriteStream("", _content.Bytes));
        _page = null;
    }

    public void DrawText(GlyphRun run, float x, float baseline, Color color)
    {
        if (run.Glyphs.IsEmpty) return;
        Mark();
        _content.Opacity(color.Alpha, _opacities.NameOf);
        _text.Write(run, x, baseline, color);
    }

    public void DrawRectangle(Area area, Color? fill, Stroke? stroke = null)
    {
        if (!Begin(fill, stroke)) return;
        _content.Rectangle(area);
        Paint(fill, stroke);
    }

    public void DrawLine(Point from, Point to, Stroke stroke)
    {
        Begin(null, stroke);
        _content.At(from).Raw("m "u8).At(to).Operator("l S"u8);
    }

    public void DrawPath(VectorPath path, Color? fill, Stroke? stroke)
    {
        if (path.Steps.Count == 0 || !Begin(fill, stroke)) return;
        foreach (var step in path.Steps)
            _ = step.Verb switch
            {
                PathVerb.MoveTo => _content.At(step.To).Raw("m "u8),
                PathVerb.LineTo => _content.At(step.To).Raw("l "u8),
                PathVerb.CurveTo => _content.At(step.Control1).At(step.Control2).At(step.To).Raw("c "u8),
                PathVerb.Close => _content.Raw("h "u8),
                _ => throw new InvalidOperationException($"{step.Verb} is no step of a path."),
            };
        Paint(fill, stroke);
    }

    public void DrawImage(JpegImage image, Area area)
    {
        Mark();
        _content.Opacity(byte.MaxValue, _opacities.NameOf);
        _content.Save();
        _content.Number(area.Width).Raw("0 0 "u8).Number(area.Height).Number(area.X).Number(_content.PageHeight - area.Bottom).Raw("cm /"u8);
        _content.Ascii(_images.NameOf(image)).Operator(" Do"u8);
        _content.Restore();
    }

    public void BeginClip(Area area)
    {
        Mark();
        _content.Save();
        _content.Rectangle(area).Operator("W n"u8);
    }

    public void EndClip() => _content.Restore();

    public void BeginContent(StructureNode node)
    {
        EndArtifact();
        node.AddContent(new MarkedContent(Page, Page.MarkedContent.Count));
        _content.Raw("/"u8).Ascii(node.Role).Raw("<</MCID "u8).Number(Page.MarkedContent.Count).Operator(">>BDC"u8);
        Page.MarkedContent.Add(node);
        _inContent = true;
    }

    public void EndContent()
    {
        _content.Operator("EMC"u8);
        _inContent = false;
    }

    public void AddLink(Area area, LinkTarget target, StructureNode? node) => _links.Add(Page, area, target, node);

    public void AddAnchor(string name, float y) => _links.AddAnchor(name, Page.Destination(y));

    public void AddOutline(int level, string title, float y) => _outline.Add(level, title, Page.Destination(y));

    /// <summary>Writes fonts, pages, structure and catalogue, and ends the file.</summary>
    internal void Finish(DocumentInfo info, StructureNode structure) =>
        new CatalogWriter(_file, info).Write(_pages, new PdfResources(_fonts.Values, _images, _opacities), _links, _outline, structure);

    PdfFont FontOf(FontFace face)
    {
        if (!_fonts.TryGetValue(face, out var font))
            _fonts[face] = font = new PdfFont(face, _file.Reserve(), $"F{_fonts.Count}");
        return font;
    }

    // What is not content of the document must say so (14.8.2.2).
    void Mark()
    {
        if (_inContent || _inArtifact) return;
        _content.Operator(_inDecoration ? "/Artifact<</Type/Pagination>>BDC"u8 : "/Artifact BMC"u8);
        _inArtifact = true;
    }

    void EndArtifact()
    {
        if (_inArtifact) _content.Operator("EMC"u8);
        _inArtifact = false;
    }

    bool Begin(Color? fill, Stroke? stroke)
    {
        if (fill is null && stroke is null) return false;
        Mark();
        _content.Opacity((fill ?? stroke!.Value.Color).Alpha, _opacities.NameOf);
        if (fill is { } color) _content.Fill(color);
        if (stroke is { } line)
        {
            _content.Outline(line.Color);
            _content.LineWidth(line.Width);
        }

        return true;
    }

    void Paint(Color? fill, Stroke? stroke) =>
        _content.Operator(fill is null ? "S"u8 : stroke is null ? "f"u8 : "B"u8);
}
