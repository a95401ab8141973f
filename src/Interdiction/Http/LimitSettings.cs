namespace Interdiction.Http;

/// <summary>How many requests are answered in a minute; absent in a demonstration means without limit.</summary>
public sealed class LimitSettings
{
    /// <summary>Of one person or machine client.</summary>
    public int? Caller { get; init; }

    /// <summary>Of all people and machine clients of one partner.</summary>
    public int? Partner { get; init; }

    /// <summary>Of one address, where nobody is known yet: sign-in, tokens, and whatever comes without a token.</summary>
    public int? Address { get; init; }
}
