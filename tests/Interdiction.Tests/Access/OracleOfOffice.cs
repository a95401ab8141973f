namespace Interdiction.Tests.Access;

/// <summary>Administration: each partner's own administrators, and nobody else.</summary>
static partial class Oracle
{
    /// <summary>The answer to a read or a dry run in a partner's office. Who does not administer is told so, and nothing of what there is.</summary>
    /// <param name="owner">Partner whose record it is.</param>
    public static Verdict Expect(Principal who, Deed deed, Precondition precondition, string owner) => deed switch
    {
        _ when who.Post is not Post.Administrator => 403,
        { Verb: Verb.List } => 200,
        { Verb: Verb.Make, Kind: Kind.Invitations } => who.Partner == owner ? 200 : new Verdict(422, "/user"),
        { Verb: Verb.Make } => 200,
        _ when who.Partner != owner => 404,
        { Verb: Verb.Read } => 200,
        _ when precondition is Precondition.Missing => 428,
        _ when precondition is Precondition.Stale => 412,
        { Verb: Verb.Restore } => 409,
        { Verb: Verb.End } => 204,
        _ => 200,
    };

    /// <summary>The teams of one's own partner are named to those who mark records.</summary>
    public static Verdict ChooseTeam(Principal who) => who.IsOfficer || who.IsCoordinator || who.IsAuditor ? 200 : 403;
}
