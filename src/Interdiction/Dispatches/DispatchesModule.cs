using Interdiction.Contracts;
using Interdiction.Http;

namespace Interdiction.Dispatches;

/// <summary>Tips and requests for information between partners: sent, answered, declined, withdrawn.</summary>
static class DispatchesModule
{
    public static void AddDispatches(this WebApplicationBuilder builder) => builder.Services.AddScoped<ShownDispatches>();

    public static void MapDispatches(this RouteGroupBuilder api)
    {
        var dispatches = api.MapGroup("/dispatches").WithTags("Dispatches");
        dispatches.Get<ListDispatches, Page<ShownDispatch>>("/", (string? kind, string? state, string? to, string? caseId, string? limit, string? cursor, string? count) =>
            ListDispatches.Read(kind, state, to, caseId, limit, cursor, count));
        dispatches.Create<SendDispatch, ShownDispatch>("/", (NewDispatch body) => new SendDispatch(body), x => $"/dispatches/{x.Id}");
        dispatches.Get<GetDispatch, ShownDispatch>("/{id:guid}", (Guid id) => new GetDispatch(id));
        dispatches.Get<GetDispatchTransitions, Transitions>("/{id:guid}/transitions", (Guid id) => new GetDispatchTransitions(id));
        dispatches.Post<AnswerDispatch, WithdrawDispatch, ShownDispatch>("/{id:guid}/transitions", (Guid id, DispatchTransition body) => DispatchTransitions.Of(id, body));
    }
}
