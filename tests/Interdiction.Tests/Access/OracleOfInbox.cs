namespace Interdiction.Tests.Access;

/// <summary>What is done with what one was told.</summary>
enum Telling { List, Follow, Read, Mark, MarkUnread }

/// <summary>A task that was given to a partner, of which its people are told.</summary>
/// <param name="Narrowed">Its originator narrowed it to itself afterwards.</param>
sealed record ToldFacts(WorkFacts Work, Principal Giver, bool Narrowed);

/// <summary>
/// Notifications and streams ask the reading predicate like every channel, at the moment at which they are looked at; a task
/// is told to the officers and coordinators of the partner whose work it is, and nobody is told of their own act.
/// </summary>
static partial class Oracle
{
    public static bool IsTold(Principal who, ToldFacts it) =>
        who.Partner == it.Work.Owner && (who.IsOfficer || who.IsCoordinator) && who != it.Giver
        && CanRead(who, it.Narrowed ? it.Work with { Label = it.Work.Label with { ReleasableTo = [it.Work.Originator] } } : it.Work);

    public static Verdict Expect(Principal who, Telling act, Precondition precondition, ToldFacts it) => act switch
    {
        Telling.List or Telling.Follow => 200,
        _ when !IsTold(who, it) => 404,
        Telling.Read => 200,
        _ when precondition is Precondition.Missing => 428,
        _ when precondition is Precondition.Stale => 412,
        _ => 200,
    };
}
