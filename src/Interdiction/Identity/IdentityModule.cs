using Interdiction.Data;
using Microsoft.AspNetCore.Identity;
using OpenIddict.Validation.AspNetCore;

namespace Interdiction.Identity;

/// <summary>People sign in with a cookie, machine clients with a bearer token; both are accounts of one partner.</summary>
static class IdentityModule
{
    /// <summary>The scope of the API.</summary>
    public const string Scope = "interdiction";

    /// <summary>Chooses the token where one was sent, the cookie otherwise.</summary>
    public const string Scheme = "tokenOrCookie";

    public static void AddIdentity(this WebApplicationBuilder builder, Settings settings)
    {
        var services = builder.Services;
        services.AddKeys(settings);

        services.AddIdentityCore<Person>(x =>
        {
            x.User.RequireUniqueEmail = true;
            x.Password.RequiredLength = 12;
            x.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        }).AddEntityFrameworkStores<InterdictionDb>().AddSignInManager();
        services.AddScoped<Sessions>();
        services.AddScoped<SignIn>();
        services.AddScoped<Invitations>();

        services.AddAuthentication(Scheme)
            .AddPolicyScheme(Scheme, null, x => x.ForwardDefaultSelector = context =>
                context.Request.Headers.Authorization.Count > 0 || !context.Request.Cookies.ContainsKey(SecureCookies.Name(SessionCookie.Name, settings))
                    ? OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme
                    : IdentityConstants.ApplicationScheme)
            .AddIdentityCookies();
        services.ConfigureApplicationCookie(SessionCookie.Configure);
        services.AddAuthorization();
        services.AddAntiforgery(x =>
        {
            x.HeaderName = SessionCookie.AntiforgeryHeader;
            x.Cookie.Name = "interdiction.antiforgery";
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
