using System.Text;
using Interdiction.Documents.Drawing;
using static Interdiction.Documents.Pdf.PdfSyntax;

namespace Interdiction.Documents.Pdf;

/// <summary>Marked content of a page, as a child of a structure node.</summary>
sealed record MarkedContent(PdfPage Page, int Id);

/// <summary>An annotation, as a child of a structure node.</summary>
sealed record AnnotationContent(PdfPage Page, int Annotation);

/// <summary>Writes the logical structure (ISO 32000-1, 14.7).</summary>
sealed class StructureTree(PdfFile file)
{
    readonly Dictionary<StructureNode, int> numbers = new(ReferenceEqualityComparer.Instance);

    /// <summary>Writes the tree.</summary>
    /// <param name="root">The document node.</param>
    /// <param name="pages">All pages.</param>
    /// <param name="links">Nodes of links, in the order of their keys, which follow those of the pages.</param>
    /// <returns>Object number of the structure tree root.</returns>
    internal int Write(StructureNode root, IReadOnlyList<PdfPage> pages, IReadOnlyList<StructureNode> links)
    {
        var tree = file.Reserve();
        Number(root);
        WriteNode(root, tree);
        var parents = WriteParents(pages, links);
        file.WriteObject(tree, $"<</Type/StructTreeRoot/K {Reference(numbers[root])}"
            + $"/ParentTree {Reference(parents)}/ParentTreeNextKey {pages.Count + links.Count}>>");
        return tree;
    }

    void Number(StructureNode node)
    {
        numbers[node] = file.Reserve();
        foreach (var child in node.Children.OfType<StructureNode>()) Number(child);
    }

    void WriteNode(StructureNode node, int parent)
    {
        var page = node.Children.OfType<MarkedContent>().FirstOrDefault()?.Page;
        var body = new StringBuilder($"<</Type/StructElem/S/{node.Role}/P {Reference(parent)}");
        if (page is not null) body.Append("/Pg ").Append(Reference(page.Number));
        if (node.AlternativeText is { } text) body.Append("/Alt").Append(Text(text));
        if (node.Language is { } language) body.Append("/Lang").Append(Ascii(language));
        if (node.Scope is not null || node.ColumnSpan > 1) body.Append(CellAttributes(node));
        body.Append("/K[").AppendJoin(' ', node.Children.Select(child => Child(child, page))).Append("]>>");
        file.WriteObject(numbers[node], body.ToString());
        foreach (var child in node.Children.OfType<StructureNode>()) WriteNode(child, numbers[node]);
    }

    // Marked content on the page of its node is told by number alone (14.7.4.2).
    string Child(object child, PdfPage? page) => child switch
    {
        StructureNode node => Reference(numbers[node]),
        MarkedContent content when content.Page == page => PdfSyntax.Number(content.Id),
        MarkedContent content => $"<</Type/MCR/Pg {Reference(content.Page.Number)}/MCID {content.Id}>>",
        AnnotationContent link => $"<</Type/OBJR/Pg {Reference(link.Page.Number)}/Obj {Reference(link.Annotation)}>>",
        _ => throw new InvalidOperationException($"{child} is no content of this canvas."),
    };

    static string CellAttributes(StructureNode node)
    {
        var scope = node.Scope is { } s ? $"/Scope/{s}" : "";
        var span = node.ColumnSpan > 1 ? $"/ColSpan {node.ColumnSpan}" : "";
        return $"/A<</O/Table{scope}{span}>>";
    }

    // From marked content back to its node (14.7.4.4).
    int WriteParents(IReadOnlyList<PdfPage> pages, IReadOnlyList<StructureNode> links)
    {
        var entries = new StringBuilder("<</Nums[");
        foreach (var page in pages.Where(p => p.MarkedContent.Count > 0))
        {
            var nodes = file.WriteObject($"[{References(page.MarkedContent.Select(node => numbers[node]))}]");
            entries.Append(PdfSyntax.Number(page.Index)).Append(' ').Append(Reference(nodes)).Append(' ');
        }

        for (var i = 0; i < links.Count; i++)
            entries.Append(PdfSyntax.Number(pages.Count + i)).Append(' ').Append(Reference(numbers[links[i]])).Append(' ');
        return file.WriteObject(entries.Append("]>>").ToString());
    }
}
