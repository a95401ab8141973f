using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Administration;

/// <summary>Says who belongs to a team, and keeps the accounts in step.</summary>
public sealed class Staffing(InterdictionDb db, Caller caller)
{
    /// <summary>Names what is wrong with a name or with people; null for nothing. Then the team has them.</summary>
    public async Task<Refusal?> Set(Team team, string name, IReadOnlyList<Guid> members, IReadOnlyList<Guid> supervisors, CancellationToken stop)
    {
        if (await db.Teams.AnyAsync(x => x.Partner == caller.Partner && x.Name == name && x.Id != team.Id, stop))
            return Refusal.Invalid(new Fault("/name", RuleCodes.Duplicate, "Another team has this name. Give one of its own."));
        Guid[] concerned = [.. team.People.Union(members).Union(supervisors)];
        var known = await db.Accounts.Where(x => concerned.Contains(x.Id) && x.Partner == caller.Partner).ToListAsync(stop);
        Fault[] faults = [.. Faults("members", members, known), .. Faults("supervisors", supervisors, known)];
        if (faults.Length > 0)
            return Refusal.Invalid(faults);
        if (name != team.Name)
            team.Rename(name);
        team.Staff(members, supervisors, known);
        return null;
    }

    static IEnumerable<Fault> Faults(string list, IReadOnlyList<Guid> people, List<Account> known) =>
        from person in people.Index()
        let account = known.Find(x => x.Id == person.Item)
        let fault = account is null ? new Fault($"/{list}/{person.Index}", RuleCodes.UnknownReference, "There is no such account of your partner.")
            : account.ReadsContent ? people.Take(person.Index).Contains(person.Item) ? new Fault($"/{list}/{person.Index}", RuleCodes.Duplicate, "Name each account once.") : null
            : new Fault($"/{list}/{person.Index}", "readsNothing", "This account has no role that reads content.")
        where fault is not null
        select fault;
}
