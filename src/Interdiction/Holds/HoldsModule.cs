using Interdiction.Contracts;
using Interdiction.Http;
using Interdiction.Pipeline;

namespace Interdiction.Holds;

/// <summary>Legal holds: shown here, set and lifted by proposal.</summary>
static class HoldsModule
{
    public static void MapHolds(this RouteGroupBuilder api)
    {
        api.MapGroup("/cases/{id:guid}").WithTags("Legal holds").Get<ListHolds, Page<ShownHold>>("/holds", (Guid id, string? limit, string? cursor, string? count) =>
            Parameters.Then(Parameters.Paging(limit, cursor, count), x => new ListHolds(id, x)));
        api.MapGroup("/holds").WithTags("Legal holds").Get<GetHold, ShownHold>("/{id:guid}", (Guid id) => new GetHold(id));
    }
}
