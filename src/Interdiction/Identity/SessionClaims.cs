using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Interdiction.Identity;

/// <summary>What a session says of how a person signed in, as tokens repeat it.</summary>
/// <param name="How">The methods (amr, RFC 8176) and the level (acr).</param>
sealed record SessionClaims(Guid Account, DateTimeOffset At, IReadOnlyList<Claim> How)
{
    /// <summary>Null where nobody is signed in.</summary>
    public static SessionClaims? Of(AuthenticateResult session) =>
        session.Succeeded && Guid.TryParse(session.Principal.FindFirstValue(ClaimTypes.NameIdentifier), out var account)
            ? new SessionClaims(account, Moment(session),
                [.. session.Principal.Claims.Where(x => x.Type is Claims.AuthenticationMethodReference or Claims.AuthenticationContextReference).Select(x => new Claim(x.Type, x.Value))])
            : null;

    /// <summary>Where a claim goes: how somebody signed in into both tokens, the name into the one for the application.</summary>
    public static IEnumerable<string> Destinations(Claim claim) => claim.Type switch
    {
        Claims.AuthenticationTime or Claims.AuthenticationMethodReference or Claims.AuthenticationContextReference => [OpenIddict.Abstractions.OpenIddictConstants.Destinations.AccessToken, OpenIddict.Abstractions.OpenIddictConstants.Destinations.IdentityToken],
        Claims.Name => [OpenIddict.Abstractions.OpenIddictConstants.Destinations.IdentityToken],
        _ => [],
    };

    static DateTimeOffset Moment(AuthenticateResult session) =>
        long.TryParse(session.Principal!.FindFirstValue(Claims.AuthenticationTime), CultureInfo.InvariantCulture, out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds)
        : session.Properties?.IssuedUtc ?? DateTimeOffset.UnixEpoch;
}
