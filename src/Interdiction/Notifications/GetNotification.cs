using Interdiction.Contracts;
using Interdiction.Kernel;

namespace Interdiction.Notifications;

/// <summary>Shows one thing that the caller was told.</summary>
public sealed record GetNotification(Guid Id) : IQuery<ShownNotification>, IAbout<OwnNotification>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(Inbox inbox, Envelope envelope) : IQueryHandler<GetNotification, ShownNotification>
    {
        public async Task<Result<ShownNotification>> Handle(GetNotification message, CancellationToken stop)
        {
            envelope.Resource = message.Id;
            if (await inbox.Find(message.Id, stop) is not { } it)
                return Refusal.NotFound;
            envelope.ETag = it.ETag;
            return it.Shown;
        }
    }
}
