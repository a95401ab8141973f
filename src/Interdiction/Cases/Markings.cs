using Interdiction.Contracts;
using Interdiction.Kernel;
using Interdiction.Partners;

namespace Interdiction.Cases;

/// <summary>Decides whether a caller may put a marking on a new record.</summary>
public sealed class Markings(PartnerRegister partners, Settings settings, Caller caller)
{
    public Refusal? Check(Marking marking)
    {
        if (marking.Classification > settings.Highest)
            return Refusal.Invalid(new Fault("/marking/classification", "notAccredited",
                $"This system is accredited up to {Code<Classification>.Of(settings.Highest)}."));
        if (marking.Classification > (caller.Clearance ?? Classification.Unclassified))
            return Refusal.NotAllowed("A marking above your own clearance is not yours to give.");
        Fault[] unknown =
        [
            .. marking.ReleasableTo.Index()
                .Where(x => x.Item != Marking.All && !partners.Knows(x.Item))
                .Select(x => new Fault($"/marking/releasableTo/{x.Index}", "unknownCode", $"'{x.Item}' is not a partner.")),
        ];
        return unknown.Length == 0 ? null : Refusal.Invalid(unknown);
    }

    /// <summary>The marking with its originator added and its codes in order.</summary>
    public Marking Complete(Marking marking) => marking with
    {
        ReleasableTo = marking.ReleasableTo.Contains(Marking.All) ? [Marking.All]
            : [.. marking.ReleasableTo.Union([caller.Partner]).Order(StringComparer.Ordinal)],
    };
}
