namespace Interdiction.Tests.Access;

/// <summary>What is done with the signature of a row.</summary>
enum Verifying { Read, Sign, Withdraw }

/// <param name="Partner">Boarding State of an agreement; null for a row that each partner signs for itself.</param>
/// <param name="SignedBy">Partners that have signed it.</param>
/// <param name="Exists">False for a row that there is not.</param>
sealed record LawFacts(string Set, string Row, string? Partner, string[] SignedBy, bool Exists = true);

/// <summary>Reference data is read by everybody; "verify an agreement row, correct reference data: coordinator, own partner, with legal".</summary>
static partial class Oracle
{
    public static Verdict Expect(Principal who, Verifying act, LawFacts it, Precondition precondition) => act switch
    {
        _ when !it.Exists => 404,
        Verifying.Read => 200,
        _ when !IsLegal(who) || it.Partner is not null && it.Partner != who.Partner => 403,
        _ when precondition is Precondition.Missing => 428,
        _ when precondition is Precondition.Stale => 412,
        Verifying.Withdraw => it.SignedBy.Contains(who.Partner) ? 204 : 409,
        _ => 200,
    };
}
