using System.Globalization;
using Interdiction.Contracts;
using Interdiction.Contracts.Reference;
using Interdiction.Kernel;

namespace Interdiction.Boardings;

/// <summary>One revision of a report: the record as the officer wrote it, and beside it in columns what lists filter by.</summary>
public sealed class BoardingRevision
{
    BoardingRevision() { }

    public BoardingRevision(Boarding boarding, int number, BoardingReport report, Screening screening, Caller caller, DateTimeOffset now,
        BoardingState state = BoardingState.Draft)
    {
        BoardingId = boarding.Id;
        CaseId = boarding.CaseId;
        BoardingNumber = boarding.Number;
        Originator = boarding.Originator;
        Number = number;
        State = state;
        Write(report, boarding.Marking, screening, caller, now);
    }

    public Guid BoardingId { get; private init; }
    public Guid CaseId { get; private init; }
    public string Originator { get; private init; } = "";

    /// <summary>From 1.</summary>
    public int Number { get; private init; }
    public string BoardingNumber { get; private init; } = "";
    public BoardingState State { get; private set; }

    /// <summary>The report without what stands in the head: id, case and marking.</summary>
    public BoardingReport Report { get; private set; } = new();
    public Screening Screening { get; private set; } = new("", []);
    public string WrittenBy { get; private set; } = "";
    public DateTimeOffset WrittenAt { get; private set; }
    public DateTimeOffset? SubmittedAt { get; private set; }
    public DateTimeOffset? AcceptedAt { get; private set; }
    public int Version { get; private set; }

    /// <summary>It was accepted, and what is to be done after it is not opened yet.</summary>
    public bool OwesDuties { get; private set; }

    public string Title { get; private set; } = "";
    public Mode Mode { get; private set; }
    public DateTimeOffset? StartedAt { get; private set; }
    public double? Latitude { get; private set; }
    public double? Longitude { get; private set; }

    /// <summary>The position as partners other than the originator are told it; a search by place of theirs looks here.</summary>
    public double? ReleasedLatitude { get; private set; }
    public double? ReleasedLongitude { get; private set; }
    public string? Unlocode { get; private set; }
    public Outcome? Outcome { get; private set; }

    /// <summary>Codes of its legal bases, with a blank between them.</summary>
    public string Bases { get; private set; } = "";

    /// <summary>Month of its start in UTC, such as 2003-08; empty where there is none.</summary>
    public string Month { get; private set; } = "";
    public string? FlagClaimed { get; private set; }
    public string? Imo { get; private set; }
    public string? Mmsi { get; private set; }

    public void Write(BoardingReport report, Marking marking, Screening screening, Caller caller, DateTimeOffset now)
    {
        var vessel = report.Conveyance as Vessel;
        Report = report with { Id = null, CaseId = null, Marking = null };
        Screening = screening;
        WrittenBy = caller.Name;
        WrittenAt = now;
        Version++;
        Title = report.Title!;
        Mode = report.Mode!.Value;
        StartedAt = report.StartedAt;
        (Latitude, Longitude, Unlocode) = (report.Place?.Latitude, report.Place?.Longitude, report.Place?.Unlocode);
        Outcome = report.Outcome;
        Bases = string.Join(' ', report.LegalBases.Select(x => x.Code).OfType<string>());
        Month = report.StartedAt?.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture) ?? "";
        FlagClaimed = vessel?.FlagClaimed;
        Imo = Digits(vessel?.Imo);
        Mmsi = Digits(vessel?.Mmsi);
        Release(marking);
    }

    /// <summary>Writes anew where partners other than the originator find it.</summary>
    public void Release(Marking marking)
    {
        var shown = Masking.Of(Report, marking.PositionPrecision, Standing.Other).Report.Place;
        (ReleasedLatitude, ReleasedLongitude) = (shown?.Latitude, shown?.Longitude);
    }

    public void Enter(BoardingState state, DateTimeOffset now)
    {
        State = state;
        SubmittedAt = state is BoardingState.Submitted ? now : SubmittedAt;
        AcceptedAt = state is BoardingState.Accepted ? now : AcceptedAt;
        OwesDuties = state is BoardingState.Accepted && LegalDuty.Of(Report).Any();
        Version++;
    }

    /// <summary>True where it says in words what happened.</summary>
    public bool HasNarrative => !string.IsNullOrWhiteSpace(Report.Narrative);

    /// <summary>What is missing or doubtful in it, by the law as its originator's legal advisers signed it.</summary>
    public IReadOnlyList<Warning> Warnings(LegalRegister register) => Completeness.Of(Report, register, Originator);

    /// <summary>What is to be done after it was accepted, and when each is due.</summary>
    public IEnumerable<(LegalDuty Duty, DateTimeOffset DueAt)> Duties => LegalDuty.Of(Report).Select(x => (x, x.DueAt(Report, AcceptedAt!.Value)));

    /// <summary>What was owed for it is opened.</summary>
    public void Discharge() => OwesDuties = false;

    /// <summary>Warnings that stop a move, as faults: all that block submission, and for acceptance those too that block it.</summary>
    public Fault[] Blocking(Severity severity, LegalRegister register) =>
    [
        .. Warnings(register)
            .Where(x => x.Severity is not Severity.Note && x.Severity <= severity)
            .Select(x => new Fault(x.Pointer, x.Code, x.Detail)),
    ];

    static string? Digits(string? identifier) => identifier is null ? null : new string([.. identifier.Where(char.IsAsciiDigit)]);
}
