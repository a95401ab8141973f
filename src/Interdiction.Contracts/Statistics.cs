namespace Interdiction.Contracts;

/// <summary>By what boardings are counted.</summary>
public enum StatisticsBy { Partner, Mode, Outcome, LegalBasis, Chemical, Month }

/// <summary>Numbers over the submitted reports that the caller can read, each in the revision that it is shown.</summary>
/// <param name="Items">By key.</param>
public sealed record Statistics(IReadOnlyList<StatisticsItem> Items);

/// <summary>What belongs to one key. A report with several legal bases or chemicals counts for each of them.</summary>
/// <param name="Key">Partner code, mode, outcome, code of a legal basis, CAS number that the screening found, or month of the start in UTC, such as 2003-08.</param>
/// <param name="Boardings">Reports.</param>
/// <param name="Refusals">Of these, those in which the boarding was refused.</param>
/// <param name="Seizures">Seizures in these.</param>
/// <param name="Exhibits">Exhibits in these, as they were seized.</param>
public sealed record StatisticsItem(string Key, int Boardings, int Refusals, int Seizures, int Exhibits);
