using Interdiction.Documents.Drawing;
using static Interdiction.Documents.Pdf.PdfSyntax;

namespace Interdiction.Documents.Pdf;

/// <summary>Link annotations (ISO 32000-1, 12.5.6.5), written at the end, when every anchor is known.</summary>
sealed class Links(PdfFile file)
{
    const int Print = 4; // annotation flag

    readonly List<Link> links = [];
    readonly Dictionary<string, string> destinations = [];

    sealed record Link(int Number, PdfPage Page, Area Area, LinkTarget Target, StructureNode? Node);

    internal void AddAnchor(string name, string destination) => destinations.TryAdd(name, destination);

    internal void Add(PdfPage page, Area area, LinkTarget target, StructureNode? node) =>
        links.Add(new Link(file.Reserve(), page, area, target, node));

    /// <summary>Writes the links. One to an anchor that is nowhere stays plain text.</summary>
    /// <param name="firstKey">Key of the first link in the parent tree.</param>
    /// <returns>Their structure nodes in the order of their keys.</returns>
    internal List<StructureNode> Write(int firstKey)
    {
        var nodes = new List<StructureNode>();
        foreach (var link in links)
        {
            if (ActionOf(link.Target) is not { } action) continue;
            var parent = "";
            if (link.Node is { } node)
            {
                node.AddContent(new AnnotationContent(link.Page, link.Number));
                parent = $"/StructParent {firstKey + nodes.Count}";
                nodes.Add(node);
            }

            var (area, height) = (link.Area, link.Page.Size.Height);
            var box = string.Join(' ', new[] { area.X, height - area.Bottom, area.Right, height - area.Y }.Select(v => Number(v)));
            file.WriteObject(link.Number, $"<</Type/Annot/Subtype/Link/F {Print}/Border[0 0 0]/Rect[{box}]"
                + $"/Contents{Text(link.Target.Description)}{action}{parent}>>");
            link.Page.Annotations.Add(link.Number);
        }

        return nodes;
    }

    string? ActionOf(LinkTarget target) => target switch
    {
        WebLink web => $"/A<</S/URI/URI{Ascii(Address(web.Address))}>>",
        AnchorLink anchor => destinations.TryGetValue(anchor.Anchor, out var destination) ? $"/Dest{destination}" : null,
        _ => throw new InvalidOperationException($"{target} is no link this writer knows."),
    };

    static string Address(Uri address) => System.Text.Ascii.IsValid(address.AbsoluteUri)
        ? address.AbsoluteUri
        : new UriBuilder(address) { Host = address.IdnHost }.Uri.AbsoluteUri;
}
