using Microsoft.AspNetCore.Identity;
using OpenIddict.Validation.AspNetCore;

namespace Interdiction.Identity;

/// <summary>People sign in with a cookie, machine clients with a bearer token; both are accounts of one partner.</summary>
static class IdentityModule
{
    /// <summary>The scope of the API.</summary>
    public const string Scope = "interdiction";

    /// <summary>For whom access tokens are: this API and nobody else.</summary>
    public const string Audience = "interdiction";

    /// <summary>Chooses the token where one was sent, the cookie otherwise.</summary>
    public const string Scheme = "tokenOrCookie";

    public static void AddIdentity(this WebApplicationBuilder builder, Settings settings)
    {
        var services = builder.Services;
        services.AddKeys(settings);

        services.AddPeople();
        services.AddAuthentication(Scheme)
            .AddPolicyScheme(Scheme, null, x => x.ForwardDefaultSelector = context =>
                context.Request.Headers.Authorization.Count > 0 || !context.Request.Cookies.ContainsKey(SecureCookies.Name(SessionCookie.Name, settings))
                    ? OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme
                    : IdentityConstants.ApplicationScheme)
            .AddIdentityCookies();
        services.AddAuthorization();
        services.AddAntiforgery(x =>
        {
            x.HeaderName = SessionCookie.AntiforgeryHeader;
            x.Cookie.Name = "interdiction.antiforgery";
            x.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });

        services.AddOpenIdServer(settings);
        services.AddForeignIssuers(settings);
        services.AddScoped<Tokens>();
        services.AddSecureCookies(settings);
    }

    public static void MapIdentity(this WebApplication app)
    {
        app.MapOpenIdServer();
        app.MapForeignIssuers();
    }
}
