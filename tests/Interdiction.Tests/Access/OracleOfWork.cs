namespace Interdiction.Tests.Access;

/// <summary>Where a task stands in the matrix.</summary>
enum Stand { Open, Done, Declined }

/// <summary>What is done with what is said and to be done in a case: first in the case, then with the comment, then with the task.</summary>
enum Working
{
    CountThem, FollowThem, ListComments, ListTasks, AddComment, AddSecretComment, OpenTask, OpenSecretTask,
    ReadComment, ReadCommentMarking, NarrowComment, WidenCommentAlone,
    ReadTask, ReadTaskMarking, NarrowTask, WidenTaskAlone, Rename, HandToCell, Finish, Decline, OpenAgain,
}

/// <summary>A comment and a task of one partner with one marking, alone in their case.</summary>
/// <param name="Owner">The partner whose work the task is.</param>
sealed record WorkFacts(CaseFacts Case, string Originator, Label Label, string Owner, Stand Stands);

/// <summary>Comments and tasks: the reading predicate, and "comment, task: seen" of the acting table. A task is changed by its originator's people and its owner's.</summary>
static partial class Oracle
{
    public static bool CanRead(Principal who, WorkFacts it) => Fits(who, it.Originator, it.Label) && CanRead(who, it.Case);

    /// <summary>True for a partner of whom somebody can read it.</summary>
    public static bool ReadsIt(string partner, WorkFacts it) =>
        ReadsIt(partner, it.Case) && (partner == it.Originator || it.Label.IsForAll || it.Label.ReleasableTo.Contains(partner));

    public static Verdict Expect(Principal who, Working act, Precondition precondition, WorkFacts it)
    {
        var works = who.IsOfficer || who.IsCoordinator;
        return act switch
        {
            <= Working.OpenSecretTask when !CanRead(who, it.Case) => 404,
            <= Working.ListTasks => 200,
            <= Working.OpenSecretTask when !works => 403,
            // Nobody marks above their own clearance.
            Working.AddSecretComment or Working.OpenSecretTask when who.Clearance < Level.Secret => 403,
            <= Working.OpenSecretTask => it.Case.IsClosed ? 409 : 200,
            _ when !CanRead(who, it) => 404,
            Working.ReadComment or Working.ReadCommentMarking or Working.ReadTask or Working.ReadTaskMarking => 200,
            _ when !works => 403,
            Working.NarrowComment or Working.WidenCommentAlone or Working.NarrowTask or Working.WidenTaskAlone when who.Partner != it.Originator => 403,
            _ when who.Partner != it.Originator && who.Partner != it.Owner => 403,
            _ when precondition is Precondition.Missing => 428,
            _ when precondition is Precondition.Stale => 412,
            Working.NarrowComment or Working.NarrowTask => 200,
            Working.WidenCommentAlone or Working.WidenTaskAlone => it.Label.IsForAll ? 200 : 403,
            Working.HandToCell when !ReadsIt(Principal.Cell, it) => new Verdict(422, "/owner"),
            Working.HandToCell when it.Owner == Principal.Cell => 200,
            Working.Rename or Working.HandToCell => it.Stands is Stand.Open ? 200 : 409,
            // What it is already, it may be asked to be.
            Working.Finish => it.Stands is Stand.Declined ? 409 : 200,
            Working.Decline => it.Stands is Stand.Done ? 409 : 200,
            _ => 200,
        };
    }
}
