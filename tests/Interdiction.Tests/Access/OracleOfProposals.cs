namespace Interdiction.Tests.Access;

/// <summary>Two-person acts: who proposes, who decides, and what comes of it.</summary>
static partial class Oracle
{
    /// <summary>The answer to a dry run of a proposal. A record that one cannot read is unknown, as in any reference.</summary>
    static Verdict Propose(Principal who, Act act, ReportFacts it) =>
        !(who.IsOfficer || who.IsCoordinator) ? 403
        : !(act.IsAboutReport ? CanRead(who, it) : CanRead(who, it.Case)) ? new Verdict(422, "/resource")
        : !HasRight(who.Partner, act, it) || !IsWidening(act) && !who.IsCoordinator ? 403
        : Outcome(act, it);

    /// <summary>Widening is its originator's, disposal of whom has custody, which is the originator in the matrix, every other act the lead's.</summary>
    static bool HasRight(string partner, Act act, ReportFacts it) =>
        partner == (act is Act.ProposeWideningReport or Act.ProposeDisposal ? it.Originator : act is Act.ProposeWideningCase ? it.Case.Originator : it.Case.Lead);

    static bool IsWidening(Act act) => act is Act.ProposeWideningCase or Act.ProposeWideningReport;

    /// <summary>What the act itself comes to, as the record stands now.</summary>
    static Verdict Outcome(Act act, ReportFacts it) => act switch
    {
        Act.ProposeWideningCase => it.Case.Label.IsForAll ? new Verdict(422, "/arguments") : 200,
        Act.ProposeWideningReport => it.Label.IsForAll ? new Verdict(422, "/arguments") : 200,
        Act.ProposeDisposal => 200,
        Act.ProposeClosing => it.Case.IsClosed ? 409 : 200,
        Act.ProposeReopening => it.Case.IsClosed ? 200 : 409,
        // To the cell, which has to read what it is to lead.
        Act.ProposeMovingLead when it.Case.Lead == Principal.Cell => new Verdict(422, "/arguments/partner"),
        Act.ProposeMovingLead when it.Case.IsClosed => 409,
        Act.ProposeMovingLead => ReadsIt(Principal.Cell, it.Case) ? 200 : new Verdict(422, "/arguments/partner"),
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, "It is no two-person act."),
    };

    /// <summary>A proposal is read by people of the partner that made it, and of its deputies, who read its record.</summary>
    public static bool CanRead(Principal who, MotionFacts it) =>
        (it.Proposing.IsAboutReport ? CanRead(who, it.Record) : CanRead(who, it.Record.Case))
        && (who.Partner == it.Proposer.Partner || it.Deputies.Any(x => x.For == it.Proposer.Partner && x.Partner == who.Partner));

    /// <summary>
    /// Four eyes: a second person of the partner that proposed it and still has the right to it, or its deputy for the act;
    /// and not who proposed it, nor who filed the record.
    /// </summary>
    public static bool MayDecide(Principal who, MotionFacts it) =>
        who.IsCoordinator && who != it.Proposer && !(it.Proposing.IsAboutReport && who == it.Record.Author)
        && HasRight(it.Proposer.Partner, it.Proposing, it.Record)
        && (who.Partner == it.Proposer.Partner || it.Deputies.Any(x => x.StandsInFor(who, it.Proposer.Partner, it.Proposing)));

    /// <summary>The answer to a read of a proposal, or to a dry run of a decision on it.</summary>
    public static Verdict Expect(Principal who, Decision decision, Precondition precondition, MotionFacts it) => decision switch
    {
        _ when !CanRead(who, it) => 404,
        Decision.Read or Decision.ReadTransitions => 200,
        // The right to decide at all is asked before If-Match, whether one may decide on this proposal after it.
        Decision.Withdraw when !(who.IsOfficer || who.IsCoordinator) => 403,
        not Decision.Withdraw when !who.IsCoordinator => 403,
        _ when precondition is Precondition.Missing => 428,
        _ when precondition is Precondition.Stale => 412,
        Decision.LeaveOpen or Decision.Expire => new Verdict(422, "/to"),
        Decision.Withdraw when who != it.Proposer => 403,
        Decision.Approve or Decision.Refuse when !MayDecide(who, it) => 403,
        _ when it.Fate is Fate.Refused or Fate.Withdrawn => 409,
        Decision.Approve => Outcome(it.Proposing, it.Record),
        _ => 200,
    };

    /// <summary>The decisions that somebody is offered.</summary>
    public static IEnumerable<string> Offered(Principal who, MotionFacts it) =>
        it.Fate is Fate.Refused or Fate.Withdrawn ? [] : who == it.Proposer ? ["withdrawn"] : MayDecide(who, it) ? ["approved", "refused"] : [];
}
