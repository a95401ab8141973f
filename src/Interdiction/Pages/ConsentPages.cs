using Interdiction.Consents;
using Interdiction.Contracts;
using Interdiction.Kernel;
using Interdiction.Pipeline;

namespace Interdiction.Pages;

/// <summary>The pages of requests to flag States: for who asks, and for the liaisons who answer.</summary>
static class ConsentPages
{
    const int PerPage = 50;

    public static void MapConsents(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/consent-requests", List);
        pages.MapGet("/consent-requests/{id:guid}", Show);
    }

    static async Task<IResult> List(string? state, string? cursor, Messenger messenger, CancellationToken stop)
    {
        var running = state == Code<ConsentState>.Of(ConsentState.Acknowledged);
        var found = await messenger.Send(new ListConsentRequests(running ? ConsentState.Acknowledged : null, null, null, new Paging(PerPage, cursor, Counted: false)), stop);
        return found.Refusal is { } refusal ? Page.Error(refusal)
            : Page.Of<ConsentRequestsPage>((nameof(ConsentRequestsPage.Found), found.Value), (nameof(ConsentRequestsPage.Running), running), (nameof(ConsentRequestsPage.IsFirst), cursor is null));
    }

    static async Task<IResult> Show(Guid id, Messenger messenger, CancellationToken stop)
    {
        var found = await messenger.Send(new GetConsentRequest(id), stop);
        if (found.Refusal is { } refusal)
            return Page.Error(refusal);
        var steps = await messenger.Send(new GetConsentTransitions(id), stop);
        return steps.Refusal is { } why ? Page.Error(why)
            : Page.Of<ConsentRequestPage>((nameof(ConsentRequestPage.It), found.Value), (nameof(ConsentRequestPage.Steps), steps.Value.Items));
    }
}
