using System.Security.Claims;
using Interdiction.Data;
using Interdiction.Http;
using Interdiction.Kernel;
using Interdiction.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.EntityFrameworkCore.Models;

namespace Interdiction.Identity;

/// <summary>
/// Says who the caller is, from its account as it stands now: a token or cookie only names the account. A write under the
/// cookie also needs the anti-forgery token; where second factors are asked for, whoever has none reaches only the page that sets one up.
/// </summary>
sealed class WhoCalls(RequestDelegate next)
{
    static readonly Func<InterdictionDb, Guid, Task<Account?>> BySession =
        EF.CompileAsyncQuery((InterdictionDb db, Guid id) => db.Accounts.AsNoTracking().SingleOrDefault(x => x.Id == id));

    // A token that was revoked is good for nothing, though its signature is; asked together with the account, it costs no round trip.
    static readonly Func<InterdictionDb, Guid, Guid, Task<Account?>> ByToken =
        EF.CompileAsyncQuery((InterdictionDb db, Guid id, Guid token) => db.Accounts.AsNoTracking().SingleOrDefault(x =>
            x.Id == id && db.Set<OpenIddictEntityFrameworkCoreToken<Guid>>().Any(t => t.Id == token && t.Status == OpenIddictConstants.Statuses.Valid)));

    public async Task Invoke(HttpContext context, InterdictionDb db, Caller caller, IAntiforgery antiforgery, Settings settings)
    {
        if (context.User.Identity is { IsAuthenticated: true } identity)
        {
            var isSession = identity.AuthenticationType == IdentityConstants.ApplicationScheme;
            // A person who let an application know who they are did not thereby let it act for them.
            if (!isSession && !context.User.HasScope(IdentityModule.Scope))
            {
                context.Response.Headers.WWWAuthenticate = $"Bearer error=\"insufficient_scope\", scope=\"{IdentityModule.Scope}\"";
                await Problems.Write(context, StatusCodes.Status401Unauthorized);
                return;
            }
            if (await Find(db, context.User) is not { SuspendedAt: null } account)
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
            var proof = isSession ? Proof.Read(context.User) : null;
            caller.Become(account, proof?.Calling, proof?.At ?? Proof.TimeOf(context.User));
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

    static Task<Account?> Find(InterdictionDb db, ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var person) ? BySession(db, person)
        : Guid.TryParse(user.FindFirstValue(OpenIddictConstants.Claims.Subject), out var id) && Guid.TryParse(user.GetTokenId(), out var token) ? ByToken(db, id, token)
        : Task.FromResult<Account?>(null);

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
