namespace Interdiction.Tests.Access;

/// <summary>What is done about cases that belong together, from one of them.</summary>
enum Linking { List, Link, LinkItself, Unlink }

/// <param name="Linked">The two are linked.</param>
sealed record CaseLinkFacts(CaseFacts One, CaseFacts Other, bool Linked);

/// <summary>Linked cases: told to who reads both, linked and unlinked by coordinators of the lead partner of the one that they do it from.</summary>
static partial class Oracle
{
    public static Verdict Expect(Principal who, Linking act, Precondition precondition, CaseLinkFacts it) => act switch
    {
        _ when !CanRead(who, it.One) => 404,
        Linking.List => 200,
        _ when !who.IsCoordinator || who.Partner != it.One.Lead => 403,
        _ when precondition is Precondition.Missing => 428,
        _ when precondition is Precondition.Stale => 412,
        Linking.LinkItself => 422,
        _ when !CanRead(who, it.Other) => 404,
        Linking.Link => 200,
        _ => it.Linked ? 204 : 404,
    };
}
