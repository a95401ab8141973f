using Interdiction.Archives;
using Interdiction.Boardings;
using Interdiction.CaseWork;
using Interdiction.Consents;
using Interdiction.Contracts;
using Interdiction.Custody;
using Interdiction.Data;
using Interdiction.Dispatches;
using Interdiction.Kernel;
using Interdiction.Mailing;
using Interdiction.Partners;
using Interdiction.Proposals;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Notifications;

/// <summary>Tells people what happened for them, in the transaction in which it happened.</summary>
internal sealed class Notify(InterdictionDb db, IEnumerable<ITwoPersonAct> acts, PartnerRegister partners, Outbox outbox, Caller caller, TimeProvider clock)
    : IDomainEventHandler<ReportMoved>, IDomainEventHandler<ProposalMoved>, IDomainEventHandler<CustodyChanged>, IDomainEventHandler<ConsentMoved>, IDomainEventHandler<TaskMoved>,
        IDomainEventHandler<DispatchMoved>, IDomainEventHandler<DestructionMoved>, IDomainEventHandler<RecordsOpened>, IDomainEventHandler<TimeRunsOut>
{
    public Task Handle(ReportMoved what, CancellationToken stop)
    {
        var it = what.Boarding;
        var record = new About(it.Id, RecordKind.Boarding, it.Latest);
        return what.To switch
        {
            BoardingState.Submitted => Tell(NotificationKind.ReportSubmitted, record,
                [.. from partner in new[] { it.Lead, Partner.Cell }.Distinct() where partner == it.Lead || partners.Knows(partner) select Recipients.Who(Permission.ReviewReports, partner)], stop),
            BoardingState.Returned => Tell(NotificationKind.ReportReturned, record, Authors(it), stop),
            BoardingState.Accepted => Tell(NotificationKind.ReportAccepted, record, Authors(it), stop),
            _ => Task.CompletedTask,
        };
    }

    public async Task Handle(ProposalMoved what, CancellationToken stop)
    {
        var it = what.Proposal;
        var record = new About(it.Record, await db.KindOf(it.Record).FirstOrDefaultAsync(stop), it.Revision, it.Id);
        if (it.State is ProposalState.Approved or ProposalState.Refused)
            await Tell(NotificationKind.ProposalDecided, record, [Recipients.One(it.Proposer, it.Originator)], stop);
        if (it.State is not ProposalState.Open)
            return;
        var may = acts.Single(x => x.Act == it.Act).Approve;
        var deputies = (await db.Deputies.AsNoTracking().Where(x => x.For == it.Originator).ToListAsync(stop)).Where(x => x.Acts.Contains(it.Act));
        await Tell(NotificationKind.ProposalMade, record, [Recipients.Who(may, it.Originator), .. deputies.Select(x => Recipients.Who(may, x.Partner, x.Person))], stop);
    }

    public Task Handle(CustodyChanged what, CancellationToken stop)
    {
        var it = what.Event;
        var record = new About(it.BoardingId, RecordKind.Boarding, it.Revision, it.Id);
        return it.State switch
        {
            CustodyState.AwaitingReceiver => Tell(NotificationKind.HandOverWaits, record, [Recipients.Who(Permission.ReceiveExhibits, it.Receiver!, it.Meant)], stop),
            CustodyState.Accepted or CustodyState.Refused => Tell(NotificationKind.HandOverEnded, record, [Recipients.One(it.Recorder, it.Originator)], stop),
            _ => Task.CompletedTask,
        };
    }

    public Task Handle(ConsentMoved what, CancellationToken stop)
    {
        var it = what.Request;
        var record = new About(it.Id, RecordKind.ConsentRequest);
        return it.State switch
        {
            ConsentState.Sent => Tell(NotificationKind.ConsentAsked, record, Liaisons(it), stop),
            ConsentState.Withdrawn => Tell(NotificationKind.ConsentWithdrawn, record, Liaisons(it), stop),
            _ => Tell(NotificationKind.ConsentAnswered, record, [Requester(it)], stop),
        };
    }

    public Task Handle(TaskMoved what, CancellationToken stop)
    {
        var it = what.Task;
        var record = new About(it.Id, RecordKind.Task);
        return what switch
        {
            { To: TaskState.Open } or { IsHandedOn: true } => Tell(NotificationKind.TaskGiven, record, [Recipients.Who(Permission.ChangeTasks, it.Owner)], stop),
            { To: TaskState.Done or TaskState.Declined } => Tell(NotificationKind.TaskEnded, record, [Recipients.One(it.Opener, it.Originator)], stop),
            _ => Task.CompletedTask,
        };
    }

    public Task Handle(DispatchMoved what, CancellationToken stop)
    {
        var it = what.Dispatch;
        var record = new About(it.Id, RecordKind.Dispatch);
        return it.State switch
        {
            DispatchState.Sent => Tell(NotificationKind.DispatchReceived, record, [Recipients.Who(Permission.AnswerDispatches, it.Addressee)], stop),
            DispatchState.Answered or DispatchState.Declined => Tell(NotificationKind.DispatchEnded, record, [Recipients.Who(Permission.WithdrawDispatches, it.Originator)], stop),
            DispatchState.Withdrawn => Tell(NotificationKind.DispatchEnded, record, [Recipients.Who(Permission.AnswerDispatches, it.Addressee)], stop),
        };
    }

    /// <summary>Every partner that reads the case is told in time to stop it, and of how it ended.</summary>
    public async Task Handle(DestructionMoved what, CancellationToken stop)
    {
        var it = what.Destruction;
        var told = await db.PartnersReading(it.CaseId, stop);
        await Tell(it.State is DestructionState.Announced ? NotificationKind.DestructionAnnounced : NotificationKind.DestructionEnded, new About(it.CaseId, RecordKind.Case, 0, it.Id),
            [.. told.Select(x => Recipients.Who(Permission.StopDestructions, x))], stop);
    }

    /// <summary>Whoever is told already of what is to be done with a record is not told besides that there is one; nor of each file that comes to it.</summary>
    public async Task Handle(RecordsOpened what, CancellationToken stop)
    {
        var told = db.ChangeTracker.Entries<Notification>().Where(x => x.State is EntityState.Added).Select(x => x.Entity).ToLookup(x => (x.RecordId, x.Partner));
        foreach (var it in what.Opened.Where(x => x.Kind is not RecordKind.Attachment))
        {
            var already = told[(it.Record, it.Partner)].Where(x => x is { Account: null, Grant: null }).Aggregate(0, (bits, x) => bits | x.Roles);
            var everybody = Recipients.Everybody(it.Partner);
            await Tell(NotificationKind.Released, new About(it.Record, it.Kind, it.Revision), [everybody with { Roles = [.. everybody.Roles.Where(x => (already & Recipients.Bits([x])) == 0)] }], stop);
        }
    }

    public Task Handle(TimeRunsOut what, CancellationToken stop) => what.Of switch
    {
        ConsentRequest it => Tell(NotificationKind.ConsentDue, new About(it.Id, RecordKind.ConsentRequest), [.. Liaisons(it), Requester(it)], stop),
        CaseTask it => Tell(NotificationKind.TaskDue, new About(it.Id, RecordKind.Task), [Recipients.Who(Permission.ChangeTasks, it.Owner)], stop),
        _ => throw new InvalidOperationException($"Nobody is reminded of {what.Of.GetType().Name}."),
    };

    /// <param name="Subject">What of the record it is about; null for the record itself.</param>
    sealed record About(Guid Record, RecordKind Kind, int Revision = 0, Guid? Subject = null);

    static Recipients[] Authors(Boarding it) => [.. it.Authors.Select(x => Recipients.One(x, it.Originator))];

    Recipients[] Liaisons(ConsentRequest it) => partners.Knows(it.Flag) ? [Recipients.Who(Permission.AnswerConsentRequests, it.Flag)] : [];

    static Recipients Requester(ConsentRequest it) => Recipients.Who(Permission.WithdrawConsentRequests, it.Originator);

    Task Tell(NotificationKind kind, About record, IReadOnlyList<Recipients> whom, CancellationToken stop)
    {
        var told = db.ChangeTracker.Entries<Notification>().Where(x => x.State is EntityState.Added).Select(x => x.Entity).ToList();
        whom = [.. whom.Where(x => (x.Account is null ? x.Roles.Count > 0 : x.Account != caller.Id)
            && !told.Exists(y => y.Kind == kind && y.Subject == (record.Subject ?? record.Record) && y.Partner == x.Partner && y.Account == x.Account))];
        var now = clock.Now();
        List<Notification> made =
        [
            .. whom.Select(to => new Notification
            {
                Id = clock.NewId(),
                Kind = kind,
                RecordId = record.Record,
                RecordKind = record.Kind,
                Revision = record.Revision,
                Subject = record.Subject ?? record.Record,
                Partner = to.Partner,
                Account = to.Account,
                Roles = Recipients.Bits(to.Roles),
                Grant = to.Grant,
                By = caller.Id,
                At = now,
            }),
        ];
        db.Notifications.AddRange(made);
        return outbox.Put(made, stop);
    }
}
