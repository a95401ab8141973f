namespace Interdiction.Contracts;

/// <summary>Where the interdiction took place in the officers' sense: at sea, in port, in the air or on land.</summary>
public enum Mode { Sea, Port, Air, Land }

/// <summary>The legal zone of the place; it decides which legal bases can apply.</summary>
public enum Zone { HighSeas, ExclusiveEconomicZone, ContiguousZone, TerritorialSea, InternalWaters, Port, Airspace, Airport, Land }

public enum VesselType { GeneralCargo, BulkCarrier, Container, Tanker, RoRo, Fishing, Passenger, Tug, Offshore, Dhow, Yacht, Other }

/// <summary>Where a name was read or heard.</summary>
public enum NameSource { Hull, Papers, Ais, Crew, Registry, Press, Other }

/// <summary>What the flag State answered about the boarding.</summary>
public enum FlagConsent { NotRequired, Requested, Granted, Refused, DirectedToPort, Deemed, Unanswered }

/// <summary>Where a request to a flag State stands. Time alone makes it deemed or unanswered.</summary>
public enum ConsentState { Sent, Acknowledged, Granted, Refused, DirectedToPort, Deemed, Unanswered, Withdrawn }

/// <summary>How somebody was reached.</summary>
public enum Channel { Voice, EMail, Satellite, Letter, InPerson, Other }

/// <summary>What the master answered; never a substitute for the flag State's consent.</summary>
public enum MasterConsent { NotAsked, Given, Refused, Withdrawn }

/// <summary>What a person did aboard.</summary>
public enum RoleAboard { Master, Crew, Passenger, Other }

public enum Outcome { Released, CargoSeized, ConveyanceDetained, DirectedToPort, Escorted, PersonsDetained, BoardingRefused, NotBoarded }

public enum CheckCode { Documents, Registry, CrewList, Holds, Tanks, Containers, Accommodation, EngineRoom, Electronics, Samples, Seals }

/// <summary>The answer to a check; never prefilled.</summary>
public enum CheckResult { Yes, No, NotApplicable }

/// <summary>Class of a mechanical seal: indicative, security, high security (ISO 17712).</summary>
public enum SealClass { I, S, H, Other }

/// <summary>How dangerous goods of a class are: great, medium, minor danger (UN Model Regulations, 2.0.1.3).</summary>
public enum PackingGroup { I, II, III }

public enum SealState { Applied, Intact, Broken, Replaced, Removed }

/// <summary>A link of a chain of custody. seized is made by filing; returned, released and destroyed go by proposal.</summary>
public enum CustodyType { Seized, Sealed, SealChecked, Transferred, Accessed, Inspected, Sampled, Split, Analysed, Stored, Returned, Released, Destroyed, Correction }

/// <summary>awaitingReceiver, accepted and refused are of a transfer; everything else is final.</summary>
public enum CustodyState { Final, AwaitingReceiver, Accepted, Refused }

/// <summary>How a hand-over ends.</summary>
public enum CustodyDecision { Accepted, Refused }

/// <summary>How an exhibit leaves custody, decided by two people.</summary>
public enum Disposal { Returned, Released, Destroyed }

/// <summary>The least clearance that may read a record, in rising order.</summary>
public enum Classification { Unclassified, Restricted, Confidential, Secret }

/// <summary>How exactly a position is released: as it is, or rounded to a tenth of a degree or to a degree.</summary>
public enum PositionPrecision { Exact, TenthOfDegree, Degree }

/// <summary>Why a reader is not shown a field as it was written: persons who are not suspected are named to coordinators only; the originator released the position rounded; a source is known to who has it.</summary>
public enum MaskRule { NotSuspected, TenthOfDegree, Degree, SourceProtected }

public enum BoardingState { Intent, Draft, Submitted, InReview, Returned, Accepted, Withdrawn }

/// <summary>What an officer or coordinator asks for in a transition of a boarding report.</summary>
public enum BoardingMove { Intent, Draft, Submitted, InReview, Returned, Accepted, Withdrawn, Amended }

public enum CaseStatus { Open, UnderReview, Closed, Archived }

/// <summary>What became of a case, said when it is closed.</summary>
public enum Disposition { NoViolation, CargoReleased, Forfeited, Destroyed, Prosecution, TransferredToPartner, ReferredToUn, BasisMissing }

/// <summary>Where a task stands. What is done or declined can be opened again.</summary>
public enum TaskState { Open, Done, Declined }

/// <summary>An act that needs a second person.</summary>
public enum ProposalAct { WidenMarking, CloseCase, ReopenCase, MoveLead, DisposeExhibit, SetHold, LiftHold, LinkVessels, UnlinkVessels, SetRetention, DestroyCase }

public enum HoldState { InForce, Lifted }

/// <summary>How long a closed case is kept; the years are reference data.</summary>
public enum RetentionClass { NoAction, Standard, Proceedings, Permanent }

public enum DestructionState { Announced, Stopped, Done }

/// <summary>Kinds of records that are destroyed with their case.</summary>
public enum DestroyedKind { Boarding, Exhibit, ConsentRequest, Attachment, Comment, Task }

/// <summary>What an attachment belongs to.</summary>
public enum EvidenceOf { Case, Boarding, Exhibit }

/// <summary>unscanned where no scanner is configured; waiting for it; then clean, or quarantined, and given out to nobody.</summary>
public enum EvidenceState { Unscanned, Waiting, Clean, Quarantined }

public enum ProposalState { Open, Approved, Refused, Withdrawn, Expired }

/// <summary>Control lists that cargo is screened against: Chemical Weapons Convention, Australia Group, 1988 Convention.</summary>
public enum ControlList { Cwc, AustraliaGroup, Un1988 }

/// <summary>How much a warning weighs.</summary>
public enum Severity { Note, BlocksSubmission, BlocksAcceptance }

public enum Role { Officer, Coordinator, Auditor, Liaison, Administrator }
