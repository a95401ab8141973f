using Interdiction.Documents.Drawing;
using Interdiction.Documents.Layout;

namespace Interdiction.Documents;

/// <summary>
/// A composed document: what is said and how it is arranged, without knowing of a file format. It is laid out
/// anew for each rendering, so it may be rendered often and on several threads, as long as what its composition
/// reads stays the same.
/// </summary>
public sealed class Document
{
    readonly Action<PageDescriptor> compose;

    Document(DocumentInfo info, Action<PageDescriptor> compose) => (Info, this.compose) = (info, compose);

    public DocumentInfo Info { get; }

    /// <summary>Describes a document.</summary>
    /// <param name="info">What it says about itself.</param>
    /// <param name="page">Describes its pages; called for each rendering.</param>
    public static Document Compose(DocumentInfo info, Action<PageDescriptor> page) => new(info, page);

    /// <summary>Lays the document out on a canvas: the seam for engines other than the PDF writer.</summary>
    /// <exception cref="DocumentLayoutException">Margins, header and footer leave no room.</exception>
    public LayoutResult LayOut(ICanvas canvas)
    {
        var page = new PageDescriptor(Info.Language);
        compose(page);
        using var context = new RenderContext(canvas, Info) { IsRightToLeft = page.IsRightToLeft };
        var pages = Pagination.Run(context, page);
        return new LayoutResult(pages, [.. context.Missing.Select(codePoint => new MissingCharacter(codePoint))], context.Parent);
    }
}

/// <summary>What came of a layout.</summary>
/// <param name="PageCount">Pages drawn.</param>
/// <param name="MissingCharacters">Characters shown by name, in order of their code points.</param>
/// <param name="Structure">The logical structure of what was drawn.</param>
public sealed record LayoutResult(int PageCount, IReadOnlyList<MissingCharacter> MissingCharacters, StructureNode Structure);
