using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Interdiction.Identity;

/// <summary>How a partner's system or application is made known to the token server: by its public keys or certificates, never by a secret.</summary>
static class ClientRegistration
{
    /// <summary>A system that acts for itself.</summary>
    /// <param name="certificateName">DNS name in its certificate, where that is issued by an authority and not registered itself.</param>
    public static OpenIddictApplicationDescriptor ForSystem(string id, string name, JsonWebKeySet? keys, string? certificateName = null)
    {
        var client = Client(id, name, keys ?? OfNobody());
        client.Permissions.Add(Permissions.GrantTypes.ClientCredentials);
        // OpenIddict compares a certificate's name with the host of a redirect address. No flow of a system uses the address itself.
        if (certificateName is not null)
            client.RedirectUris.Add(new UriBuilder("https", certificateName).Uri);
        return client;
    }

    /// <summary>An application in which people of its partner sign in.</summary>
    /// <param name="redirects">Where it takes codes: each is compared to the letter.</param>
    /// <param name="afterSignOut">Where it may send people after they signed out.</param>
    public static OpenIddictApplicationDescriptor ForApplication(string id, string name, JsonWebKeySet keys, IEnumerable<Uri> redirects, IEnumerable<Uri> afterSignOut)
    {
        var client = Client(id, name, keys);
        client.Permissions.UnionWith([
            Permissions.Endpoints.Authorization, Permissions.Endpoints.PushedAuthorization, Permissions.Endpoints.EndSession,
            Permissions.GrantTypes.AuthorizationCode, Permissions.GrantTypes.RefreshToken, Permissions.ResponseTypes.Code,
        ]);
        client.Requirements.UnionWith([Requirements.Features.ProofKeyForCodeExchange, Requirements.Features.PushedAuthorizationRequests]);
        client.RedirectUris.UnionWith(redirects);
        client.PostLogoutRedirectUris.UnionWith(afterSignOut);
        return client;
    }

    /// <summary>Public keys or certificates as an administrator pastes them: a JSON Web Key Set, or PEM.</summary>
    /// <exception cref="ArgumentException">It is neither, holds a private key, or holds none at all.</exception>
    public static JsonWebKeySet Keys(string text)
    {
        var keys = text.TrimStart().StartsWith('{') ? new JsonWebKeySet(text) : FromPem(text);
        if (keys.Keys.Count == 0 || keys.Keys.Any(x => x.HasPrivateKey || x.Kty is JsonWebAlgorithmsKeyTypes.Octet))
            throw new ArgumentException("Give public keys or certificates, and no private key or secret: whoever saw one must not use it any more.", nameof(text));
        return keys;
    }

    // OpenIddict wants a key of every client, also of one that shows a certificate: this one's private half is thrown away.
    static JsonWebKeySet OfNobody()
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Keys(pair.ExportSubjectPublicKeyInfoPem());
    }

    static JsonWebKeySet FromPem(string text)
    {
        var keys = new JsonWebKeySet();
        var rest = text.AsSpan();
        while (PemEncoding.TryFind(rest, out var found))
        {
            var pem = rest[found.Location];
            keys.Keys.Add(rest[found.Label] is "CERTIFICATE" ? FromCertificate(X509Certificate2.CreateFromPem(pem)) : FromKey(pem));
            rest = rest[found.Location.End..];
        }
        return keys;
    }

    static JsonWebKey FromCertificate(X509Certificate2 certificate) => JsonWebKeyConverter.ConvertFromX509SecurityKey(new X509SecurityKey(certificate));

    static JsonWebKey FromKey(ReadOnlySpan<char> pem)
    {
        if (pem.Contains("RSA PUBLIC", StringComparison.Ordinal))
            return Rsa(pem);
        using var elliptic = ECDsa.Create();
        try
        {
            elliptic.ImportFromPem(pem);
        }
        catch (CryptographicException)
        {
            // A public key names its kind inside: what is not elliptic is RSA.
            return Rsa(pem);
        }
        return JsonWebKeyConverter.ConvertFromECDsaSecurityKey(new ECDsaSecurityKey(ECDsa.Create(elliptic.ExportParameters(includePrivateParameters: false))));
    }

    static JsonWebKey Rsa(ReadOnlySpan<char> pem)
    {
        using var rsa = RSA.Create();
        rsa.ImportFromPem(pem);
        return JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(rsa.ExportParameters(includePrivateParameters: false)));
    }

    static OpenIddictApplicationDescriptor Client(string id, string name, JsonWebKeySet keys) => new()
    {
        ClientId = id,
        ClientType = ClientTypes.Confidential,
        // Administrators register it: nobody is asked for consent.
        ConsentType = ConsentTypes.Implicit,
        DisplayName = name,
        JsonWebKeySet = keys,
        Permissions = { Permissions.Endpoints.Token, Permissions.Endpoints.Revocation, Permissions.Prefixes.Scope + IdentityModule.Scope },
    };
}
