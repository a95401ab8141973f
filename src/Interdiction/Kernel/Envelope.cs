namespace Interdiction.Kernel;

/// <summary>What comes with a message beside its body, and goes back beside its answer.</summary>
public sealed class Envelope
{
    /// <summary>The client's own key for this command; null where it sent none.</summary>
    public Guid? IdempotencyKey { get; set; }

    /// <summary>Entity tags that the client holds, or a star; empty where it sent none.</summary>
    public IReadOnlyList<string> IfMatch { get; set; } = [];

    /// <summary>True: run all rules, store nothing.</summary>
    public bool ValidateOnly { get; set; }
    public string RequestId { get; set; } = "";

    /// <summary>Entity tag of the record that is answered.</summary>
    public string? ETag { get; set; }

    /// <summary>Id of the record that the command left behind; it is named in audit and replayed by its key.</summary>
    public Guid? Resource { get; set; }

    /// <summary>Ids of further records that the message was about; each has an entry of its own in the audit log.</summary>
    public IReadOnlyList<Guid> Items { get; set; } = [];

    /// <summary>Id that the audit entry of this message will have: a print names it.</summary>
    public Guid Entry { get; set; }

    /// <summary>SHA-256 of the record that a print holds, in hexadecimal; its audit entry commits to it.</summary>
    public string? Printed { get; set; }

    /// <summary>What this server does once the command is stored: it is not done where it is refused or a dry run.</summary>
    public Action? Stored { get; set; }

    /// <summary>True where the answer repeats what an earlier call did.</summary>
    public bool Replayed { get; set; }

    /// <summary>True where it was found by the id in the body and not by the key.</summary>
    public bool ReplayedById { get; set; }
}
