using Interdiction.Documents.Drawing;
using static Interdiction.Documents.Pdf.PdfSyntax;

namespace Interdiction.Documents.Pdf;

/// <summary>A page, until its dictionary is written at the end (ISO 32000-1, 7.7.3.3).</summary>
sealed class PdfPage(int number, int index, PageSize size)
{
    /// <summary>Object number.</summary>
    internal int Number => number;

    /// <summary>From 0.</summary>
    internal int Index => index;

    internal PageSize Size => size;

    /// <summary>Object numbers of its content streams, drawn one over another.</summary>
    internal List<int> Contents { get; } = [];

    /// <summary>Object numbers of its annotations.</summary>
    internal List<int> Annotations { get; } = [];

    /// <summary>Nodes by the number of their marked content on this page.</summary>
    internal List<StructureNode> MarkedContent { get; } = [];

    /// <summary>Destination that puts a height at the top of the window (12.3.2.2).</summary>
    internal string Destination(float y) => $"[{Reference(number)}/XYZ 0 {PdfSyntax.Number(size.Height - y)} null]";

    internal string Dictionary(int pages, int resources)
    {
        var annotations = Annotations.Count == 0 ? "" : $"/Annots[{References(Annotations)}]";
        return $"<</Type/Page/Parent {Reference(pages)}/MediaBox[0 0 {PdfSyntax.Number(size.Width)} {PdfSyntax.Number(size.Height)}]"
            + $"/Resources {Reference(resources)}/Contents[{References(Contents)}]/Tabs/S/StructParents {index}{annotations}>>";
    }
}
