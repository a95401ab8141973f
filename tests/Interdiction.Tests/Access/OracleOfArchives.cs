namespace Interdiction.Tests.Access;

/// <summary>What is done about the time and the end of a case.</summary>
enum Archiving { ReadRetention, Read, ListRecords, Stop, StopAsDone, StopAsAnnounced, ProposeRetention, ProposeDestruction, ApproveRetention, ApproveDestruction }

/// <summary>How far the end of a case is, whose time is over.</summary>
enum Nearing { Announced, Stopped }

/// <param name="Deputy">Partner whose coordinators stand in for the lead's.</param>
sealed record EndFacts(CaseFacts Case, string Deputy, Nearing Stands);

/// <summary>The end of a case: read with the case, decided on by two coordinators of the lead, stopped by a coordinator of any reader.</summary>
static partial class Oracle
{
    /// <param name="proposer">Who proposed what is to be approved.</param>
    public static Verdict Expect(Principal who, Archiving act, EndFacts it, Principal proposer) => act switch
    {
        Archiving.ProposeRetention or Archiving.ProposeDestruction when !who.IsOfficer && !who.IsCoordinator => 403,
        Archiving.ProposeRetention or Archiving.ProposeDestruction when !CanRead(who, it.Case) => new Verdict(422, "/resource"),
        Archiving.ProposeRetention or Archiving.ProposeDestruction when !who.IsCoordinator || who.Partner != it.Case.Lead => 403,
        _ when !CanRead(who, it.Case) => 404,
        // Its partner and its deputies hear of a proposal, the cell too, which is one for other acts.
        Archiving.ApproveRetention or Archiving.ApproveDestruction when who.Partner != it.Case.Lead && who.Partner != it.Deputy && who.Partner != Principal.Cell => 404,
        Archiving.ApproveRetention or Archiving.ApproveDestruction when !who.IsCoordinator || who.Partner == Principal.Cell || who == proposer => 403,
        Archiving.Stop or Archiving.StopAsDone or Archiving.StopAsAnnounced when !who.IsCoordinator => 403,
        Archiving.StopAsDone or Archiving.StopAsAnnounced => new Verdict(422, "/to"),
        Archiving.Stop => it.Stands is Nearing.Announced ? 200 : 409,
        // What was proposed before it was announced is announced already.
        Archiving.ProposeDestruction or Archiving.ApproveDestruction => it.Stands is Nearing.Announced ? 409 : 200,
        _ => 200,
    };
}
