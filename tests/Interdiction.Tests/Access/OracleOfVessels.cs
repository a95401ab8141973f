namespace Interdiction.Tests.Access;

/// <summary>What is done about vessels.</summary>
enum Sailing { List, Read, ReadLikely, ReadMotion, ProposeLink, ProposeUnlink, ApproveLink, ApproveUnlink }

/// <param name="One">The boarding report that the first vessel is known by.</param>
/// <param name="Linked">The two are linked as one.</param>
sealed record VesselFacts(ReportFacts One, ReportFacts Other, Principal Proposer, bool Linked);

/// <summary>Vessels: read with their boardings, linked as one by any two coordinators who read both; "link vessels as one: coordinator, seen, 2".</summary>
static partial class Oracle
{
    public static bool ReadsBoth(Principal who, VesselFacts it) => CanRead(who, it.One) && CanRead(who, it.Other);

    public static Verdict Expect(Principal who, Sailing act, VesselFacts it) => act switch
    {
        Sailing.List => 200,
        Sailing.Read or Sailing.ReadLikely => CanRead(who, it.One) ? 200 : 404,
        Sailing.ReadMotion => ReadsBoth(who, it) ? 200 : 404,
        Sailing.ProposeLink or Sailing.ProposeUnlink when !(who.IsOfficer || who.IsCoordinator) => 403,
        Sailing.ProposeLink or Sailing.ProposeUnlink when !CanRead(who, it.One) => new Verdict(422, "/resource"),
        Sailing.ProposeLink or Sailing.ProposeUnlink when !who.IsCoordinator => 403,
        Sailing.ProposeLink or Sailing.ProposeUnlink when !CanRead(who, it.Other) => new Verdict(422, "/arguments/with"),
        Sailing.ApproveLink or Sailing.ApproveUnlink when !ReadsBoth(who, it) => 404,
        Sailing.ApproveLink or Sailing.ApproveUnlink when !who.IsCoordinator || who == it.Proposer || who == it.One.Author || who == it.Other.Author => 403,
        _ => act is Sailing.ProposeLink or Sailing.ApproveLink == it.Linked ? 409 : 200,
    };

    /// <summary>Which of the two vessels the ship of the first is, to somebody who reads that.</summary>
    public static IEnumerable<ReportFacts> ShipOf(Principal who, VesselFacts it) => it.Linked && CanRead(who, it.Other) ? [it.One, it.Other] : [it.One];
}
