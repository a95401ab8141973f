using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;

namespace Interdiction.Administration;

/// <summary>Shows a person of the administrator's own partner.</summary>
public sealed record GetUser(Guid Id) : IQuery<UserHead>, IAboutAccount
{
    public static Permission Needs => Permission.AdministerAccounts;

    public AccountKind Kind => AccountKind.Person;

    internal sealed class Handler(InterdictionDb db, Envelope envelope, UserHeads heads) : IQueryHandler<GetUser, UserHead>
    {
        public async Task<Result<UserHead>> Handle(GetUser message, CancellationToken stop)
        {
            var it = db.Loaded(message);
            (envelope.Resource, envelope.ETag) = (it.Id, it.ETag);
            return await heads.Of(it, stop);
        }
    }
}
