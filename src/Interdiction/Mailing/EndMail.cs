using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Mailing;

/// <summary>How the mail server answered a mail that was handed in.</summary>
public enum MailResult { Taken, Failed, Refused }

/// <summary>A server writes down what became of a mail that it took. The job of mailing alone sends this.</summary>
/// <param name="Id">Of the account.</param>
public sealed record EndMail(Guid Id, Guid Mail, MailResult Result) : ICommand<Nothing>, IIdempotent
{
    /// <summary>How long it is kept that something was sent.</summary>
    static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public static Permission Needs => Permission.SendMail;

    public IMessage<Nothing> Again(Guid resource) => throw new InvalidOperationException("The job sends no key: nothing is replayed.");

    internal sealed class Handler(InterdictionDb db, Envelope envelope, TimeProvider clock) : ICommandHandler<EndMail, Nothing>
    {
        public async Task<Result<Nothing>> Handle(EndMail message, CancellationToken stop)
        {
            envelope.Resource = message.Id;
            var (now, it) = (clock.Now(), await db.Mails.SingleAsync(x => x.Id == message.Mail, stop));
            switch (message.Result)
            {
                case MailResult.Taken:
                    it.Sent(now);
                    break;
                case MailResult.Failed:
                    it.Failed(now);
                    break;
                case MailResult.Refused:
                    it.Drop(now);
                    break;
            }
            var old = now - Kept;
            await db.Mails.Where(x => x.Account == message.Id && x.EndedAt < old).ExecuteDeleteAsync(stop);
            return Nothing.Answer;
        }
    }
}
