using Interdiction.Data;
using Interdiction.Kernel;
using MediatR;

namespace Interdiction.Pipeline;

/// <summary>Refuses a change of a record that the client has not read as it stands now (RFC 9110, If-Match).</summary>
sealed class Match<TRequest, TResponse>(Subjects subjects, Envelope envelope) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>, IMessage
    where TResponse : IResult<TResponse>
{
    public static Refusal Stale { get; } =
        new(RefusalKind.Stale, "stale", "The record was changed since you read it. Read it again, then repeat your change with its new ETag.");

    static readonly Refusal Missing =
        new(RefusalKind.PreconditionRequired, "ifMatchRequired", "Send If-Match with the ETag that you read, or with a star.");

    public async Task<TResponse> Handle(TRequest message, CancellationToken stop, RequestHandlerDelegate<TResponse> next)
    {
        if (message is not (IChange and IAbout about))
            return await next();
        if (envelope.IfMatch.Count == 0)
            return TResponse.Refuse(Missing);
        if (!envelope.IfMatch.Contains("*") && !envelope.IfMatch.Contains((await subjects.Find(about, stop))!.ETag))
            return TResponse.Refuse(Stale);
        return await next();
    }
}
