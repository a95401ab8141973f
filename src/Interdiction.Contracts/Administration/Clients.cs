using System.Text.Json.Serialization;

namespace Interdiction.Contracts;

/// <summary>A public key of a machine client, as a JSON Web Key (RFC 7517). Private parts are refused: nobody else needs them.</summary>
public sealed record ClientKey
{
    /// <summary>Name of the key, unlike that of the client's other keys.</summary>
    public string? Kid { get; init; }

    /// <summary>RSA of 2048 bits at least, or EC.</summary>
    public string? Kty { get; init; }
    public string? Use { get; init; }
    public string? Alg { get; init; }

    /// <summary>Modulus of an RSA key, base64url.</summary>
    public string? N { get; init; }

    /// <summary>Exponent of an RSA key, base64url.</summary>
    public string? E { get; init; }

    /// <summary>Curve of an EC key: P-256, P-384 or P-521.</summary>
    public string? Crv { get; init; }
    public string? X { get; init; }
    public string? Y { get; init; }

    /// <summary>The certificate of this key for mutual TLS, base64 of DER; it may be self-signed.</summary>
    public IReadOnlyList<string>? X5c { get; init; }

    /// <summary>SHA-256 of the certificate, base64url.</summary>
    [JsonPropertyName("x5t#S256")]
    public string? Thumbprint { get; init; }
}

/// <summary>A machine client to register: a partner's own system, which acts by itself, or for people who sign in to it.</summary>
public sealed record NewClient
{
    public Guid? Id { get; init; }

    /// <summary>Up to 200 characters.</summary>
    public string? Name { get; init; }

    /// <summary>What it does by itself; none for a system that acts for people alone.</summary>
    public IReadOnlyList<Role> Roles { get; init => field = value ?? []; } = [];
    public IReadOnlyList<string> Grants { get; init => field = value ?? []; } = [];
    public Classification? Clearance { get; init; }

    /// <summary>Public keys by which it proves who it is (private_key_jwt, or mutual TLS by the certificate of a key).</summary>
    public IReadOnlyList<ClientKey> Keys { get; init => field = value ?? []; } = [];

    /// <summary>Exact addresses to which people come back who signed in: https, or http on loopback.</summary>
    public IReadOnlyList<string> RedirectUris { get; init => field = value ?? []; } = [];
}

/// <summary>What changes of a machine client; what is absent stays. Keys are changed by naming all that are to be good: add the new one, and take the old one out when it is not used any more.</summary>
public sealed record ClientChange
{
    public string? Name { get; init; }
    public IReadOnlyList<Role>? Roles { get; init; }
    public IReadOnlyList<string>? Grants { get; init; }
    public Classification? Clearance { get; init; }
    public IReadOnlyList<ClientKey>? Keys { get; init; }
    public IReadOnlyList<string>? RedirectUris { get; init; }
}

/// <summary>A machine client as its administrators see it.</summary>
public sealed record ClientHead
{
    public required Guid Id { get; init; }

    /// <summary>The client_id of OAuth.</summary>
    public required string ClientId { get; init; }
    public required string Name { get; init; }
    public required IReadOnlyList<Role> Roles { get; init; }
    public required IReadOnlyList<string> Grants { get; init; }
    public required Classification? Clearance { get; init; }
    public required AccountState State { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public required IReadOnlyList<ClientKey> Keys { get; init; }
    public required IReadOnlyList<string> RedirectUris { get; init; }

    /// <summary>In a demonstration alone, for a client without keys, and only in the answer that registers it: its secret.</summary>
    public required string? Secret { get; init; }
}
