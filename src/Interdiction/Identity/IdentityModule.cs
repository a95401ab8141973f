using Interdiction.Data;
using Microsoft.AspNetCore.DataProtection;
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
        var keys = new KeyFolder(Path.Combine(settings.DataFolder, "keys"));
        services.AddDataProtection().SetApplicationName("Interdiction").PersistKeysToFileSystem(keys.Folder);

        services.AddIdentityCore<Person>(x =>
        {
            x.User.RequireUniqueEmail = true;
            x.Password.RequiredLength = 12;
            x.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        }).AddEntityFrameworkStores<InterdictionDb>().AddSignInManager();
        services.AddScoped<Sessions>();
        services.AddScoped<SignIn>();

        services.AddAuthentication(Scheme)
            .AddPolicyScheme(Scheme, null, x => x.ForwardDefaultSelector = context =>
                context.Request.Headers.Authorization.Count > 0 || !context.Request.Cookies.ContainsKey(SessionCookie.Name)
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

        services.AddOpenIddict()
            .AddCore(x => x.UseEntityFrameworkCore().UseDbContext<InterdictionDb>().ReplaceDefaultEntities<Guid>())
            .AddServer(x =>
            {
                x.SetTokenEndpointUris("connect/token");
                x.AllowClientCredentialsFlow();
                x.RegisterScopes(Scope);
                x.SetAccessTokenLifetime(TimeSpan.FromMinutes(15));
                x.AddSigningKey(keys.Signing()).AddEncryptionKey(keys.Encryption());
                // A token holds the id of its account and no secret: it is signed, and not encrypted at a price on every request.
                x.DisableAccessTokenEncryption();
                var host = x.UseAspNetCore().EnableTokenEndpointPassthrough();
                // A demonstration speaks plain HTTP on loopback; anything else stands behind TLS.
                if (settings.Demo)
                    host.DisableTransportSecurityRequirement();
            })
            .AddValidation(x =>
            {
                x.UseLocalServer();
                x.UseAspNetCore();
            });
    }

    public static void MapIdentity(this WebApplication app) => app.MapPost("/connect/token", Token.Issue).ExcludeFromDescription();
}
