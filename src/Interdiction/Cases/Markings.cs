using Interdiction.Contracts;
using Interdiction.Kernel;
using Interdiction.Partners;

namespace Interdiction.Cases;

/// <summary>Decides whether a caller may put a marking on a new record.</summary>
public sealed class Markings(PartnerRegister partners, Settings settings, Caller caller)
{
    /// <param name="at">JSON Pointer to the marking in the body.</param>
    public Refusal? Check(Marking marking, string at = "/marking")
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
}
