using System.Security.Claims;
using Interdiction.Data;
using Microsoft.AspNetCore;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Interdiction.Identity;

/// <summary>Gives a machine client its token (RFC 6749, client credentials). OpenIddict has checked its secret before.</summary>
static class Token
{
    public static async Task<IResult> Issue(HttpContext context, InterdictionDb db, CancellationToken stop)
    {
        var request = context.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("The token endpoint was reached without OpenIddict.");
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(x => x.Login == request.ClientId, stop);
        if (account is null)
            return Results.Forbid(new(new Dictionary<string, string?>
            {
                [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.InvalidClient,
                [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = "The client has no account.",
            }), [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);

        var identity = new ClaimsIdentity(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        identity.SetClaim(Claims.Subject, account.Id.ToString()).SetScopes(request.GetScopes());
        return Results.SignIn(new ClaimsPrincipal(identity), null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }
}
