using Interdiction.Contracts;
using Microsoft.IdentityModel.Tokens;

namespace Interdiction.Administration;

static class ClientKeys
{
    /// <summary>A key as the token server keeps it, shown without anything private.</summary>
    public static ClientKey Of(JsonWebKey key) => new()
    {
        Kid = key.Kid,
        Kty = key.Kty,
        Use = key.Use,
        Alg = key.Alg,
        N = key.N,
        E = key.E,
        Crv = key.Crv,
        X = key.X,
        Y = key.Y,
        X5c = key.X5c is { Count: > 0 } chain ? [.. chain] : null,
        Thumbprint = key.X5tS256,
    };
}
