using Interdiction.Data;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Interdiction.Identity;

/// <summary>How people sign in: passkeys first, otherwise a password with a code of an authenticator app.</summary>
static class PeopleModule
{
    public static void AddPeople(this IServiceCollection services)
    {
        services.AddIdentityCore<Person>(x =>
        {
            x.User.RequireUniqueEmail = true;
            // The name is the e-mail address, which has rules of its own.
            x.User.AllowedUserNameCharacters = "";
            x.Password.RequiredLength = PasswordRules.Shortest;
            (x.Password.RequireDigit, x.Password.RequireLowercase, x.Password.RequireUppercase, x.Password.RequireNonAlphanumeric) = (false, false, false, false);
            x.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        }).AddEntityFrameworkStores<InterdictionDb>().AddSignInManager().AddPasswordValidator<PasswordRules>();
        // PBKDF2 with HMAC-SHA-512: what OWASP's password storage cheat sheet asks for.
        services.Configure<PasswordHasherOptions>(x => x.IterationCount = 210_000);
        services.Configure<IdentityPasskeyOptions>(x =>
        {
            (x.UserVerificationRequirement, x.ResidentKeyRequirement) = ("required", "required");
            x.AuthenticatorTimeout = Passkeys.Life;
            x.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && IsOurs(context.Origin, context.HttpContext.Request.Host));
        });
        // After Identity's own settings, whose check of the cookie would drop the claims of the proof.
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).PostConfigure<Settings>(SessionCookie.Configure);
        services.AddSingleton<UsedChallenges>();
        services.AddScoped<Sessions>();
        services.AddScoped<Entrance>();
        services.AddScoped<SignIn>();
        services.AddScoped<Guesses>();
        services.AddScoped<Authenticators>();
        services.AddScoped<RecoveryCodes>();
        services.AddScoped<Passkeys>();
        services.AddScoped<AccessLog>();
        services.AddScoped<OwnAccess>();
        services.AddScoped<OwnAccount>();
        services.AddScoped<OwnForm>();
        services.AddScoped<Invitations>();
        services.AddScoped<Joining>();
    }

    /// <summary>A page of this host, over TLS; or on this machine, as browsers allow it for localhost.</summary>
    static bool IsOurs(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.Host.Equals(host.Host, StringComparison.OrdinalIgnoreCase)
        && (page.Scheme == Uri.UriSchemeHttps || page.Scheme == Uri.UriSchemeHttp && page.IsLoopback && page.Port == (host.Port ?? 80));
}
