namespace Interdiction.Tests.Access;

/// <summary>What is done about the legal holds of a case.</summary>
enum Holding { List, Read, ProposeSetting, ProposeLifting, ApproveSetting, ApproveLifting, ProposeDisposal }

/// <param name="Adviser">Partner whose legal adviser stands in for the lead's second one.</param>
/// <param name="Lifted">The hold that there is was lifted again.</param>
sealed record HoldFacts(ReportFacts Report, string Adviser, bool Lifted)
{
    public CaseFacts Case => Report.Case;
}

/// <summary>Legal holds: read with the case; "set or lift a legal hold: lead with legal, 2". Nothing under one is disposed of.</summary>
static partial class Oracle
{
    /// <summary>The posts with the grant of a legal adviser, as running.md lists them.</summary>
    static bool IsLegal(Principal who) => who.Post is Post.Coordinator && who.Partner != Principal.Cell;

    /// <param name="proposer">Who proposed what is to be approved.</param>
    public static Verdict Expect(Principal who, Holding act, HoldFacts it, Principal proposer)
    {
        var works = who.IsOfficer || who.IsCoordinator;
        return act switch
        {
            Holding.List or Holding.Read => CanRead(who, it.Case) ? 200 : 404,
            Holding.ProposeDisposal => Propose(who, Act.ProposeDisposal, it.Report) is { Status: 200 } && !it.Lifted ? 409 : Propose(who, Act.ProposeDisposal, it.Report),
            Holding.ProposeSetting or Holding.ProposeLifting when !works => 403,
            Holding.ProposeSetting or Holding.ProposeLifting when !CanRead(who, it.Case) => new Verdict(422, "/resource"),
            Holding.ProposeSetting or Holding.ProposeLifting when !IsLegal(who) || who.Partner != it.Case.Lead => 403,
            // Its partner and its deputies hear of a proposal, the cell too, which is one for other acts.
            Holding.ApproveSetting or Holding.ApproveLifting when !CanRead(who, it.Case) || who.Partner != it.Case.Lead && who.Partner != it.Adviser && who.Partner != Principal.Cell => 404,
            Holding.ApproveSetting or Holding.ApproveLifting when !IsLegal(who) || who == proposer => 403,
            Holding.ProposeLifting or Holding.ApproveLifting => it.Lifted ? 409 : 200,
            // A case may be under several.
            _ => 200,
        };
    }
}
