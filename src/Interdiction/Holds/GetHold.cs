using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;

namespace Interdiction.Holds;

/// <summary>Shows a legal hold to whom its case is shown.</summary>
public sealed record GetHold(Guid Id) : IQuery<ShownHold>, IAbout<LegalHold>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Envelope envelope) : IQueryHandler<GetHold, ShownHold>
    {
        public Task<Result<ShownHold>> Handle(GetHold message, CancellationToken stop)
        {
            var it = db.Loaded(message);
            (envelope.Resource, envelope.ETag) = (it.Id, it.ETag);
            return Task.FromResult<Result<ShownHold>>(it.Show(it.Case.Number));
        }
    }
}
