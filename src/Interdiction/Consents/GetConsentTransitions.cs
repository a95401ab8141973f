using Interdiction.Cases;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;

namespace Interdiction.Consents;

/// <summary>Shows which steps a consent request made, and which the caller may make now.</summary>
public sealed record GetConsentTransitions(Guid Id) : IQuery<Transitions>, IAbout<ConsentRequest>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope, TimeProvider clock) : IQueryHandler<GetConsentTransitions, Transitions>
    {
        public async Task<Result<Transitions>> Handle(GetConsentTransitions message, CancellationToken stop)
        {
            var it = db.Loaded(message);
            envelope.ETag = it.ETag;
            var allowed = from step in ConsentMoves.From(it.State)
                          where ConsentTransitions.Permission(step.To) is { } permission && !permission.Against(caller, it).Any() && !(it.DueAt <= clock.Now())
                          select Code<ConsentState>.Of(step.To);
            return new Transitions(await TransitionLog.Of(db.CaseEvents.Where(x => x.RecordId == it.Id), stop), null, [.. allowed]);
        }
    }
}

static class ConsentTransitions
{
    /// <summary>The message that makes a transition: who may send it depends on where the request is to go.</summary>
    public static IMessage<ShownConsentRequest> Of(Guid id, ConsentTransition transition) =>
        transition.To is { } to && ConsentMoves.SideOf(to) is Side.Requester ? new WithdrawConsentRequest(id, transition) : new AnswerConsentRequest(id, transition);

    public static Permission? Permission(ConsentState to) => ConsentMoves.SideOf(to) switch
    {
        Side.Requester => Kernel.Permission.WithdrawConsentRequests,
        Side.FlagState => Kernel.Permission.AnswerConsentRequests,
        Side.Clock => null,
    };
}
