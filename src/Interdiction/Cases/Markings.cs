using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Partners;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Cases;

/// <summary>Decides whether a caller may put a marking on a new record.</summary>
public sealed class Markings(InterdictionDb db, PartnerRegister partners, Settings settings, Caller caller)
{
    /// <param name="at">JSON Pointer to the marking in the body.</param>
    /// <param name="standing">The marking that the record has; null for a new record.</param>
    public async Task<Refusal?> Check(Marking marking, CancellationToken stop, string at = "/marking", Marking? standing = null)
    {
        if (marking.Classification > settings.Highest)
            return Refusal.Invalid(new Fault($"{at}/classification", "notAccredited",
                $"This system is accredited up to {Code<Classification>.Of(settings.Highest)}."));
        if (marking.Classification > (caller.Clearance ?? Classification.Unclassified))
            return Refusal.NotAllowed("A marking above your own clearance is not yours to give.");
        Fault[] unknown =
        [
            .. marking.ReleasableTo.Index()
                .Where(x => x.Item != Marking.All && !partners.Knows(x.Item))
                .Select(x => new Fault($"{at}/releasableTo/{x.Index}", "unknownCode", $"'{x.Item}' is not a partner.")),
            .. marking.Team is { } team && !IsSame(team, standing?.Team) ? await Outsiders(team, at, stop) : [],
        ];
        return unknown.Length == 0 ? null : Refusal.Invalid(unknown);
    }

    /// <summary>The marking of a new record of the caller, with its originator added and its codes in order.</summary>
    public Marking Complete(Marking marking) => Complete(marking, caller.Partner);

    public static Marking Complete(Marking marking, string originator) => marking with
    {
        ReleasableTo = marking.ReleasableTo.Contains(Marking.All) ? [Marking.All]
            : [.. marking.ReleasableTo.Union([originator]).Order(StringComparer.Ordinal)],
    };

    static bool IsSame(NeedToKnow team, NeedToKnow? standing) => standing is not null && team.Unit == standing.Unit && team.People.ToHashSet().SetEquals(standing.People);

    /// <summary>A team is one that the caller belongs to; people are the caller and others of the own partner. So nobody hides a record from themselves.</summary>
    async Task<IReadOnlyList<Fault>> Outsiders(NeedToKnow team, string at, CancellationToken stop)
    {
        if (team.Unit is { } unit)
            return caller.Teams.Contains(unit) ? [] : [new Fault($"{at}/team/unit", RuleCodes.UnknownReference, "There is no such team of your partner that you belong to. GET /teams lists them.")];
        var known = await db.Accounts.Where(x => team.People.Contains(x.Id) && x.Partner == caller.Partner && x.SuspendedAt == null).Select(x => x.Id).ToListAsync(stop);
        return
        [
            .. team.People.Index().Where(x => !known.Contains(x.Item))
                .Select(x => new Fault($"{at}/team/people/{x.Index}", RuleCodes.UnknownReference, "There is no such account of your partner in use.")),
            .. team.People.Contains(caller.Id) ? Array.Empty<Fault>() : [new Fault($"{at}/team/people", RuleCodes.Required, "Name yourself as well, or you would not read the record any more.")],
        ];
    }
}
