using Interdiction.Archives;
using Interdiction.Boardings;
using Interdiction.CaseLinks;
using Interdiction.Cases;
using Interdiction.CaseWork;
using Interdiction.Contracts;
using Interdiction.Evidence;
using Interdiction.Holds;
using Interdiction.Identity;
using Interdiction.Kernel;
using Interdiction.Pages.Docs;
using Interdiction.Pages.Office;
using Interdiction.Pipeline;
using Interdiction.Translations;
using Interdiction.Vessels;
using Interdiction.Search;

namespace Interdiction.Pages;

/// <summary>The pages that people look at: rendered here, with no script but that for passkeys, from the same messages as the API's answers.</summary>
static class PagesModule
{
    // A case is about one ship, rarely two; the API lists all.
    const int ShipsOfACase = 5;

    public static void AddPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents();
        builder.Services.AddSingleton<ApiDocument>();
        builder.Services.AddScoped<OfficeForm>();
        builder.Services.AddScoped<PageHead>();
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapSignIn();
        app.MapInvitations();
        app.MapDocs();
        app.MapGet("/", (HttpContext context, Caller caller, Messenger messenger) =>
            caller.IsKnown ? Cases(context, messenger) : Task.FromResult(SignInEndpoints.Form("/")))
            .ExcludeFromDescription().AddEndpointFilter(NameRequest).AddEndpointFilter(PageHead.CountUnread);

        var pages = app.MapGroup("").ExcludeFromDescription().AddEndpointFilter(LeadToSignIn).AddEndpointFilter(NameRequest).AddEndpointFilter(PageHead.CountUnread);
        pages.MapGet("/cases", (HttpContext context, Messenger messenger) => Cases(context, messenger));
        pages.MapGet("/search", Search);
        pages.MapAccount(app);
        pages.MapGet("/cases/{id:guid}", Case);
        pages.MapGet("/boardings/{id:guid}", Report);
        pages.MapGet("/boardings/{id:guid}/revisions/{number:int}", Revision);
        pages.MapConsents();
        pages.MapDispatches();
        pages.MapDestructions();
        pages.MapInbox();
        pages.MapOffice();
    }

    static async Task<IResult> Cases(HttpContext context, Messenger messenger)
    {
        if (CaseSearch.WithoutEmptyFields(context.Request) is { } shorter)
            return Results.Redirect(shorter);
        var search = CaseSearch.Read(context.Request.Query);
        var filter = search.Filter();
        var found = filter.Refusal is null ? await messenger.Send(new ListCases(filter.Value), context.RequestAborted) : Result<Page<CaseHead>>.Refuse(filter.Refusal);
        return Page.Of<CasesPage>(found.Refusal is { } refusal ? Http.Problems.StatusOf(refusal.Kind) : StatusCodes.Status200OK,
            (nameof(CasesPage.Search), search), (nameof(CasesPage.Found), found.Refusal is null ? found.Value : null), (nameof(CasesPage.Fault), found.Refusal?.Detail));
    }

    static async Task<IResult> Search(string? q, string? cursor, Messenger messenger, CancellationToken stop)
    {
        var typed = TextConverter.Clean(q ?? "")?.Trim() is { Length: > 0 } text ? text : null;
        if (typed is null)
            return Page.Of<SearchPage>();
        var question = SearchQuestion.Read(typed);
        var found = question.Refusal is { } unclear ? unclear : await messenger.Send(new SearchRecords(question.Value, new Paging(50, cursor, false)), stop);
        return Page.Of<SearchPage>(found.Refusal is { } refusal ? Http.Problems.StatusOf(refusal.Kind) : StatusCodes.Status200OK, (nameof(SearchPage.Asked), typed),
            (nameof(SearchPage.IsLaterPage), cursor is not null), (nameof(SearchPage.Found), found.Refusal is null ? found.Value : null), (nameof(SearchPage.Fault), found.Refusal?.Detail));
    }

    static async Task<IResult> Case(Guid id, string? cursor, Messenger messenger, CancellationToken stop)
    {
        var head = await messenger.Send(new GetCase(id), stop);
        if (head.Refusal is { } refusal)
            return Page.Error(refusal);
        var contents = await messenger.Send(new GetCaseContents(id), stop);
        var timeline = await messenger.Send(new GetTimeline(id, new Paging(200, cursor, false)), stop);
        var comments = await messenger.Send(new ListComments(id, new Paging(200, null, false)), stop);
        var tasks = await messenger.Send(new ListCaseTasks(id, null, new Paging(200, null, false)), stop);
        var holds = await messenger.Send(new ListHolds(id, new Paging(200, null, false)), stop);
        var attachments = await messenger.Send(new ListAttachments(id, null, new Paging(200, null, false)), stop);
        var links = await messenger.Send(new ListLinks(id, new Paging(200, null, false)), stop);
        var kept = head.Value.Retention is null ? default : await messenger.Send(new GetRetention(id), stop);
        var vessels = await messenger.Send(new ListVessels([], [], null, id, new Paging(ShipsOfACase, null, false)), stop);
        List<ShipInView> ships = [];
        foreach (var vessel in vessels.Refusal is null ? vessels.Value.Items : [])
            if (await ShipInView.Of(vessel.Id, messenger, stop) is { } ship)
                ships.Add(ship);
        return (attachments.Refusal ?? contents.Refusal ?? timeline.Refusal ?? comments.Refusal ?? tasks.Refusal ?? holds.Refusal ?? links.Refusal ?? kept.Refusal ?? vessels.Refusal) is { } why ? Page.Error(why)
            : Page.Of<CasePage>((nameof(CasePage.Head), head.Value), (nameof(CasePage.Contents), contents.Value), (nameof(CasePage.Timeline), timeline.Value),
                (nameof(CasePage.Comments), comments.Value), (nameof(CasePage.Tasks), tasks.Value), (nameof(CasePage.Holds), holds.Value), (nameof(CasePage.Ships), ships),
                (nameof(CasePage.Attachments), attachments.Value), (nameof(CasePage.Links), links.Value), (nameof(CasePage.Kept), head.Value.Retention is null ? null : kept.Value));
    }

    static async Task<IResult> Report(Guid id, Messenger messenger, CancellationToken stop) =>
        await Show(id, await messenger.Send(new GetBoardingReport(id), stop), isCurrent: true, messenger, stop);

    static async Task<IResult> Revision(Guid id, int number, Messenger messenger, CancellationToken stop) =>
        await Show(id, await messenger.Send(new GetRevision(id, number), stop), isCurrent: false, messenger, stop);

    static async Task<IResult> Show(Guid id, Result<FiledReport> report, bool isCurrent, Messenger messenger, CancellationToken stop)
    {
        if (report.Refusal is { } refusal)
            return Page.Error(refusal);
        var history = await messenger.Send(new GetReportTransitions(id), stop);
        var revisions = await messenger.Send(new GetRevisions(id), stop);
        var ship = isCurrent && report.Value.Conveyance is Vessel ? await ShipInView.Of(id, messenger, stop) : null;
        var attachments = isCurrent ? await messenger.Send(new ListAttachments(report.Value.CaseId!.Value, id, new Paging(200, null, false)), stop) : default;
        var translations = await messenger.Send(new ListTranslations(id, new Paging(200, null, false)), stop);
        return (history.Refusal ?? revisions.Refusal ?? attachments.Refusal ?? translations.Refusal) is { } why ? Page.Error(why)
            : Page.Of<ReportPage>((nameof(ReportPage.Report), report.Value), (nameof(ReportPage.IsCurrent), isCurrent), (nameof(ReportPage.Ship), ship),
                (nameof(ReportPage.History), history.Value.Items), (nameof(ReportPage.Revisions), revisions.Value.Items), (nameof(ReportPage.Attachments), isCurrent ? attachments.Value : null),
                (nameof(ReportPage.Translations), translations.Value));
    }

    /// <summary>The audit entries of a page have the name that its answer and the log have.</summary>
    static ValueTask<object?> NameRequest(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        context.RequestServices.GetRequiredService<Envelope>().RequestId = Http.Problems.TraceId(context);
        return next(invocation);
    }

    /// <summary>Who is not signed in gets the form, and after it the page that was asked for.</summary>
    static async ValueTask<object?> LeadToSignIn(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var request = invocation.HttpContext.Request;
        return invocation.HttpContext.RequestServices.GetRequiredService<Caller>().IsKnown
            ? await next(invocation)
            : Results.Redirect($"/sign-in?returnUrl={Uri.EscapeDataString(request.Path + request.QueryString)}");
    }
}
