using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;

namespace Interdiction.Administration;

/// <summary>Shows a deputy whom the administrator's own partner named.</summary>
public sealed record GetDeputy(Guid Id) : IQuery<DeputyHead>, IAbout<Deputy>
{
    public static Permission Needs => Permission.NameDeputies;

    internal sealed class Handler(InterdictionDb db, Envelope envelope) : IQueryHandler<GetDeputy, DeputyHead>
    {
        public Task<Result<DeputyHead>> Handle(GetDeputy message, CancellationToken stop)
        {
            var it = db.Loaded(message);
            (envelope.Resource, envelope.ETag) = (it.Id, it.ETag);
            return Task.FromResult<Result<DeputyHead>>(it.ToHead());
        }
    }
}
