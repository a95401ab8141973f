using System.Security.Claims;
using Interdiction.Data;
using Interdiction.Http;
using Interdiction.Kernel;
using Interdiction.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;

namespace Interdiction.Identity;

/// <summary>
/// Says who the caller is, from its account as it stands now: a token or cookie only names the account. A write under the
/// cookie also needs the anti-forgery token.
/// </summary>
sealed class WhoCalls(RequestDelegate next)
{
    static readonly Func<InterdictionDb, Guid, Task<Account?>> Find =
        EF.CompileAsyncQuery((InterdictionDb db, Guid id) => db.Accounts.AsNoTracking().SingleOrDefault(x => x.Id == id));

    public async Task Invoke(HttpContext context, InterdictionDb db, Caller caller, IAntiforgery antiforgery)
    {
        if (context.User.Identity is { IsAuthenticated: true } identity)
        {
            var subject = context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? context.User.FindFirstValue(OpenIddictConstants.Claims.Subject);
            if (!Guid.TryParse(subject, out var id) || await Find(db, id) is not { } account)
            {
                // A page leads whoever has no account any more to the sign-in form.
                if (Page.IsWanted(context.Request))
                {
                    context.User = new ClaimsPrincipal();
                    await next(context);
                    return;
                }
                await Problems.Write(context, StatusCodes.Status401Unauthorized);
                return;
            }
            caller.Become(account);
            if (identity.AuthenticationType == IdentityConstants.ApplicationScheme && IsApiWrite(context.Request) && !await antiforgery.IsRequestValidAsync(context))
            {
                await Problems.Write(context, new Refusal(RefusalKind.Malformed, "antiforgeryMissing",
                    $"A write under the session cookie needs the header {SessionCookie.AntiforgeryHeader}."));
                return;
            }
        }
        await next(context);
    }

    static bool IsApiWrite(HttpRequest request) =>
        request.Path.StartsWithSegments("/api") && !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method);
}
