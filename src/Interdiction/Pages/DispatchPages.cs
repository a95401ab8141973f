using Interdiction.Contracts;
using Interdiction.Dispatches;
using Interdiction.Kernel;
using Interdiction.Pipeline;

namespace Interdiction.Pages;

/// <summary>The pages of what partners tell and ask each other.</summary>
static class DispatchPages
{
    const int PerPage = 50;

    public static void MapDispatches(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/dispatches", List);
        pages.MapGet("/dispatches/{id:guid}", Show);
    }

    static async Task<IResult> List(string? state, string? cursor, Messenger messenger, CancellationToken stop)
    {
        var waiting = state == Code<DispatchState>.Of(DispatchState.Sent);
        var found = await messenger.Send(new ListDispatches(null, waiting ? DispatchState.Sent : null, null, null, new Paging(PerPage, cursor, Counted: false)), stop);
        return found.Refusal is { } refusal ? Page.Error(refusal)
            : Page.Of<DispatchesPage>((nameof(DispatchesPage.Found), found.Value), (nameof(DispatchesPage.Waiting), waiting), (nameof(DispatchesPage.IsFirst), cursor is null));
    }

    static async Task<IResult> Show(Guid id, Messenger messenger, CancellationToken stop)
    {
        var found = await messenger.Send(new GetDispatch(id), stop);
        return found.Refusal is { } refusal ? Page.Error(refusal) : Page.Of<DispatchPage>((nameof(DispatchPage.It), found.Value));
    }
}
