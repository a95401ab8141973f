namespace Interdiction.Kernel;

public enum RefusalKind { Malformed, NotAllowed, NotFound, Conflict, Stale, RuleBroken, PreconditionRequired, TooLarge, UnreadType, Mismatch }

/// <summary>Why a message was not done. One place turns it into problem details.</summary>
/// <param name="Code">The problem's name in camelCase; it has a page under /docs/problems.</param>
/// <param name="Detail">What is wrong and what to do, in words.</param>
public sealed record Refusal(RefusalKind Kind, string Code, string Detail)
{
    /// <summary>Faults of single fields.</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>The rules that forbid it, where the record itself may be read.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>The same for a record that is hidden and for an id never issued.</summary>
    public static Refusal NotFound { get; } = new(RefusalKind.NotFound, "notFound", "There is nothing here for you.");

    public static Refusal NotAllowed(params string[] reasons) =>
        new(RefusalKind.NotAllowed, "notAllowed", "You may not do this.") { Reasons = reasons };

    public static Refusal Invalid(params Fault[] faults) =>
        new(RefusalKind.RuleBroken, "invalid", "The record breaks rules; each is named under errors.") { Faults = faults };

    public static Refusal Conflict(string code, string detail) => new(RefusalKind.Conflict, code, detail);

    /// <summary>A query parameter that cannot be read.</summary>
    public static Refusal BadParameter(string name, string detail) =>
        new(RefusalKind.Malformed, "badParameter", $"The parameter '{name}' cannot be read: {detail}");
}

/// <summary>One fault of one field.</summary>
/// <param name="Pointer">JSON Pointer (RFC 6901) into the body.</param>
public sealed record Fault(string Pointer, string Code, string Detail);
