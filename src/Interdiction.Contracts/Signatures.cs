using Interdiction.Contracts.Reference;

namespace Interdiction.Contracts;

/// <summary>
/// What a nation's legal adviser read in the text of a treaty for one row of the reference data, and vouches for. A field
/// that the row's set does not have is left out.
/// </summary>
public record RowSignature
{
    public RowSignature() { }

    /// <summary>Of an agreement: hours that the flag State has for its answer, 1 to 720; none where the text sets none.</summary>
    public int? ClockHours { get; init; }

    /// <summary>Of an agreement with hours: acknowledged. No clock runs here from anything else.</summary>
    public ClockStart? ClockStarts { get; init; }

    /// <summary>Of an agreement: deemedAuthorised where the text takes silence for an authorisation, otherwise none.</summary>
    public SilenceEffect? Silence { get; init; }

    /// <summary>Of an agreement: the day from which on it binds; without it no clock runs.</summary>
    public DateOnly? EnteredIntoForce { get; init; }

    /// <summary>Of a declaration: the day on which the flag State notified it.</summary>
    public DateOnly? Notified { get; init; }

    /// <summary>Of a declaration: the day from which on it counts no more.</summary>
    public DateOnly? Withdrawn { get; init; }

    /// <summary>Where the text was read: edition, article, page. Up to 4,000 characters.</summary>
    public string? Source { get; init; }

    /// <summary>What was read alone, without what the system answers about it.</summary>
    public RowSignature AsGiven() => new(this);
}

/// <summary>What a row's signature is; the answered fields may be repeated in a PUT and are ignored there.</summary>
public sealed record ShownSignature : RowSignature
{
    public ShownSignature() { }

    public ShownSignature(RowSignature signature) : base(signature) { }

    /// <summary>The set of reference data, and the code of the row in it.</summary>
    public string? Set { get; init; }
    public string? Code { get; init; }

    /// <summary>The partner whose legal adviser signs it. Of an agreement it is the boarding State; any other row each partner signs for its own reports.</summary>
    public string? Partner { get; init; }

    /// <summary>Who signed it; null where it is not signed, and the row behaves as express consent.</summary>
    public string? SignedBy { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset? SignedAt { get; init; }

    /// <summary>Every signature and withdrawal of that partner, newest first.</summary>
    public IReadOnlyList<PastSignature> History { get; init => field = value ?? []; } = [];
}

/// <summary>One signature of a row, or the withdrawal of the one before.</summary>
/// <param name="Number">From 1, in the row and for the partner.</param>
/// <param name="Signature">What was read; null where the signature before was withdrawn.</param>
/// <param name="At">UTC.</param>
public sealed record PastSignature(int Number, RowSignature? Signature, string By, DateTimeOffset At);
