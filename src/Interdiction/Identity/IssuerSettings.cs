namespace Interdiction.Identity;

/// <summary>An OpenID Connect server of a partner, in which its people sign in. It says who somebody is; what they may do stands here.</summary>
public sealed class IssuerSettings
{
    /// <summary>The partner whose people it knows, such as AUS. Whatever its tokens say, it speaks for nobody else.</summary>
    public required string Partner { get; init; }

    /// <summary>What the link to it is called.</summary>
    public required string Name { get; init; }

    /// <summary>Its address (issuer), as its tokens name it.</summary>
    public required Uri Authority { get; init; }

    /// <summary>Other hosts on which it has endpoints; calls go to its own host and to these alone.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>What is asked of it. Without email, nobody can be invited by address.</summary>
    public string Scope { get; init; } = "openid email";

    /// <summary>How it knows this server.</summary>
    public required string ClientId { get; init; }

    /// <summary>Private key in PEM (RSA or elliptic) by which this server proves itself there; preferred.</summary>
    public string? ClientKey { get; init; }

    /// <summary>The secret where it takes nothing better.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>Where people come back to; its operator registers it there.</summary>
    internal string ComesBack => $"sign-in/from/{Partner.ToLowerInvariant()}";
}
