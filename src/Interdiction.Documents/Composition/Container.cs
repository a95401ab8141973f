using Interdiction.Documents.Layout;

namespace Interdiction.Documents;

/// <summary>
/// A place for one element. Decorations such as <c>Padding</c> give back the place inside them, so calls are
/// chained from the outside in and end with what is shown: <c>item.Background(c).Padding(8).Text("…")</c>.
/// </summary>
public sealed class Container
{
    readonly Slot slot;

    internal Container(Slot slot, TextStyle style) => (this.slot, Style) = (slot, style);

    /// <summary>Style that text in here inherits.</summary>
    internal TextStyle Style { get; }

    /// <exception cref="InvalidOperationException">The place is taken.</exception>
    internal T Put<T>(T element)
        where T : Element
    {
        if (slot.Child is not null)
            throw new InvalidOperationException("A container holds one element: use a column or a row for more.");
        slot.Child = element;
        return element;
    }

    internal Container Wrap(Func<Element, Element> wrap, TextStyle? style = null)
    {
        var inner = new Slot();
        Put(wrap(inner));
        return new Container(inner, style ?? Style);
    }
}
