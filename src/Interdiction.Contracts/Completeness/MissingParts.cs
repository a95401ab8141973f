namespace Interdiction.Contracts;

/// <summary>What a report must hold before it is submitted: conveyance, place, times, outcome, a legal basis with grounds, the answers on consent, checks.</summary>
static class MissingParts
{
    public static IEnumerable<Warning> Of(BoardingReport report) => Wanted(report)
        .Where(x => x.Missing).Select(x => new Warning(x.Pointer, WarningCodes.Missing, $"Before submission give {x.What}.", Severity.BlocksSubmission));

    static IEnumerable<(bool Missing, string Pointer, string What)> Wanted(BoardingReport report)
    {
        yield return (report.Conveyance is null, "/conveyance", "the conveyance");
        yield return (report.Place is null, "/place", "the place");
        if (report.Place is { } place)
        {
            yield return (place.Zone is null, "/place/zone", "the zone of the place, which decides on the legal basis");
            yield return (place is { Latitude: null, Longitude: null } && Blank(place.Unlocode) && Blank(place.Description), "/place", "a position, a UN/LOCODE or the place in words");
        }
        yield return (report.StartedAt is null, "/startedAt", "the start");
        yield return (report.EndedAt is null, "/endedAt", "the end");
        yield return (report.Outcome is null, "/outcome", "the outcome");
        yield return (report.LegalBases.Count is 0, "/legalBases", "at least one legal basis with its grounds");
        for (var i = 0; i < report.LegalBases.Count; i++)
            yield return (Blank(report.LegalBases[i].Code), $"/legalBases/{i}/code", "the code of the legal basis");
        if (report.LegalBases.Count > 0 && !report.LegalBases.Any(x => !Blank(x.Code) && !Blank(x.Grounds)))
            yield return (true, "/legalBases/0/grounds", "the grounds of at least one legal basis");
        yield return (report.Consent is null, "/consent", "the answers on consent");
        if (report.Consent is { } consent)
        {
            yield return (consent.Flag is null, "/consent/flag", "the flag State's answer");
            yield return (consent.Master is null, "/consent/master", "the master's answer");
        }
        yield return (report.Checks.Count is 0, "/checks", "the checks that were made, each answered yes, no or not applicable");
        for (var i = 0; i < report.Checks.Count; i++)
            yield return (report.Checks[i].Result is null, $"/checks/{i}/result", "the answer to the check: yes, no or not applicable");
    }

    static bool Blank(string? text) => string.IsNullOrWhiteSpace(text);
}
