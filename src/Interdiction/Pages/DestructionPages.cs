using Interdiction.Archives;
using Interdiction.Kernel;
using Interdiction.Pipeline;

namespace Interdiction.Pages;

/// <summary>The pages of cases that are to be destroyed, and of those that were.</summary>
static class DestructionPages
{
    const int PerPage = 50;

    public static void MapDestructions(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/destructions", List);
        pages.MapGet("/destructions/{id:guid}", Show);
    }

    static async Task<IResult> List(string? cursor, Messenger messenger, CancellationToken stop)
    {
        var found = await messenger.Send(new ListDestructions(null, new Paging(PerPage, cursor, Counted: false)), stop);
        return found.Refusal is { } refusal ? Page.Error(refusal) : Page.Of<DestructionsPage>((nameof(DestructionsPage.Found), found.Value), (nameof(DestructionsPage.IsFirst), cursor is null));
    }

    static async Task<IResult> Show(Guid id, string? cursor, Messenger messenger, CancellationToken stop)
    {
        var found = await messenger.Send(new GetDestruction(id), stop);
        if (found.Refusal is { } hidden)
            return Page.Error(hidden);
        var records = await messenger.Send(new ListDestroyed(id, new Paging(PerPage, cursor, Counted: true)), stop);
        return records.Refusal is { } refusal ? Page.Error(refusal) : Page.Of<DestructionPage>((nameof(DestructionPage.It), found.Value), (nameof(DestructionPage.Records), records.Value));
    }
}
