using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Interdiction.Identity;

/// <summary>Where the server is reached by TLS, every cookie travels by TLS alone and belongs to this host alone: browsers hold to it by its name.</summary>
static class SecureCookies
{
    const string Prefix = "__Host-";

    public static string Name(string name, Settings settings) => settings.IsOnTls ? Prefix + name : name;

    public static void AddSecureCookies(this IServiceCollection services, Settings settings)
    {
        if (!settings.IsOnTls)
            return;
        services.PostConfigureAll<CookieAuthenticationOptions>(x => Secure(x.Cookie));
        services.PostConfigure<AntiforgeryOptions>(x => Secure(x.Cookie));
    }

    static void Secure(CookieBuilder cookie)
    {
        (cookie.Name, cookie.Path, cookie.Domain) = (Prefix + cookie.Name, "/", null);
        cookie.SecurePolicy = CookieSecurePolicy.Always;
    }
}
