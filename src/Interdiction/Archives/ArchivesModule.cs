using Interdiction.Contracts;
using Interdiction.Http;
using Interdiction.Kernel;
using Interdiction.Pipeline;

namespace Interdiction.Archives;

/// <summary>How long closed cases are kept, and how they end.</summary>
static class ArchivesModule
{
    public static void AddArchives(this WebApplicationBuilder builder) => builder.Services.AddScoped<Keeping>().AddHostedService<Destroyer>();

    public static void MapArchives(this RouteGroupBuilder api)
    {
        api.MapGroup("/cases/{id:guid}").WithTags("Archives").Get<GetRetention, CaseRetention>("/retention", (Guid id) => new GetRetention(id));
        var destructions = api.MapGroup("/destructions").WithTags("Archives");
        destructions.Get<ListDestructions, Page<ShownDestruction>>("/", (string? state, string? limit, string? cursor, string? count) =>
            state is not null && !Code<DestructionState>.TryRead(state, out _) ? Refusal.BadParameter("state", $"it is one of {Code<DestructionState>.List}.")
            : Parameters.Then(Parameters.Paging(limit, cursor, count), x => new ListDestructions(state is null ? null : Code<DestructionState>.Read(state), x)));
        destructions.Get<GetDestruction, ShownDestruction>("/{id:guid}", (Guid id) => new GetDestruction(id));
        destructions.Get<ListDestroyed, Page<DestroyedRecord>>("/{id:guid}/records", (Guid id, string? limit, string? cursor, string? count) =>
            Parameters.Then(Parameters.Paging(limit, cursor, count), x => new ListDestroyed(id, x)));
        destructions.Post<StopDestruction, ShownDestruction>("/{id:guid}/transitions", (Guid id, DestructionTransition body) => new StopDestruction(id, body));
    }
}
