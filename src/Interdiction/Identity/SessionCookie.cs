using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Interdiction.Identity;

/// <summary>The session of a person who signed in: same-site, HTTP-only, and never enough alone for a write.</summary>
static class SessionCookie
{
    public const string Name = "interdiction.session";

    /// <summary>Header with the anti-forgery token that goes with every write under the cookie.</summary>
    public const string AntiforgeryHeader = "X-Interdiction-Antiforgery";

    public static void Configure(CookieAuthenticationOptions options, Settings settings)
    {
        options.Cookie.Name = Name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        // The server ends sessions, by idleness and by age; the cookie only has to live as long.
        options.ExpireTimeSpan = settings.SessionLongest;
        options.SlidingExpiration = false;
        options.LoginPath = "/sign-in";
        options.Events.OnValidatePrincipal = async context =>
        {
            if (Proof.Read(context.Principal) is not { } proof || !Guid.TryParse(context.Principal!.FindFirstValue(ClaimTypes.NameIdentifier), out var person)
                || !await context.HttpContext.RequestServices.GetRequiredService<Sessions>().IsOpen(person, proof.Session, context.HttpContext.RequestAborted))
                context.RejectPrincipal();
        };
        options.Events.OnRedirectToLogin = context =>
        {
            // The API answers what is wrong; only pages lead to the sign-in form.
            if (context.Request.Path.StartsWithSegments("/api"))
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            else
                context.Response.Redirect(context.RedirectUri);
            return Task.CompletedTask;
        };
    }
}
