namespace Interdiction.Contracts;

/// <summary>Why a field was refused: the code that stands beside its pointer, for programs.</summary>
public static class RuleCodes
{
    public const string Required = "required";
    public const string TooLong = "tooLong";
    public const string TooMany = "tooMany";
    public const string OutOfRange = "outOfRange";

    /// <summary>Well written, but not in its code list.</summary>
    public const string UnknownCode = "unknownCode";

    /// <summary>Not written as such a value is written.</summary>
    public const string Form = "form";

    /// <summary>Ends before it begins.</summary>
    public const string Order = "order";
    public const string Future = "future";
    public const string Duplicate = "duplicate";

    /// <summary>Names something that is not in the document.</summary>
    public const string UnknownReference = "unknownReference";
}
