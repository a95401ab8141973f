using Interdiction.Contracts.Reference;

namespace Interdiction.Contracts;

/// <summary>
/// Whether the legal bases that the boarding party relied on bear the boarding. A report that falls short can be
/// submitted, since it tells what happened, but not accepted as it stands.
/// <para>
/// A basis in another zone, or not in force, blocks acceptance unless another chosen basis that gives a right to board
/// fits: ships cross zones during one boarding. Missing consent always blocks: a basis that is relied on must be met,
/// or be struck from the report. Where nobody went aboard, nothing here blocks acceptance.
/// </para>
/// </summary>
static class Lawfulness
{
    public static IEnumerable<Warning> Of(BoardingReport report, LegalRegister register, string? originator)
    {
        var bases = report.LegalBases.Select((basis, index) => (Rule: register.Rule(basis.Code), Index: index))
            .Where(x => x.Rule is not null).Select(x => (Rule: x.Rule!, x.Index)).ToList();
        if (bases.Count is 0)
            yield break;
        var blocks = Boarded(report.Outcome) ? Severity.BlocksAcceptance : Severity.Note;
        if (bases.TrueForAll(x => !x.Rule.SoleBasisAllowed))
            yield return new("/legalBases", WarningCodes.SoleBasis, "These legal bases give no authority of their own: name the basis in law on which the boarding rests.", Severity.BlocksSubmission);
        else if (!bases.Exists(x => x.Rule.GivesBoarding))
            yield return new("/legalBases", WarningCodes.NoBoardingPower, "None of these legal bases gives a right to board or inspect.",
                report.Outcome is Outcome.Escorted or Outcome.DirectedToPort ? Severity.Note : blocks);

        var fitting = bases.Exists(x => x.Rule.GivesBoarding && Misfit(x.Rule, report) is null);
        foreach (var (rule, index) in bases)
            if (Misfit(rule, report) is { } misfit)
                yield return new($"/legalBases/{index}/code", misfit.Code, misfit.Detail, fitting ? Severity.Note : blocks);
        if (Boarded(report.Outcome))
            foreach (var (rule, index) in bases)
                foreach (var warning in ConsentRules.Of(rule, index, report, register, originator))
                    yield return warning;
        if (report.Seizures.Count > 0 && bases.TrueForAll(x => x.Rule.GivesSeizure is SeizurePower.No))
            yield return new("/legalBases", WarningCodes.NoSeizurePower, "None of these legal bases gives a right to keep what was found: name the one that does.", Severity.Note);
    }

    static (string Code, string Detail)? Misfit(LegalRule rule, BoardingReport report)
    {
        var day = report.StartedAt is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : (DateOnly?)null;
        if (rule.ValidFrom > day || rule.ValidTo < day)
            return (WarningCodes.NotInForce, $"{rule.Code} was not in force on that day.");
        return report.Place?.Zone is { } zone && rule.Zones.Count > 0 && !rule.Zones.Contains(zone)
            ? (WarningCodes.WrongZone, $"{rule.Code} does not apply in {Code<Zone>.Of(zone)}, only in {string.Join(", ", rule.Zones.Select(Code<Zone>.Of))}.")
            : null;
    }

    internal static bool Boarded(Outcome? outcome) => outcome is not (Outcome.NotBoarded or Outcome.BoardingRefused);
}
