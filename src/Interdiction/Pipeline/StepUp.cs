using Interdiction.Kernel;
using MediatR;

namespace Interdiction.Pipeline;

/// <summary>Asks a person who is about to do something of weight to have proved who they are a moment ago. An application that acts for a person is asked too; a machine client proves itself with every token.</summary>
sealed class StepUp<TRequest, TResponse>(Caller caller, Settings settings, TimeProvider clock) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>, IMessage
    where TResponse : IResult<TResponse>
{
    public Task<TResponse> Handle(TRequest message, CancellationToken stop, RequestHandlerDelegate<TResponse> next) =>
        message is IStepUp && settings.AsksSecondFactor && caller.ProvedAt is { } at && !Fresh.IsRecent(at, clock.Now())
            ? Task.FromResult(TResponse.Refuse(Fresh.Required))
            : next();
}

static class Fresh
{
    /// <summary>How long a proof of who somebody is serves for acts of weight.</summary>
    static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    public static Refusal Required { get; } = new(RefusalKind.NotAllowed, "stepUpRequired",
        "This asks for a sign-in of the last ten minutes. Sign in again at /sign-in?stepUp, which keeps your session, and repeat it. An application asks for it by max_age.");

    extension(CallingSession session)
    {
        public bool IsFresh(DateTimeOffset now) => IsRecent(session.ProvedAt, now);
    }

    public static bool IsRecent(DateTimeOffset at, DateTimeOffset now) => now - at <= Life;
}
