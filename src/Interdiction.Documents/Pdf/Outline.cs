using System.Text;
using static Interdiction.Documents.Pdf.PdfSyntax;

namespace Interdiction.Documents.Pdf;

/// <summary>The outline (bookmarks) of a document (ISO 32000-1, 12.3.3).</summary>
sealed class Outline
{
    readonly Entry root = new(0, "", "");

    sealed record Entry(int Level, string Title, string Destination)
    {
        internal List<Entry> Children { get; } = [];
        internal int Number { get; set; }
    }

    internal bool IsEmpty => root.Children.Count == 0;

    /// <summary>Adds an entry under the last one of a higher level.</summary>
    internal void Add(int level, string title, string destination)
    {
        var parent = root;
        while (parent.Children.Count > 0 && parent.Children[^1].Level < level) parent = parent.Children[^1];
        parent.Children.Add(new Entry(level, title, destination));
    }

    /// <returns>Object number of the outline.</returns>
    internal int Write(PdfFile file)
    {
        root.Number = file.Reserve();
        file.WriteObject(root.Number, $"<</Type/Outlines{WriteChildren(file, root)}>>");
        return root.Number;
    }

    static string WriteChildren(PdfFile file, Entry parent)
    {
        var children = parent.Children;
        if (children.Count == 0) return "";
        foreach (var child in children) child.Number = file.Reserve();
        for (var i = 0; i < children.Count; i++)
        {
            var body = new StringBuilder($"<</Title{Text(children[i].Title)}/Parent {Reference(parent.Number)}/Dest{children[i].Destination}");
            if (i > 0) body.Append("/Prev ").Append(Reference(children[i - 1].Number));
            if (i < children.Count - 1) body.Append("/Next ").Append(Reference(children[i + 1].Number));
            file.WriteObject(children[i].Number, body.Append(WriteChildren(file, children[i])).Append(">>").ToString());
        }

        return $"/First {Reference(children[0].Number)}/Last {Reference(children[^1].Number)}/Count {CountOpen(parent)}";
    }

    static int CountOpen(Entry entry) => entry.Children.Sum(child => 1 + CountOpen(child));
}
