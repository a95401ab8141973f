using Interdiction.Contracts;
using Interdiction.Kernel;

namespace Interdiction.Proposals;

/// <summary>
/// An act that needs two people. A new one is a class of its own: proposals, decisions, deputies and their permissions
/// know it by itself.
/// </summary>
public interface ITwoPersonAct
{
    ProposalAct Act { get; }

    /// <summary>Who may propose it.</summary>
    Permission Propose { get; }

    /// <summary>Who may approve or refuse it, but for who proposed it.</summary>
    Permission Approve { get; }

    /// <summary>The record that it is done to, as the caller reads it; null where there is none.</summary>
    Task<ISubject?> Find(Guid resource, CancellationToken stop);

    /// <summary>The arguments with what they leave open and the record answers.</summary>
    Task<ProposalArguments> Complete(ISubject record, ProposalArguments arguments, CancellationToken stop) => Task.FromResult(arguments);

    /// <summary>Does it, with all its rules, to the record that was found: when it is approved, and before that once for trial.</summary>
    Task<Result<Effect>> Do(ISubject record, ProposalArguments arguments, string reason, CancellationToken stop);
}

/// <summary>What an act changes in who reads; nothing for most.</summary>
public sealed record Effect(IReadOnlyList<string>? Gains = null, IReadOnlyList<string>? Loses = null);
