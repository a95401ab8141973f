using Interdiction.Contracts;
using Interdiction.Http;
using Interdiction.Kernel;

namespace Interdiction.Proposals;

/// <summary>Acts that need a second person.</summary>
static class ProposalsModule
{
    public static void AddProposals(this WebApplicationBuilder builder) =>
        builder.Services.AddScoped<Deciders>().Scan(x => x.FromAssemblyOf<Proposal>().AddClasses(y => y.AssignableTo<ITwoPersonAct>(), publicOnly: false).As<ITwoPersonAct>().WithScopedLifetime());

    public static void MapProposals(this RouteGroupBuilder api)
    {
        var proposals = api.MapGroup("/proposals").WithTags("Proposals");
        proposals.Get<ListProposals, Page<ShownProposal>>("/", (string? state, string? resource, string? limit, string? cursor, string? count) => ListProposals.Read(state, resource, limit, cursor, count));
        proposals.Create<ProposeAct, ShownProposal>("/", (NewProposal body) => new ProposeAct(body), x => $"/proposals/{x.Id}");
        proposals.Get<GetProposal, ShownProposal>("/{id:guid}", (Guid id) => new GetProposal(id));
        proposals.Get<GetProposalTransitions, Transitions>("/{id:guid}/transitions", (Guid id) => new GetProposalTransitions(id));
        proposals.Post<DecideProposal, WithdrawProposal, ShownProposal>("/{id:guid}/transitions", (Guid id, ProposalTransition body) =>
            body.To is ProposalState.Withdrawn ? (IMessage<ShownProposal>)new WithdrawProposal(id, body) : new DecideProposal(id, body));
    }
}
