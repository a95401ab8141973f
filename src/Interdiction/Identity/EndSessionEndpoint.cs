using System.Security.Claims;
using Interdiction.Kernel;
using Interdiction.Pages;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Interdiction.Identity;

/// <summary>An application ends the session of the person whom it names by an ID token. Without one, anybody's page could sign people out.</summary>
static class EndSessionEndpoint
{
    public const string Path = "/connect/end-session";
    public const string SecondPath = "/connect/end-session/continue";

    public static async Task<IResult> Answer(HttpContext context, Caller caller, Sessions sessions, CancellationToken stop)
    {
        var request = context.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("The end-session endpoint was reached without OpenIddict.");
        if (Detour.IsNeeded(context.Request, SecondPath))
            return Detour.To(context, SecondPath + QueryString.Create(request.GetParameters().Select(x => KeyValuePair.Create(x.Key, (string?)x.Value))));

        var hint = (await context.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal;
        if (hint?.GetClaim(Claims.Subject) is not { } subject)
            return Page.Error(StatusCodes.Status400BadRequest);
        var session = await context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        if (caller.IsKnown && Proof.Read(session.Principal) is { } proof && session.Principal?.FindFirstValue(ClaimTypes.NameIdentifier) == subject)
        {
            await sessions.End(proof.Session, stop);
            await context.SignOutAsync(IdentityConstants.ApplicationScheme);
        }
        return Results.SignOut(new() { RedirectUri = "/" }, [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
    }
}
