using Interdiction.Contracts;
using Interdiction.Kernel;

namespace Interdiction.Custody;

/// <summary>Lists an exhibit's chain of custody from its first event on.</summary>
public sealed record GetCustodyEvents(Guid Id) : IQuery<Page<ShownCustodyEvent>>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(Chains chains, Envelope envelope) : IQueryHandler<GetCustodyEvents, Page<ShownCustodyEvent>>
    {
        public async Task<Result<Page<ShownCustodyEvent>>> Handle(GetCustodyEvents message, CancellationToken stop)
        {
            envelope.Resource = message.Id;
            return await chains.Of(message.Id, stop) is { } chain ? new Page<ShownCustodyEvent>([.. chain.Events.Select(x => x.Show())], null) : Refusal.NotFound;
        }
    }
}

/// <summary>Shows one event of a chain of custody.</summary>
public sealed record GetCustodyEvent(Guid Id) : IQuery<ShownCustodyEvent>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(Chains chains, Envelope envelope) : IQueryHandler<GetCustodyEvent, ShownCustodyEvent>
    {
        public async Task<Result<ShownCustodyEvent>> Handle(GetCustodyEvent message, CancellationToken stop)
        {
            envelope.Resource = message.Id;
            if (await chains.Event(message.Id, stop) is not var (_, it))
                return Refusal.NotFound;
            envelope.ETag = it.ETag;
            return it.Show();
        }
    }
}
