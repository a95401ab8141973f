using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Interdiction.Identity;

/// <summary>The session of a person who signed in: same-site, HTTP-only, and never enough alone for a write.</summary>
static class SessionCookie
{
    public const string Name = "interdiction.session";

    /// <summary>Header with the anti-forgery token that goes with every write under the cookie.</summary>
    public const string AntiforgeryHeader = "X-Interdiction-Antiforgery";

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = Name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(8);
        options.LoginPath = "/sign-in";
        var validate = options.Events.OnValidatePrincipal;
        options.Events.OnValidatePrincipal = async context =>
        {
            await validate(context);
            if (context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier) is not { } subject || !Guid.TryParse(subject, out var person)
                || !await context.HttpContext.RequestServices.GetRequiredService<Sessions>().IsOpen(person, context.Properties))
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
