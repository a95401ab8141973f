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
        ISubject? subject = null;
        if (message is IAbout about && (subject = await subjects.Find(about, stop)) is null)
            return TResponse.Refuse(Refusal.NotFound);
        if (TRequest.Needs.Against(caller, subject).ToArray() is not { Length: > 0 } reasons)
            return await next();
        // A role that reads no content is not told that there is something to read.
        return TResponse.Refuse(TRequest.Needs.Relation is Relation.Seen ? Refusal.NotFound : Refusal.NotAllowed(reasons));
    }
}
