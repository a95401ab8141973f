using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Partners;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Custody;

/// <summary>Says whether a receiver can receive an exhibit, and who may be its witness.</summary>
public sealed class Receivers(InterdictionDb db, PartnerRegister partners, ReaderTable readers, Caller caller)
{
    public async Task<Refusal?> Check(Receiver to, CustodyChain chain, CancellationToken stop)
    {
        var partner = to.Partner ?? chain.Custodian;
        if (!partners.Knows(partner))
            return Refused("/to/partner", RuleCodes.UnknownCode, "That is no partner's code.");
        // Who takes custody answers for the exhibit: it reads the report, in a revision that the chain stands on.
        if (!readers.PartnersOf(chain.Boarding).Contains(partner) || chain.Boarding.RevisionShownTo(partner) < chain.Revision)
            return Refused("/to/partner", "notReleased", $"{partner} cannot read the report of the exhibit. It is released to it first.");
        if (to.User is not { } user)
            return null;
        return user == caller.Id ? Refused("/to/user", "notHere", "Name somebody else: the giver cannot receive.")
            : await Handler(user, partner, stop) is null ? Refused("/to/user", RuleCodes.UnknownReference, $"{partner} has no such officer or coordinator in service.")
            : null;
    }

    /// <summary>The account of a witness: another officer or coordinator of the caller's partner.</summary>
    public async Task<Result<Account>> Witness(Guid id, CancellationToken stop) =>
        id != caller.Id && await Handler(id, caller.Partner, stop) is { } found ? found
            : Refused("/witness", RuleCodes.UnknownReference, "Name another officer or coordinator of your partner who is in service.");

    async Task<Account?> Handler(Guid id, string partner, CancellationToken stop) =>
        await db.Accounts.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id && x.Partner == partner && x.SuspendedAt == null, stop) is { } account
        && account.Roles.Any(x => x is Role.Officer or Role.Coordinator) ? account : null;

    static Refusal Refused(string pointer, string code, string detail) => Refusal.Invalid(new Fault(pointer, code, detail));
}
