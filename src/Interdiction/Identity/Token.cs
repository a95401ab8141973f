using System.Globalization;
using System.Security.Claims;
using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Interdiction.Identity;

/// <summary>
/// Gives a machine client its token (RFC 6749, client credentials), and an application that of its person, for a code or a
/// refresh token. OpenIddict has checked client, code and refresh token before; here the accounts are looked at as they stand.
/// </summary>
static class Token
{
    public static async Task<IResult> Issue(HttpContext context, InterdictionDb db, TimeProvider clock, CancellationToken stop)
    {
        var request = context.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("The token endpoint was reached without OpenIddict.");
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(x => x.Login == request.ClientId, stop) is not { SuspendedAt: null } client)
            return Refusals.Of(Errors.InvalidClient, "The client has no account in use.");
        return request.IsClientCredentialsGrantType() ? ForClient(client, request) : await ForPerson(context, db, client, clock, stop);
    }

    static IResult ForClient(Account client, OpenIddictRequest request)
    {
        var identity = new ClaimsIdentity(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        // There is one API: who names no scope gets that (RFC 6749, 3.3).
        var scopes = request.GetScopes();
        identity.SetClaim(Claims.Subject, client.Id.ToString()).SetScopes(scopes.IsEmpty ? [IdentityModule.Scope] : scopes).SetResources(IdentityModule.Audience);
        return Results.SignIn(new ClaimsPrincipal(identity), null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    static async Task<IResult> ForPerson(HttpContext context, InterdictionDb db, Account client, TimeProvider clock, CancellationToken stop)
    {
        var granted = (await context.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal
            ?? throw new InvalidOperationException("OpenIddict let a code or refresh token through that it did not read.");
        if (!Guid.TryParse(granted.GetClaim(Claims.Subject), out var id) || await db.Accounts.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id, stop) is not { SuspendedAt: null } person
            || person.Partner != client.Partner)
            return Refusals.Of(Errors.InvalidGrant, "The person has no account in use here.");
        if (!long.TryParse(granted.GetClaim(Claims.AuthenticationTime), CultureInfo.InvariantCulture, out var signedIn)
            || clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(signedIn) > OpenIdServer.LongestRefresh)
            return Refusals.Of(Errors.InvalidGrant, "The person signed in too long ago: ask them to do it again.");

        var identity = new ClaimsIdentity(granted.Claims, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        identity.SetClaim(Claims.Name, person.Name).SetResources(IdentityModule.Audience).SetDestinations(SessionClaims.Destinations);
        return Results.SignIn(new ClaimsPrincipal(identity), null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }
}
