using Interdiction.Documents.Drawing;

namespace Interdiction.Documents.Layout;

/// <summary>Lays a document out page by page on a canvas, then goes back for headers and footers.</summary>
sealed class Pagination
{
    // Wider than any real number, so that the height reserved for headers and footers is enough.
    static readonly (int, int) UnknownPage = (8888, 8888);

    // A layout that does not end would fill the disk.
    const int MaxPages = 100_000;

    readonly RenderContext _context;
    readonly PageDescriptor _page;
    readonly float _headerHeight, _footerHeight;

    Pagination(RenderContext context, PageDescriptor page)
    {
        _context = context;
        _page = page;
        context.Page = UnknownPage;
        _headerHeight = HeightOf(page.ComposeHeader);
        _footerHeight = HeightOf(page.ComposeFooter);
        context.Page = null;
    }

    float Width => _page.PageSize.Width - _page.Margins.Left - _page.Margins.Right;

    float Height => _page.PageSize.Height - _page.Margins.Top - _page.Margins.Bottom - _headerHeight - _footerHeight;

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
        _context.BodyHeight = Height;
        var body = _page.Compose(_page.ComposeContent);
        var at = new Point(_page.Margins.Left, _page.Margins.Top + _headerHeight);
        var count = 0;
        while (true)
        {
            var room = new Room(Width, Height);
            var plan = body.Measure(_context, room);
            if (plan.Fit == Fit.Wrap) plan = body.Measure(_context, room = room with { Squeeze = true });
            if (plan.Fit == Fit.Wrap)
                throw new DocumentLayoutException($"Page {count + 1} cannot hold what comes next, not even squeezed.");
            _context.Canvas.BeginPage(_page.PageSize);
            body.Draw(_context, at, room);
            _context.Canvas.EndPage();
            count++;
            if (plan.Fit == Fit.Full) return count;
            if (count == MaxPages) throw new DocumentLayoutException($"The document has more than {MaxPages} pages.");
        }
    }

    void DrawDecoration(int number, int count)
    {
        _context.Page = (number, count);
        _context.Canvas.ReopenPage(number);
        var (left, top) = (_page.Margins.Left, _page.Margins.Top);
        var bottom = _page.PageSize.Height - _page.Margins.Bottom - _footerHeight;
        _context.AsDecoration(() =>
        {
            _page.Compose(_page.ComposeHeader).Draw(_context, new Point(left, top), new Room(Width, _headerHeight, Squeeze: true));
            _page.Compose(_page.ComposeFooter).Draw(_context, new Point(left, bottom), new Room(Width, _footerHeight, Squeeze: true));
        });
        _context.Canvas.EndPage();
    }

    float HeightOf(Action<Container> compose) =>
        _page.Compose(compose).Measure(_context, new Room(Width, float.PositiveInfinity)).Height;
}
