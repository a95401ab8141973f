using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Mailing;

/// <summary>A server takes what waits for a person, to send it as one mail. The job of mailing alone sends this.</summary>
/// <param name="Id">Of the account.</param>
/// <param name="Waits">False where nothing waits any more: then there is nothing to send.</param>
public sealed record ClaimMail(Guid Id, bool Waits) : ICommand<ClaimedMail>, IIdempotent
{
    public static Permission Needs => Permission.SendMail;

    public IMessage<ClaimedMail> Again(Guid resource) => throw new InvalidOperationException("The job sends no key: nothing is replayed.");

    internal sealed class Handler(InterdictionDb db, Envelope envelope, Settings settings, TimeProvider clock) : ICommandHandler<ClaimMail, ClaimedMail>
    {
        /// <summary>Longer than handing in ever takes; after that whoever took it is gone.</summary>
        static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

        public async Task<Result<ClaimedMail>> Handle(ClaimMail message, CancellationToken stop)
        {
            envelope.Resource = message.Id;
            var now = clock.Now();
            var waiting = await db.Mails.Where(x => x.Account == message.Id && x.EndedAt == null && x.TryAt <= now).OrderBy(x => x.At).ToListAsync(stop);
            if (waiting.Count == 0)
                return Refusal.Conflict("wrongState", "Another server took it.");
            var next = await db.Mails.Where(x => x.Account == message.Id).MaxAsync(x => x.SentAt, stop) + settings.Mail!.Every;
            var account = await db.Users.Where(x => x.Id == message.Id && !x.DeclinesMail).Join(db.Accounts.Where(x => x.SuspendedAt == null), x => x.Id, x => x.Id, (_, x) => x).AsNoTracking().SingleOrDefaultAsync(stop);
            foreach (var it in waiting)
                if (account is null || !message.Waits)
                    it.Drop(now);
                else if (next > now)
                    it.Wait(next.Value);
                else if (it == waiting[0])
                    it.Claim(now + Lease);
                else
                    it.Drop(now);
            return waiting[0] is { EndedAt: null } mail && mail.TryAt == now + Lease ? new ClaimedMail(mail.Id, account!.Login) : new ClaimedMail(null, null);
        }
    }
}

/// <summary>What is to be sent, and to whom; nothing where it is not the time, or nobody wants it.</summary>
public sealed record ClaimedMail(Guid? Id, string? Address);
