using Interdiction.Documents.Layout;

namespace Interdiction.Documents;

/// <summary>Describes the pages of a document. Unless said otherwise: A4, margins of 45 points.</summary>
public sealed class PageDescriptor
{
    TextStyle style;

    internal PageDescriptor(string language) => style = TextStyle.Default with { Language = language };

    internal PageSize PageSize { get; private set; } = PageSize.A4;
    internal (float Top, float Right, float Bottom, float Left) Margins { get; private set; } = (45, 45, 45, 45);
    internal Action<Container> ComposeHeader { get; private set; } = _ => { };
    internal Action<Container> ComposeFooter { get; private set; } = _ => { };
    internal Action<Container> ComposeContent { get; private set; } = _ => { };
    internal bool IsRightToLeft { get; private set; }

    public void Size(PageSize size) => PageSize = size;

    /// <summary>The same margin on all sides, in points.</summary>
    public void Margin(float all) => Margins = (all, all, all, all);

    /// <summary>Margins in points.</summary>
    public void Margin(float vertical, float horizontal) => Margins = (vertical, horizontal, vertical, horizontal);

    /// <summary>Margins in points.</summary>
    public void Margin(float top, float right, float bottom, float left) => Margins = (top, right, bottom, left);

    /// <summary>Style of all text that does not say otherwise.</summary>
    public void DefaultTextStyle(TextStyle style) => this.style = style.Over(this.style);

    /// <summary>Rows, tables and lines start on the right.</summary>
    public void RightToLeft() => IsRightToLeft = true;

    /// <summary>Stands inside the margins at the top of each page; composed anew for each.</summary>
    public void Header(Action<Container> compose) => ComposeHeader = compose;

    /// <summary>Stands inside the margins at the bottom of each page; composed anew for each.</summary>
    public void Footer(Action<Container> compose) => ComposeFooter = compose;

    /// <summary>Flows between header and footer over as many pages as it needs.</summary>
    public void Content(Action<Container> compose) => ComposeContent = compose;

    internal Element Compose(Action<Container> compose)
    {
        var slot = new Slot();
        compose(new Container(slot, style));
        return slot;
    }
}
