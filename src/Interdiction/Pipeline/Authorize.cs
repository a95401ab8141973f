using Interdiction.Data;
using Interdiction.Kernel;
using MediatR;

namespace Interdiction.Pipeline;

/// <summary>Loads the record that the message is about: unreadable is not found. Then asks the acting table.</summary>
sealed class Authorize<TRequest, TResponse>(Subjects subjects, Caller caller) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>, IMessage
    where TResponse : IResult<TResponse>
{
    public async Task<TResponse> Handle(TRequest message, CancellationToken stop, RequestHandlerDelegate<TResponse> next)
    {
        // Before anything is looked up: whoever does not administer learns nothing of what there is.
        if (TRequest.Needs.Relation is Relation.Administered && !TRequest.Needs.IsHeldBy(caller))
            return TResponse.Refuse(Refusal.NotAllowed([.. TRequest.Needs.Against(caller, null)]));
        ISubject? subject = null;
        if (message is IAbout about && (subject = await subjects.Find(about, stop)) is null)
            return TResponse.Refuse(Refusal.NotFound);
        if (TRequest.Needs.Against(caller, subject).ToArray() is not { Length: > 0 } reasons)
            return await next();
        // A role that reads no content is not told that there is something to read; who reads the record is told why not.
        return TResponse.Refuse(TRequest.Needs.Relation is Relation.Seen && subject is null ? Refusal.NotFound : Refusal.NotAllowed(reasons));
    }
}
