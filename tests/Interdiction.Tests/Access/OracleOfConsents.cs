namespace Interdiction.Tests.Access;

/// <summary>Where a request to a flag State stands in the matrix.</summary>
enum Answering { Sent, Acknowledged, Granted, Refused, DirectedToPort, Withdrawn }

/// <summary>What is done with a request.</summary>
enum Asking { Read, ReadTransitions, ReadMarking, Narrow, WidenAlone, Acknowledge, Grant, Refuse, DirectToPort, Withdraw, Deem, LeaveUnanswered, SendAgain }

/// <param name="Flag">The State that is asked: one with liaisons, or a nation.</param>
sealed record ConsentFacts(CaseFacts Case, string Originator, Label Label, string Flag, Answering Stands);

/// <summary>Requests to flag States: rules 1 to 4 and 6 of the reading predicate, and the two lines of the acting table.</summary>
static partial class Oracle
{
    /// <summary>
    /// The flag State's readers and its liaisons read what it is asked, up to their clearance and whatever the case; others
    /// by the marking, where they read the case.
    /// </summary>
    public static bool CanRead(Principal who, ConsentFacts it) => who.Partner == it.Flag
        ? (who.IsOfficer || who.IsCoordinator || who.IsAuditor || who.Post is Post.Liaison) && who.Clearance >= it.Label.Level
        : Fits(who, it.Originator, it.Label) && CanRead(who, it.Case);

    /// <summary>Which case it is of is told to whom reads the case.</summary>
    public static bool ShowsCase(Principal who, ConsentFacts it) => CanRead(who, it.Case);

    /// <summary>The answer to a dry run of a request in a case.</summary>
    public static Verdict SendRequest(Principal who, Level marking, CaseFacts it) =>
        !(who.IsOfficer || who.IsCoordinator) || who.Clearance < marking ? 403 : CanRead(who, it) ? 200 : new Verdict(422, "/caseId");

    public static Verdict Expect(Principal who, Asking act, Precondition precondition, ConsentFacts it)
    {
        var own = who.Partner == it.Originator && (who.IsOfficer || who.IsCoordinator);
        var asked = who.Partner == it.Flag && who.Post is Post.Liaison;
        return act switch
        {
            _ when !CanRead(who, it) => 404,
            Asking.Read or Asking.ReadTransitions or Asking.ReadMarking => 200,
            Asking.Narrow or Asking.WidenAlone or Asking.Withdraw when !own => 403,
            not (Asking.Narrow or Asking.WidenAlone or Asking.Withdraw) when !asked => 403,
            _ when precondition is Precondition.Missing => 428,
            _ when precondition is Precondition.Stale => 412,
            Asking.Narrow => 200,
            Asking.WidenAlone => it.Label.IsForAll ? 200 : 403,
            // From the system alone.
            Asking.Deem or Asking.LeaveUnanswered => 403,
            _ => Offered(act, it.Stands) ? 200 : 409,
        };
    }

    /// <summary>The transitions that a caller is offered.</summary>
    public static IEnumerable<string> Offered(Principal who, ConsentFacts it) =>
        from act in Enum.GetValues<Asking>()
        where ConsentCells.To(act) is not null && Expect(who, act, Precondition.Star, it).Status is 200
        select ConsentCells.To(act)!;

    static bool Offered(Asking act, Answering stands) => (act, stands) switch
    {
        (Asking.Acknowledge, Answering.Sent) => true,
        (Asking.Grant or Asking.Refuse or Asking.DirectToPort or Asking.Withdraw, Answering.Sent or Answering.Acknowledged) => true,
        _ => false,
    };
}
