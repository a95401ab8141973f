namespace Interdiction.Tests.Access;

/// <summary>Where a dispatch stands in the matrix.</summary>
enum Ending { Sent, Answered, Declined, Withdrawn }

/// <summary>What is done with a dispatch.</summary>
enum Sending { Read, ReadTransitions, ReadMarking, Narrow, WidenAlone, Answer, Decline, Withdraw, SendAgain }

/// <param name="Case">The case that it concerns; it is no part of it.</param>
sealed record DispatchFacts(CaseFacts Case, string Originator, Label Label, string Addressee, Ending Stands);

/// <summary>Dispatches from partner to partner: rules 1 to 3 and 6 of the reading predicate, and the lines of docs/access.md.</summary>
static partial class Oracle
{
    /// <summary>By its own marking, whatever the case that it concerns.</summary>
    public static bool CanRead(Principal who, DispatchFacts it) => Fits(who, it.Originator, it.Label);

    public static bool ShowsCase(Principal who, DispatchFacts it) => CanRead(who, it.Case);

    /// <summary>Who gave the tip is known to the sender's people alone.</summary>
    public static bool ShowsSource(Principal who, DispatchFacts it) => CanRead(who, it) && who.Partner == it.Originator;

    /// <summary>The answer to a dry run of a dispatch to a partner about a case, for everybody.</summary>
    public static Verdict SendDispatch(Principal who, Level marking, string to, CaseFacts about) =>
        !(who.IsOfficer || who.IsCoordinator) || who.Clearance < marking ? 403
        : who.Partner == to ? new Verdict(422, "/to")
        : CanRead(who, about) ? 200 : new Verdict(422, "/caseId");

    public static Verdict Expect(Principal who, Sending act, Precondition precondition, DispatchFacts it)
    {
        var works = who.IsOfficer || who.IsCoordinator;
        return act switch
        {
            _ when !CanRead(who, it) => 404,
            Sending.Read or Sending.ReadTransitions or Sending.ReadMarking => 200,
            Sending.Narrow or Sending.WidenAlone or Sending.Withdraw when !works || who.Partner != it.Originator => 403,
            Sending.Answer or Sending.Decline or Sending.SendAgain when !works || who.Partner != it.Addressee => 403,
            _ when precondition is Precondition.Missing => 428,
            _ when precondition is Precondition.Stale => 412,
            Sending.Narrow => 200,
            Sending.WidenAlone => it.Label.IsForAll ? 200 : 403,
            Sending.SendAgain => 409,
            _ => it.Stands is Ending.Sent ? 200 : 409,
        };
    }

    /// <summary>The transitions that a caller is offered.</summary>
    public static IEnumerable<string> Offered(Principal who, DispatchFacts it) =>
        from act in Enum.GetValues<Sending>()
        where DispatchCells.To(act) is not null && Expect(who, act, Precondition.Star, it).Status is 200
        select DispatchCells.To(act)!;
}
