using Interdiction.Kernel;

namespace Interdiction.Cases;

/// <summary>
/// A record in a case with a marking of its own, such as a consent request, a comment or a task: it is read by whom its marking names and who
/// reads the case, and where it is addressed to a partner always by that one.
/// </summary>
public interface ICaseRecord : IMarked
{
    Guid CaseId { get; }

    /// <summary>Null where it was not loaded, as for whom the case is not readable.</summary>
    Case? Case { get; }

    /// <summary>When it was made, UTC.</summary>
    DateTimeOffset At { get; }
}
