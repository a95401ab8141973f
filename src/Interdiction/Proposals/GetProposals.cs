using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Proposals;

/// <summary>Shows one proposal, to the partner whose right the act is.</summary>
public sealed record GetProposal(Guid Id) : IQuery<ShownProposal>, IAbout<Proposal>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Envelope envelope, TimeProvider clock) : IQueryHandler<GetProposal, ShownProposal>
    {
        public Task<Result<ShownProposal>> Handle(GetProposal message, CancellationToken stop)
        {
            var it = db.Loaded(message);
            (envelope.Resource, envelope.ETag) = (it.Id, it.ETag);
            return Task.FromResult<Result<ShownProposal>>(it.Show(clock.Now()));
        }
    }
}

/// <summary>Lists the proposals of the caller's partner on records that the caller reads, newest first.</summary>
/// <param name="State">Only those in this state; null for all.</param>
/// <param name="Resource">Only those on this record; null for all.</param>
public sealed record ListProposals(ProposalState? State, Guid? Resource, Paging Paging) : IQuery<Page<ShownProposal>>
{
    public static Permission Needs => Permission.ReadContent;

    /// <summary>Reads the filters of the list.</summary>
    public static object Read(string? state, string? resource, string? limit, string? cursor, string? count)
    {
        if (state is not null && !Code<ProposalState>.TryRead(state, out _))
            return Refusal.BadParameter("state", $"it is one of {Code<ProposalState>.List}.");
        if (resource is not null && !Guid.TryParse(resource, out _))
            return Refusal.BadParameter("resource", "it is the id of a record.");
        return Parameters.Then(Parameters.Paging(limit, cursor, count),
            x => new ListProposals(state is null ? null : Code<ProposalState>.Read(state), resource is null ? null : Guid.Parse(resource), x));
    }

    internal sealed class Handler(InterdictionDb db, Cursors cursors, TimeProvider clock) : IQueryHandler<ListProposals, Page<ShownProposal>>
    {
        public async Task<Result<Page<ShownProposal>>> Handle(ListProposals message, CancellationToken stop)
        {
            var filter = $"proposals {message.State} {message.Resource}";
            if (!cursors.TryRead(message.Paging, filter, out var after))
                return Cursors.Bad;
            var now = clock.Now();
            var found = InState(message.State, now);
            if (message.Resource is { } resource)
                found = found.Where(x => x.Resource == resource);
            var page = after is null ? found : found.Where(x => x.At < after.At || x.At == after.At && x.Id < after.Id);
            var rows = await page.AsNoTracking().OrderByDescending(x => x.At).ThenByDescending(x => x.Id).Take(message.Paging.Limit + 1).ToListAsync(stop);
            return cursors.Page(rows, message.Paging, filter, x => x.Show(now), x => new PageEnd(x.At, x.Id), message.Paging.Counted ? await found.CountAsync(stop) : null);
        }

        IQueryable<Proposal> InState(ProposalState? state, DateTimeOffset now)
        {
            // An open one that is older has expired.
            var oldest = now - Proposal.Life;
            return state switch
            {
                null => db.Proposals,
                ProposalState.Open => db.Proposals.Where(x => x.State == ProposalState.Open && x.At > oldest),
                ProposalState.Expired => db.Proposals.Where(x => x.State == ProposalState.Open && x.At <= oldest),
                var decided => db.Proposals.Where(x => x.State == decided),
            };
        }
    }
}
