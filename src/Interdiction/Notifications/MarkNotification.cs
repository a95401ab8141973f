using FluentValidation;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Notifications;

/// <summary>Whoever was told marks it as read, or as unread again. It is their own mark: nobody else's inbox changes.</summary>
public sealed record MarkNotification(Guid Id, NotificationChange Change) : ICommand<ShownNotification>, IChange<OwnNotification>, IIdempotent
{
    public static Permission Needs => Permission.KeepOwnInbox;

    public IMessage<ShownNotification> Again(Guid resource) => new GetNotification(resource);

    internal sealed class Validator : AbstractValidator<MarkNotification>
    {
        public Validator() => this.Body(x => x.Change, new NotificationChangeValidator());
    }

    internal sealed class Handler(InterdictionDb db, Inbox inbox, Caller caller, Envelope envelope, TimeProvider clock) : ICommandHandler<MarkNotification, ShownNotification>
    {
        public async Task<Result<ShownNotification>> Handle(MarkNotification message, CancellationToken stop)
        {
            if (await inbox.Find(message.Id, stop) is not { } it)
                return Refusal.NotFound;
            var mark = await db.NotificationReads.SingleOrDefaultAsync(x => x.NotificationId == message.Id && x.Account == caller.Id, stop);
            if (message.Change.Read is true)
                mark ??= db.NotificationReads.Add(new NotificationRead { NotificationId = message.Id, Account = caller.Id, At = clock.Now() }).Entity;
            else if (mark is not null)
            {
                db.NotificationReads.Remove(mark);
                mark = null;
            }
            it = it with { Shown = it.Shown with { Read = mark is not null, ReadAt = mark?.At } };
            (envelope.Resource, envelope.ETag) = (message.Id, it.ETag);
            return it.Shown;
        }
    }
}
