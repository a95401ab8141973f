using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;

namespace Interdiction.Administration;

/// <summary>Shows a machine client of the administrator's own partner.</summary>
public sealed record GetClient(Guid Id) : IQuery<ClientHead>, IAboutAccount
{
    public static Permission Needs => Permission.AdministerAccounts;

    public AccountKind Kind => AccountKind.Client;

    internal sealed class Handler(InterdictionDb db, Envelope envelope, Registration registration) : IQueryHandler<GetClient, ClientHead>
    {
        public async Task<Result<ClientHead>> Handle(GetClient message, CancellationToken stop)
        {
            var it = db.Loaded<Account>(message);
            (envelope.Resource, envelope.ETag) = (it.Id, it.ETag);
            return await registration.Of(it, stop);
        }
    }
}
