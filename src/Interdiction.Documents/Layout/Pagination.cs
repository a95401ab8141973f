using Interdiction.Documents.Drawing;

namespace Interdiction.Documents.Layout;

/// <summary>Lays a document out page by page on a canvas, then goes back for headers and footers.</summary>
sealed class Pagination
{
    // Wider than any real number, so that the height reserved for headers and footers is enough.
    static readonly (int, int) UnknownPage = (8888, 8888);

    // A layout that does not end would fill the disk.
    const int MaxPages = 100_000;

    readonly RenderContext context;
    readonly PageDescriptor page;
    readonly float headerHeight, footerHeight;

    Pagination(RenderContext context, PageDescriptor page)
    {
        this.context = context;
        this.page = page;
        context.Page = UnknownPage;
        headerHeight = HeightOf(page.ComposeHeader);
        footerHeight = HeightOf(page.ComposeFooter);
        context.Page = null;
    }

    float Width => page.PageSize.Width - page.Margins.Left - page.Margins.Right;

    float Height => page.PageSize.Height - page.Margins.Top - page.Margins.Bottom - headerHeight - footerHeight;

    /// <summary>Draws all pages.</summary>
    /// <returns>How many there are.</returns>
    /// <exception cref="DocumentLayoutException">Margins, header and footer leave no room.</exception>
    internal static int Run(RenderContext context, PageDescriptor page)
    {
        var pagination = new Pagination(context, page);
        var count = pagination.DrawBodies();
        for (var number = 1; number <= count; number++) pagination.DrawDecoration(number, count);
        return count;
    }

    int DrawBodies()
    {
        if (Width <= 0 || Height <= 0)
            throw new DocumentLayoutException("Margins, header and footer leave no room on the page.");
        context.BodyHeight = Height;
        var body = page.Compose(page.ComposeContent);
        var at = new Point(page.Margins.Left, page.Margins.Top + headerHeight);
        var count = 0;
        while (true)
        {
            var room = new Room(Width, Height);
            var plan = body.Measure(context, room);
            if (plan.Fit == Fit.Wrap) plan = body.Measure(context, room = room with { Squeeze = true });
            if (plan.Fit == Fit.Wrap)
                throw new DocumentLayoutException($"Page {count + 1} cannot hold what comes next, not even squeezed.");
            context.Canvas.BeginPage(page.PageSize);
            body.Draw(context, at, room);
            context.Canvas.EndPage();
            count++;
            if (plan.Fit == Fit.Full) return count;
            if (count == MaxPages) throw new DocumentLayoutException($"The document has more than {MaxPages} pages.");
        }
    }

    void DrawDecoration(int number, int count)
    {
        context.Page = (number, count);
        context.Canvas.ReopenPage(number);
        var (left, top) = (page.Margins.Left, page.Margins.Top);
        var bottom = page.PageSize.Height - page.Margins.Bottom - footerHeight;
        context.AsDecoration(() =>
        {
            page.Compose(page.ComposeHeader).Draw(context, new Point(left, top), new Room(Width, headerHeight, Squeeze: true));
            page.Compose(page.ComposeFooter).Draw(context, new Point(left, bottom), new Room(Width, footerHeight, Squeeze: true));
        });
        context.Canvas.EndPage();
    }

    float HeightOf(Action<Container> compose) =>
        page.Compose(compose).Measure(context, new Room(Width, float.PositiveInfinity)).Height;
}
