using Interdiction.Documents.Drawing;
using Interdiction.Documents.Layout;

namespace Interdiction.Documents;

/// <summary>What can stand around an element; lengths in points.</summary>
public static class ContainerDecoration
{
    public static Container Padding(this Container container, float all) => container.Pad(all, all, all, all);

    public static Container PaddingVertical(this Container container, float value) => container.Pad(top: value, bottom: value);

    public static Container PaddingHorizontal(this Container container, float value) => container.Pad(start: value, end: value);

    public static Container PaddingTop(this Container container, float value) => container.Pad(top: value);

    public static Container PaddingBottom(this Container container, float value) => container.Pad(bottom: value);

    public static Container PaddingStart(this Container container, float value) => container.Pad(start: value);

    public static Container PaddingEnd(this Container container, float value) => container.Pad(end: value);

    public static Container Background(this Container container, Color color) =>
        container.Wrap(inner => new Background(inner, color));

    public static Container Border(this Container container, Stroke stroke) => container.Edge(Edges.All, stroke);

    public static Container BorderTop(this Container container, Stroke stroke) => container.Edge(Edges.Top, stroke);

    public static Container BorderBottom(this Container container, Stroke stroke) => container.Edge(Edges.Bottom, stroke);

    public static Container BorderStart(this Container container, Stroke stroke) => container.Edge(Edges.Start, stroke);

    public static Container BorderEnd(this Container container, Stroke stroke) => container.Edge(Edges.End, stroke);

    public static Container Width(this Container container, float width) =>
        container.Wrap(inner => new Sized(inner, width, 0));

    public static Container MinHeight(this Container container, float height) =>
        container.Wrap(inner => new Sized(inner, null, height));

    /// <summary>As narrow as its content, at the start.</summary>
    public static Container AlignStart(this Container container) => container.Wrap(inner => new Aligned(inner, 0, null));

    /// <summary>As narrow as its content, in the middle.</summary>
    public static Container AlignCenter(this Container container) => container.Wrap(inner => new Aligned(inner, 0.5f, null));

    /// <summary>As narrow as its content, at the end.</summary>
    public static Container AlignEnd(this Container container) => container.Wrap(inner => new Aligned(inner, 1, null));

    /// <summary>Half-way down, beside something higher.</summary>
    public static Container AlignMiddle(this Container container) => container.Wrap(inner => new Aligned(inner, null, 0.5f));

    /// <summary>At the bottom, beside something higher.</summary>
    public static Container AlignBottom(this Container container) => container.Wrap(inner => new Aligned(inner, null, 1));

    /// <summary>Style of all text inside that does not say otherwise.</summary>
    public static Container DefaultTextStyle(this Container container, TextStyle style) =>
        container.Wrap(inner => inner, style.Over(container.Style));

    /// <summary>Goes to the next page rather than being split, unless no page could hold it.</summary>
    public static Container KeepTogether(this Container container) => container.Wrap(inner => new KeepTogether(inner));

    /// <summary>Is never the last on its page; headings are so by themselves.</summary>
    public static Container KeepWithNext(this Container container) => container.Wrap(inner => new KeepWithNext(inner));

    /// <summary>Puts the content in a section of the logical structure.</summary>
    public static Container Section(this Container container) =>
        container.Wrap(inner => new Tagged(inner, () => new StructureNode("Sect")));

    static Container Pad(this Container container, float top = 0, float end = 0, float bottom = 0, float start = 0) =>
        container.Wrap(inner => new Padding(inner, top, end, bottom, start));

    static Container Edge(this Container container, Edges edges, Stroke stroke) =>
        container.Wrap(inner => new Border(inner, edges, stroke));
}
