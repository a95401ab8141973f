using Interdiction.Audit;
using Interdiction.Data;
using Interdiction.Http;
using Interdiction.Identity;
using Interdiction.Kernel;
using Interdiction.Partners;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Cli;

/// <summary>
/// Takes partners up and invites their first administrators. What is there stays: a partner keeps its name, and an
/// administrator who can sign in gets no other link. One who never did gets a new one, for the first may be lost.
/// </summary>
sealed class Seed(InterdictionDb db, PartnerRegister register, Welcome welcome, Invitations invitations, ILookupNormalizer normalizer, Addresses addresses, TimeProvider clock)
{
    public async Task Run(SeedFile file, TextWriter output, CancellationToken stop)
    {
        await using var transaction = await db.Begin(stop);
        var told = new List<string>();
        var joined = file.Partners.Where(x => !db.Partners.Any(y => y.Code == x.Code)).ToList();
        foreach (var partner in joined)
        {
            db.Partners.Add(new Partner { Code = partner.Code!, Name = partner.FullName });
            Enter(partner.Code!, "TakeUpPartner", null);
        }
        await db.SaveChangesAsync(stop);
        register.Set(await db.Partners.AsNoTracking().ToListAsync(stop));
        foreach (var partner in file.Partners)
        {
            told.Add($"{partner.Code}  {(joined.Contains(partner) ? "taken up" : "takes part already")}");
            foreach (var person in partner.Administrators)
                told.Add(await Invite(partner.Code!, person, stop));
        }
        await db.SaveChangesAsync(stop);
        foreach (var partner in joined)
            if (await welcome.Open(partner.Code!, stop) is > 0 and var opened)
                told.Add($"{partner.Code}  reads {opened} cases and reports that are released to ALL");
        await transaction.CommitAsync(stop);
        foreach (var line in told)
            await output.WriteLineAsync(line);
    }

    async Task<string> Invite(string partner, SeededAdministrator asked, CancellationToken stop)
    {
        var (email, normalized) = (asked.Email!.Trim(), normalizer.NormalizeEmail(asked.Email!.Trim()));
        var account = await db.Users.Where(x => x.NormalizedEmail == normalized).Join(db.Accounts, x => x.Id, x => x.Id, (_, x) => x).SingleOrDefaultAsync(stop);
        if (account is not null && account.Partner != partner)
            throw new CannotException($"{email} is of {account.Partner} already; give {partner} an administrator with another address.");
        if (account is null)
        {
            account = Account.Open(clock.NewId(), AccountKind.Person, email, asked.Name!, partner, new Duties([Contracts.Role.Administrator], [], null), clock.Now());
            db.Accounts.Add(account);
            db.Users.Add(Person.Of(account, normalizer));
            // The next one in the file may have the same address.
            await db.SaveChangesAsync(stop);
        }
        else if (await CanSignIn(account.Id, stop))
            return $"{partner}  {email} has an account already";
        Enter(partner, "InviteAdministrator", account.Id);
        return $"{partner}  {email}  {addresses.Of(Invitations.Path(await invitations.Invite(account, stop)))}";
    }

    async Task<bool> CanSignIn(Guid id, CancellationToken stop) =>
        await db.Users.AnyAsync(x => x.Id == id && x.PasswordHash != null, stop) || await db.Set<IdentityUserPasskey<Guid>>().AnyAsync(x => x.UserId == id, stop);

    void Enter(string partner, string action, Guid? resource) => db.AuditEntries.Add(new AuditEntry
    {
        Id = clock.NewId(),
        At = clock.Now(),
        Actor = Guid.Empty,
        ActorName = "interdiction seed",
        Partner = partner,
        Roles = "system",
        Action = action,
        Resource = resource,
        Outcome = "done",
        Rule = "commandLine",
        RequestId = "",
    });
}
