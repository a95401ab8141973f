using System.Security.Claims;
using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Interdiction.Identity;

/// <summary>
/// A person lets an application of their own partner act for them. Administrators registered it, so that nobody is asked for
/// consent. Who is not signed in, or not lately enough, signs in first.
/// </summary>
static class Authorize
{
    public const string Path = "/connect/authorize";
    public const string SecondPath = "/connect/authorize/continue";

    public static async Task<IResult> Answer(HttpContext context, InterdictionDb db, Caller caller, Sessions sessions, TimeProvider clock, CancellationToken stop)
    {
        var request = context.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("The authorization endpoint was reached without OpenIddict.");
        var pushed = QueryString.Create([KeyValuePair.Create<string, string?>(Parameters.ClientId, request.ClientId), KeyValuePair.Create<string, string?>(Parameters.RequestUri, request.RequestUri)]);
        if (Detour.IsNeeded(context.Request, SecondPath))
            return Detour.To(context, SecondPath + pushed);

        var session = await context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        if (!caller.IsKnown || SessionClaims.Of(session) is not { } signedIn || signedIn.Account != caller.Id || !IsRecent(context, request, signedIn.At, clock))
        {
            if (request.HasPromptValue(PromptValues.None))
                return Refusals.Of(Errors.LoginRequired, "Nobody is signed in, or not lately enough.");
            if (Proof.Read(session.Principal) is { } proof)
                await sessions.End(proof.Session, stop);
            await context.SignOutAsync(IdentityConstants.ApplicationScheme);
            return Results.Redirect($"/sign-in?returnUrl={Uri.EscapeDataString(Path + pushed)}");
        }
        var client = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(x => x.Login == request.ClientId, stop);
        if (client is not { SuspendedAt: null } || client.Partner != caller.Partner)
            return Refusals.Of(Errors.AccessDenied, "This application is not one of your partner.");

        var identity = new ClaimsIdentity(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        identity.SetClaim(Claims.Subject, caller.Id.ToString()).SetClaim(Claims.Name, caller.Name).SetScopes(request.GetScopes()).SetResources(IdentityModule.Audience);
        identity.SetClaim(Claims.AuthenticationTime, signedIn.At.ToUnixTimeSeconds()).AddClaims(signedIn.How);
        identity.SetDestinations(SessionClaims.Destinations);
        return Results.SignIn(new ClaimsPrincipal(identity), null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    /// <summary>True where the person signed in lately enough for what the application asked: since it asked, or within max_age.</summary>
    static bool IsRecent(HttpContext context, OpenIddictRequest request, DateTimeOffset signedIn, TimeProvider clock)
    {
        var asked = context.Features.Get<OpenIddictServerAspNetCoreFeature>()?.Transaction?.GetProperty<OpenIddictServerEvents.ProcessAuthenticationContext>(
            typeof(OpenIddictServerEvents.ProcessAuthenticationContext).FullName!)?.RequestTokenPrincipal?.GetCreationDate() ?? clock.GetUtcNow();
        // Moments of tokens are whole seconds.
        return (!request.HasPromptValue(PromptValues.Login) || signedIn.ToUnixTimeSeconds() >= asked.ToUnixTimeSeconds())
            && (request.MaxAge is not { } age || clock.GetUtcNow() - signedIn <= TimeSpan.FromSeconds(age) || signedIn >= asked);
    }
}
