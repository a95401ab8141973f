using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Administration;

/// <summary>What an administrator may give and take, and that a partner always keeps an administrator.</summary>
public sealed class Charge(InterdictionDb db, Settings settings, TimeProvider clock)
{
    /// <summary>What is wrong with duties that are to be given; null for nothing.</summary>
    public Refusal? Check(Duties duties) => duties.Faults(settings.Highest).ToArray() is { Length: > 0 } faults ? Refusal.Invalid(faults) : null;

    /// <summary>Gives an account other duties; what is null stays.</summary>
    public async Task<Refusal?> Assign(Account it, IReadOnlyList<Role>? roles, IReadOnlyList<string>? grants, Classification? clearance, Caller by, CancellationToken stop)
    {
        if (roles is null && grants is null && clearance is null)
            return null;
        var now = roles ?? it.Roles;
        // Who becomes an administrator reads nothing any more.
        var duties = new Duties(now, grants ?? it.Grants, clearance ?? (now is [Role.Administrator] ? null : it.Clearance));
        // A form sends them all: who changes but a name changes no duty.
        if (duties.Roles.SequenceEqual(it.Roles) && duties.Grants.SequenceEqual(it.Grants) && duties.Clearance == it.Clearance)
            return null;
        if (Check(duties) is { } fault)
            return fault;
        var was = it.IsAdministrator;
        return it.Assign(duties, by.Id) is { } refusal ? refusal : await Keep(it, was, stop);
    }

    /// <summary>Suspends an account, or lets it in again.</summary>
    public async Task<Refusal?> Move(Account it, AccountState to, Caller by, CancellationToken stop)
    {
        var was = it.IsAdministrator;
        var refusal = to is AccountState.Suspended ? it.Suspend(by.Id, clock.Now()) : it.Restore();
        return refusal ?? await Keep(it, was, stop);
    }

    // The one who stays is written too, so that two who leave each other alone at once collide.
    async Task<Refusal?> Keep(Account it, bool was, CancellationToken stop)
    {
        if (!was || it.IsAdministrator)
            return null;
        var others = await db.Accounts.Where(x => x.Partner == it.Partner && x.Kind == AccountKind.Person && x.SuspendedAt == null && x.Id != it.Id)
            .OrderBy(x => x.Id).ToListAsync(stop);
        if (others.Find(x => x.IsAdministrator) is not { } staying)
            return Refusal.Conflict("lastAdministrator", "This is the last administrator of the partner. Invite or restore another one first.");
        staying.StayInCharge();
        return null;
    }
}
