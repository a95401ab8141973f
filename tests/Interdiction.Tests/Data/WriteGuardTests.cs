using Interdiction.Cases;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Tests.Custody;
using Interdiction.Tests.Evidence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Interdiction.Tests.Data;

/// <summary>What a forgotten check in a handler would do, done on purpose.</summary>
public sealed class WriteGuardTests(Server server)
{
    [Fact]
    public Task A_record_of_another_partner_cannot_be_made() => Breaks("jpn", "made by its own partner", async (db, services) =>
    {
        var aus = await Account(db, "demo-aus-officer");
        var other = new Caller();
        other.Become(aus);
        db.Cases.Add(Case.Open(Guid.CreateVersion7(), $"INT-{Guid.CreateVersion7():N}", "Forged", Mode.Sea, new Marking { Classification = Classification.Restricted, ReleasableTo = ["JPN"] }, other, DateTimeOffset.UnixEpoch, byItself: true));
    });

    [Fact]
    public Task A_record_is_never_deleted() => Breaks("xcc", "never deleted", async (db, _) => db.Remove(await db.Boardings.FirstAsync()));

    [Fact]
    public Task A_marking_of_another_partner_cannot_be_changed() => Breaks("xcc", "changed by its originator", async (db, _) =>
        db.Entry(await db.Boardings.FirstAsync(x => x.Originator != "XCC")).Property(x => x.Marking).CurrentValue = new Marking { Classification = Classification.Unclassified, ReleasableTo = ["ALL"] });

    [Fact]
    public Task What_was_submitted_is_never_changed() => Breaks("aus", "never changed", async (db, _) =>
        db.Entry(await db.Revisions.FirstAsync(x => x.SubmittedAt != null)).Property(x => x.Report).CurrentValue = new BoardingReport { Title = "Rewritten" });

    [Fact]
    public Task The_audit_log_is_only_added_to() => Breaks("aus", "only added to", async (db, _) => db.Remove(await db.AuditEntries.FirstAsync()));

    [Fact]
    public Task A_custody_event_is_never_written_anew() => Breaks("aus", "nothing is written anew", async (db, _) =>
        db.Entry(await db.CustodyEvents.FirstAsync()).Property(x => x.Reason).CurrentValue = "Rewritten");

    [Fact]
    public Task A_hand_over_that_ended_does_not_end_again() => Breaks("aus", "nothing is written anew", async (db, _) =>
        db.Entry(await db.CustodyEvents.FirstAsync(x => x.State == CustodyState.Final)).Property(x => x.State).CurrentValue = CustodyState.Accepted);

    [Fact]
    public Task A_translation_is_never_changed() => Breaks("aus", "never changed", async (db, _) => db.Entry(await db.Translations.FirstAsync()).Property(x => x.Text).CurrentValue = "Rewritten");

    [Fact]
    public Task Cases_are_linked_by_the_lead_of_one_of_them() => Breaks("jpn", "linked and unlinked by the lead", async (db, services) =>
    {
        var cases = await db.Cases.Where(x => x.LeadPartner != "JPN").Take(2).ToListAsync();
        db.CaseLinks.Add(Interdiction.CaseLinks.CaseLink.Make(Guid.CreateVersion7(), cases[0].Id, cases[1].Id, "Forged", services.GetRequiredService<Caller>(), DateTimeOffset.UnixEpoch));
    });

    [Fact]
    public Task A_custody_event_is_never_deleted() => Breaks("aus", "never deleted", async (db, _) => db.Remove(await db.CustodyEvents.FirstAsync()));

    [Fact]
    public Task One_person_alone_cannot_dispose_of_an_exhibit() => Breaks("aus", "disposed of by two people", async (db, services) =>
    {
        // The newest that is not being handed over: other tests use the same server.
        var chain = await db.CustodyChains.Include(x => x.Events).Include(x => x.Boarding).Where(x => x.Custodian == "AUS" && x.Events.All(e => e.State != CustodyState.AwaitingReceiver))
            .OrderByDescending(x => x.Id).FirstAsync();
        var by = Interdiction.Custody.Writer.Of(services.GetRequiredService<Caller>(), TimeProvider.System.Now());
        Assert.Null(chain.Dispose(Guid.CreateVersion7(), Disposal.Destroyed, null, by.At, null, "Forged.", by).Refusal);
    });

    [Fact]
    public Task Nobody_signs_for_another_partner() => Breaks("aus", "made by its own partner", (db, _) =>
    {
        db.LegalSignatures.Add(new Interdiction.Law.LegalSignature { Set = "boarding-agreements", Code = "PSI-PA", Partner = "USA", Number = 1, Signer = Guid.CreateVersion7(), SignedBy = "Forged", At = DateTimeOffset.UnixEpoch });
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_dispatch_is_never_changed() => Breaks("aus", "never changed", async (db, _) => db.Entry(await db.Dispatches.FirstAsync()).Property(x => x.Text).CurrentValue = "Rewritten");

    [Fact]
    public Task A_dispatch_that_ended_does_not_end_again() => Breaks("aus", "ended once", async (db, _) =>
        db.Entry(await db.Dispatches.FirstAsync(x => x.State != DispatchState.Sent)).Property(x => x.Answer).CurrentValue = "Rewritten");

    [Fact]
    public Task A_comment_is_never_changed() => Breaks("aus", "never changed", async (db, _) => db.Entry(await db.Comments.FirstAsync()).Property(x => x.Text).CurrentValue = "Rewritten");

    [Fact]
    public Task One_person_alone_does_not_decide_how_long_a_case_is_kept() => Breaks("aus", "decided by two people", async (db, _) =>
        db.Entry(await db.Cases.FirstAsync()).Property(x => x.RetainUntil).CurrentValue = DateTimeOffset.UnixEpoch);

    [Fact]
    public Task Nobody_but_the_job_says_what_was_destroyed() => Breaks("aus", "its own job", (db, _) =>
    {
        db.DestroyedEntries.Add(new Interdiction.Archives.DestroyedEntry { Id = Guid.CreateVersion7(), Originator = "AUS" });
        return Task.CompletedTask;
    });

    [Fact]
    public Task One_person_alone_cannot_link_vessels() => Breaks("aus", "linked by two people", async (db, services) =>
        db.VesselLinks.Add(Interdiction.Vessels.VesselLink.Make(Guid.CreateVersion7(), (await db.Boardings.FirstAsync()).Id, Guid.CreateVersion7(), "Forged.", services.GetRequiredService<Caller>(), TimeProvider.System.Now())));

    [Fact]
    public Task An_attachment_is_never_changed() => Breaks("aus", "never changed", async (db, _) => db.Entry(await db.Attachments.FirstAsync()).Property(x => x.Sha256).CurrentValue = new string('0', 64));

    [Fact]
    public Task Nobody_but_the_scan_says_what_it_found() => Breaks("aus", "never changed", async (db, _) => (await db.Attachments.FirstAsync()).Scanned(null));

    async Task Breaks(string partner, string rule, Func<InterdictionDb, IServiceProvider, Task> doIt)
    {
        // Something submitted, for the rules that need it.
        var officer = await server.As("aus-officer");
        var filed = (await officer.Post("boardings?submit=true", Documents.Report())).Is(201);
        (await officer.Record(Exhibits.Of(filed.Json), Exhibits.Event("sealed"))).Is(201);
        (await officer.Post($"cases/{filed.Json["caseId"]}/comments", Http.Samples.Comment())).Is(201);
        (await officer.Move($"dispatches/{(await officer.Post("dispatches", Http.Samples.Dispatch())).Is(201).Json["id"]}", "withdrawn")).Is(200);
        (await officer.Post($"boardings/{filed.Json["id"]}/translations", Http.Samples.Translation())).Is(201);
        await officer.Upload((string)filed.Json["id"]!, "a.txt", Files.Text("a"));
        await using var scope = server.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<InterdictionDb>();
        scope.ServiceProvider.GetRequiredService<Caller>().Become(await Account(db, $"demo-{partner}-coordinator"));
        await using var transaction = await db.Begin(TestContext.Current.CancellationToken);
        await doIt(db, scope.ServiceProvider);
        var breach = await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
        Assert.Contains(rule, breach.Message, StringComparison.Ordinal);
    }

    static Task<Account> Account(InterdictionDb db, string login) =>
        db.Accounts.AsNoTracking().SingleAsync(x => x.Login == login, TestContext.Current.CancellationToken);
}
