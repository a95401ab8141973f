namespace Interdiction.Tests.Access;

/// <summary>To whom a record is released.</summary>
enum Release { Own, Some, All }

/// <summary>Who opened the case: the report itself, the report's originator before it, or another partner.</summary>
enum Opening { ByFiling, ByOriginator, ByOther }

/// <summary>What the principal's partner is to the record.</summary>
enum Relation { Originator, Lead, Cell, Released, Unreleased, Flag }

/// <summary>One record of the matrix: the axes that a test chooses before it files it.</summary>
sealed record Sample(int Number, Opening Opening, Level CaseLevel, Level ReportLevel, Release CaseRelease, Release ReportRelease, Stage Stage)
{
    // Partners change places from record to record, so that no partner's code is special.
    public string Originator => At(0);
    public string Other => At(1);
    public string Friend => At(2);
    public string Stranger => At(3);

    /// <summary>Takes part where the lead brought it in, and is not released to by that.</summary>
    public string Guest => At(4);

    public ReportFacts Facts => new(
        new CaseFacts(Opener, Opener, CaseLabel, Opening is not Opening.ByFiling, HoldsSubmitted: Stage is not (Stage.Announced or Stage.Draft or Stage.WithdrawnDraft)) { HasGuest = Number % 2 == 0 },
        Originator, Opening is Opening.ByFiling ? CaseLabel : Of(ReportLevel, ReportRelease, Originator, Number / 81), Stage, new Principal(Originator, Post.Officer));

    /// <summary>Every account of one partner of each relation.</summary>
    public IEnumerable<Principal> Principals =>
        new[] { Originator, Other, Friend, Stranger, Principal.Cell, Principal.FlagStates[Number % 2] }.SelectMany(Principal.Of);

    public Relation RelationOf(Principal who) =>
        who.Partner == Originator ? Relation.Originator
        : who.Partner == Opener ? Relation.Lead
        : who.Partner == Principal.Cell ? Relation.Cell
        : Principal.FlagStates.Contains(who.Partner) ? Relation.Flag
        : Facts.Label.ReleasableTo is var to && (to.Contains(who.Partner) || to.Contains("ALL")) ? Relation.Released
        : Relation.Unreleased;

    /// <summary>A coordinator who can bring it to its stage; null where nobody can, and such a record cannot be.</summary>
    public Principal? Reviewer => new[] { new Principal(Opener, Post.Coordinator), new Principal(Principal.Cell, Post.Coordinator) }
        .FirstOrDefault(x => Oracle.CanRead(x, Facts with { Stage = Stage.Submitted, Case = Facts.Case with { HoldsSubmitted = true } }));

    bool CanBe => Stage is Stage.Announced or Stage.Draft or Stage.Submitted or Stage.WithdrawnDraft || Reviewer is not null;

    Label CaseLabel => Of(CaseLevel, CaseRelease, Opener, 0);

    string Opener => Opening is Opening.ByOther ? Other : Originator;

    string At(int place) => Principal.Nations[(Number + place) % Principal.Nations.Length];

    // Need to know and the precision of positions take turns: they are marked on every record, and cross every other axis.
    Label Of(Level level, Release release, string owner, int turn) => new Label(level, release switch
    {
        Release.Own => [owner],
        Release.Some => [.. new[] { owner, Originator, Opener, Friend, Principal.Cell }.Distinct()],
        Release.All => ["ALL"],
    })
    {
        Need = (Need)((Number + Number / 27 + turn) % 3),
        Precision = (Precision)((Number / 3 + Number / 54 + turn) % 3),
    };

    /// <summary>Every combination of the axes that can be.</summary>
    public static IReadOnlyList<Sample> All()
    {
        var all = new List<Sample>();
        foreach (var opening in Enum.GetValues<Opening>())
        foreach (var caseLevel in Enum.GetValues<Level>())
        foreach (var reportLevel in Enum.GetValues<Level>())
        foreach (var caseRelease in Enum.GetValues<Release>())
        foreach (var reportRelease in Enum.GetValues<Release>())
        foreach (var stage in Enum.GetValues<Stage>())
        {
            // A case opened by filing has the report's marking; a case that the originator cannot read takes no report of it.
            if (opening is Opening.ByFiling && (caseLevel != reportLevel || caseRelease != reportRelease))
                continue;
            if (opening is Opening.ByOther && caseRelease is Release.Own)
                continue;
            if (new Sample(all.Count, opening, caseLevel, reportLevel, caseRelease, reportRelease, stage) is { CanBe: true } sample)
                all.Add(sample);
        }
        return all;
    }
}
