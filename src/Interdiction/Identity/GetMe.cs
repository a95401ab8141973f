using Interdiction.Contracts;
using Interdiction.Http;
using Interdiction.Kernel;

namespace Interdiction.Identity;

/// <summary>Tells callers who they are here.</summary>
public sealed record GetMe : IQuery<Me>
{
    public static Permission Needs => Permission.KnowOneself;

    internal sealed class Handler(Caller caller) : IQueryHandler<GetMe, Me>
    {
        public Task<Result<Me>> Handle(GetMe message, CancellationToken stop) =>
            Task.FromResult<Result<Me>>(new Me(caller.Id, caller.Name, caller.Partner, caller.Roles, caller.Grants, caller.Clearance));
    }
}

static class MeModule
{
    public static void MapMe(this RouteGroupBuilder api) => api.MapGroup("/me").WithTags("Caller").Get<GetMe, Me>("/", () => new GetMe());
}
