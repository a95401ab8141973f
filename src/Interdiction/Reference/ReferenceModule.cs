using Interdiction.Contracts.Reference;
using Interdiction.Http;
using Interdiction.Kernel;
using Interdiction.Law;
using Interdiction.Partners;

namespace Interdiction.Reference;

/// <summary>Reference data, as it stands.</summary>
static class ReferenceModule
{
    public static void MapReference(this RouteGroupBuilder api) =>
        api.MapGroup("/reference").WithTags("Reference").Get<GetReferenceSet, ReferenceRows>("/{set}", (string set) => new GetReferenceSet(set));
}

/// <summary>The rows of one set.</summary>
/// <param name="Set">Name of the set.</param>
/// <param name="Version">Changes when a row does.</param>
public sealed record ReferenceRows(string Set, string Version, IReadOnlyList<object> Items);

/// <summary>Shows a set of reference data; what legal advisers sign as it was signed by yours, and agreements by their own partner's.</summary>
public sealed record GetReferenceSet(string Set) : IQuery<ReferenceRows>
{
    public static Permission Needs => Permission.ReadReference;

    internal sealed class Handler(PartnerRegister partners, LawBook law, Caller caller, Envelope envelope) : IQueryHandler<GetReferenceSet, ReferenceRows>
    {
        public Task<Result<ReferenceRows>> Handle(GetReferenceSet message, CancellationToken stop)
        {
            var set = message.Set == "partners" ? new ReferenceSet("partners", [.. partners.All]) : law.Set(message.Set, caller.Partner) ?? ReferenceData.Sets.GetValueOrDefault(message.Set);
            if (set is null)
                return Task.FromResult<Result<ReferenceRows>>(Refusal.NotFound);
            envelope.ETag = $"\"{set.Hash}\"";
            return Task.FromResult<Result<ReferenceRows>>(new ReferenceRows(set.Name, set.Hash, set.Rows));
        }
    }
}
