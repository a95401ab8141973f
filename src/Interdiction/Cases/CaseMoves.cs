using Interdiction.Contracts;

namespace Interdiction.Cases;

/// <summary>The table of moves of a case.</summary>
public static class CaseMoves
{
    /// <param name="TwoPeople">It goes by proposal.</param>
    public sealed record Step(CaseStatus From, CaseStatus To, bool TwoPeople);

    public static IReadOnlyList<Step> All { get; } =
    [
        new(CaseStatus.Open, CaseStatus.UnderReview, TwoPeople: false),
        new(CaseStatus.UnderReview, CaseStatus.Open, TwoPeople: false),
        new(CaseStatus.Open, CaseStatus.Closed, TwoPeople: true),
        new(CaseStatus.UnderReview, CaseStatus.Closed, TwoPeople: true),
        new(CaseStatus.Closed, CaseStatus.Open, TwoPeople: true),
        new(CaseStatus.Closed, CaseStatus.Archived, TwoPeople: false),
        new(CaseStatus.Archived, CaseStatus.Closed, TwoPeople: false),
    ];

    /// <summary>Where one person can bring a case from here.</summary>
    public static IEnumerable<CaseStatus> From(CaseStatus from) => All.Where(x => x.From == from && !x.TwoPeople).Select(x => x.To);

    public static bool Leads(CaseStatus from, CaseStatus to, bool twoPeople) => All.Contains(new(from, to, twoPeople));
}
