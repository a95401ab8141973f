using Interdiction.Boardings;
using Interdiction.Cases;
using Interdiction.Contracts;
using Interdiction.Kernel;

namespace Interdiction.Evidence;

/// <summary>The record that a file is uploaded for, as its uploader reads it.</summary>
/// <param name="Report">Null where it is for the case itself.</param>
public sealed record Bound(EvidenceOf Kind, Case Case, Boarding? Report)
{
    public IMarked Record => Report is null ? Case : Report;

    /// <summary>Nothing is added to a closed case.</summary>
    public Refusal? Closed => Case.IsClosed ? Refusal.Conflict("wrongState", $"Case {Case.Number} is closed: nothing more is added to it.") : null;
}
