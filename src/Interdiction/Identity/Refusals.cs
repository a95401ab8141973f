using OpenIddict.Server.AspNetCore;

namespace Interdiction.Identity;

/// <summary>Refusals of the OpenID Connect endpoints, in the form that OAuth gives them.</summary>
static class Refusals
{
    public static IResult Of(string error, string description) => Results.Forbid(new(new Dictionary<string, string?>
    {
        [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
        [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = description,
    }), [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
}
