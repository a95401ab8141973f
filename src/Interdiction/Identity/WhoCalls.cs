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
/// cookie also needs the anti-forgery token; where second factors are asked for, whoever has none reaches only the page that sets one up.
/// </summary>
sealed class WhoCalls(RequestDelegate next)
{
    static readonly Func<InterdictionDb, Guid, Task<Account?>> Find =
        EF.CompileAsyncQuery((InterdictionDb db, Guid id) => db.Accounts.AsNoTracking().SingleOrDefault(x => x.Id == id));

    public async Task Invoke(HttpContext context, InterdictionDb db, Caller caller, IAntiforgery antiforgery, Settings settings)
    {
        if (context.User.Identity is { IsAuthenticated: true } identity)
        {
            var subject = context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? context.User.FindFirstValue(OpenIddictConstants.Claims.Subject);
            if (!Guid.TryParse(subject, out var id) || await Find(db, id) is not { SuspendedAt: null } account)
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
            var isSession = identity.AuthenticationType == IdentityConstants.ApplicationScheme;
            var proof = isSession ? Proof.Read(context.User) : null;
            caller.Become(account, proof?.Calling);
            if (isSession && settings.AsksSecondFactor && proof is not { IsComplete: true } && !MayBeReachedWithOneFactor(context.Request))
            {
                await LeadToSecondFactor(context);
                return;
            }
            if (isSession && IsApiWrite(context.Request) && !await antiforgery.IsRequestValidAsync(context))
            {
                await Problems.Write(context, new Refusal(RefusalKind.Malformed, "antiforgeryMissing",
                    $"A write under the session cookie needs the header {SessionCookie.AntiforgeryHeader}."));
                return;
            }
        }
        await next(context);
    }

    static bool MayBeReachedWithOneFactor(HttpRequest request) =>
        request.Path.StartsWithSegments(SecondFactorEndpoints.Path) || request.Path.StartsWithSegments("/sign-in") || request.Path.StartsWithSegments("/sign-out");

    static Task LeadToSecondFactor(HttpContext context)
    {
        if (!Page.IsWanted(context.Request))
            return Problems.Write(context, new Refusal(RefusalKind.NotAllowed, "secondFactorRequired",
                $"You have no second factor yet. Set up a passkey or an authenticator app at {SecondFactorEndpoints.Path}."));
        context.Response.Redirect(SecondFactorEndpoints.Path);
        return Task.CompletedTask;
    }

    static bool IsApiWrite(HttpRequest request) =>
        request.Path.StartsWithSegments("/api") && !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method);
}
