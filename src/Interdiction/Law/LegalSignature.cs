using Interdiction.Contracts;
using Interdiction.Kernel;

namespace Interdiction.Law;

/// <summary>
/// A legal adviser vouches for a row of the reference data, or withdraws what was vouched for. The newest counts; none is
/// ever changed or taken away.
/// </summary>
public sealed class LegalSignature : ISubject
{
    public required string Set { get; init; }
    public required string Code { get; init; }

    /// <summary>Partner of the legal adviser.</summary>
    public required string Partner { get; init; }

    /// <summary>From 1, in the row and for the partner.</summary>
    public required int Number { get; init; }

    /// <summary>What was read in the treaty text; null for a withdrawal.</summary>
    public RowSignature? Entered { get; init; }
    public required Guid Signer { get; init; }
    public required string SignedBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }

    public string Originator => Partner;
    public string Lead => Partner;
    public string ETag => $"\"{Number}\"";
    public bool IsAuthor(Guid account) => account == Signer;
}
