namespace Interdiction.Http;

/// <summary>How many requests are answered in a minute. What is absent has its default; in a demonstration it is without limit.</summary>
public sealed class LimitSettings
{
    /// <summary>Of one person or machine client; 600.</summary>
    public int? Caller { get; init; }

    /// <summary>Of all people and machine clients of one partner; 6,000.</summary>
    public int? Partner { get; init; }

    /// <summary>Of one address, where nobody is known yet: sign-in, tokens, and whatever comes without a token; 120.</summary>
    public int? Address { get; init; }

    /// <summary>The limits as they hold.</summary>
    public LimitSettings In(Settings settings) => settings.Demo ? this : new() { Caller = Caller ?? 600, Partner = Partner ?? 6_000, Address = Address ?? 120 };
}
