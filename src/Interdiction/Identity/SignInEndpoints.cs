using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Identity;

/// <summary>The sign-in forms, and the end of a session.</summary>
static class SignInEndpoints
{
    const string Expired = "This form has expired, or came from another place. Fill it in and send it again.";

    public static void MapSignIn(this WebApplication app)
    {
        app.MapGet("/sign-in", Show).ExcludeFromDescription();
        app.MapPost("/sign-in", WithPassword).ExcludeFromDescription();
        app.MapPost("/sign-in/code", WithCode).ExcludeFromDescription();
        app.MapPost("/sign-in/passkey/options", PasskeyOptions).ExcludeFromDescription();
        app.MapPost("/sign-in/passkey", WithPasskey).ExcludeFromDescription();
        app.MapPost("/sign-out", Out).ExcludeFromDescription();
    }

    /// <summary>The page with the form.</summary>
    /// <param name="again">Address of the person who proves anew who they are; null where anybody signs in.</param>
    public static IResult Form(string returnUrl, string? email = null, string? fault = null, string? again = null) =>
        Page.Of<SignInPage>(fault is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
            (nameof(SignInPage.ReturnUrl), returnUrl), (nameof(SignInPage.Email), email), (nameof(SignInPage.Fault), fault), (nameof(SignInPage.Again), again));

    static async Task<IResult> Show(HttpContext context, Caller caller, InterdictionDb db, string? returnUrl, string? email)
    {
        var isAgain = context.Request.Query.ContainsKey("stepUp");
        return caller.Session is null ? Form(Local(returnUrl), email)
            : isAgain ? Form(Local(returnUrl), again: await Address(caller, db))
            : Results.Redirect(Local(returnUrl));
    }

    static async Task<IResult> WithPassword(HttpContext context, IAntiforgery antiforgery, Caller caller, InterdictionDb db, SignIn signIn, CancellationToken stop)
    {
        if (await Read(context, antiforgery) is not { } form)
            return Form("/", fault: Expired);
        var again = form.ContainsKey("again") && caller.Session is not null ? await Address(caller, db) : null;
        var (email, returnUrl) = (again ?? form["email"].ToString().Trim(), Local(form["returnUrl"]));
        var (step, ticket) = await signIn.WithPassword(email, form["password"].ToString(), again is null ? null : caller.Id, stop);
        return step switch
        {
            SignInStep.Done => Results.Redirect(returnUrl),
            SignInStep.Code => CodeForm(ticket!, returnUrl, null),
            SignInStep.Passkey => Form(returnUrl, email, "Your account has a passkey: a password alone does not open it. Use the passkey.", again),
            SignInStep.Failed => Form(returnUrl, email, "The e-mail address or the password is not right. Check both and try again. After five failures an account is locked for five minutes.", again),
        };
    }

    static async Task<IResult> WithCode(HttpContext context, IAntiforgery antiforgery, Caller caller, SignIn signIn, CancellationToken stop)
    {
        if (await Read(context, antiforgery) is not { } form)
            return Form("/", fault: Expired);
        var (ticket, returnUrl) = (form["ticket"].ToString(), Local(form["returnUrl"]));
        return await signIn.WithCode(ticket, form["code"].ToString().Trim(), caller.Session is null ? null : caller.Id, stop)
            ? Results.Redirect(returnUrl)
            : CodeForm(ticket, returnUrl, "The code is not right, was used before, or came too late. Wait for the next one and type that. If it lasts, begin again with your password.");
    }

    static async Task<IResult> PasskeyOptions(HttpContext context, IAntiforgery antiforgery, Passkeys passkeys) =>
        await Read(context, antiforgery) is null ? Results.BadRequest() : Results.Json(await passkeys.ToShow());

    static async Task<IResult> WithPasskey(HttpContext context, IAntiforgery antiforgery, Caller caller, InterdictionDb db, SignIn signIn, CancellationToken stop)
    {
        if (await Read(context, antiforgery) is not { } form)
            return Form("/", fault: Expired);
        var again = form.ContainsKey("again") && caller.Session is not null ? await Address(caller, db) : null;
        var returnUrl = Local(form["returnUrl"]);
        return await signIn.WithPasskey(form["credential"].ToString(), form["state"].ToString(), again is null ? null : caller.Id, stop)
            ? Results.Redirect(returnUrl)
            : Form(returnUrl, fault: "This passkey opens no account here, or the try took too long. Try again, or use your password.", again: again);
    }

    static async Task<IResult> Out(HttpContext context, IAntiforgery antiforgery, Caller caller, InterdictionDb db, Sessions sessions, AccessLog log, CancellationToken stop)
    {
        if (await Read(context, antiforgery) is null)
            return Page.Error(StatusCodes.Status400BadRequest);
        if (caller.Session is { } session)
        {
            await sessions.End(session.Id, stop);
            await log.Write(await db.Accounts.AsNoTracking().SingleAsync(x => x.Id == caller.Id, stop), "SignOut", "done", stop);
        }
        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
        return Results.Redirect("/sign-in");
    }

    /// <returns>Null where it did not come from a form of ours.</returns>
    public static async Task<IFormCollection?> Read(HttpContext context, IAntiforgery antiforgery) =>
        context.Request.HasFormContentType && await antiforgery.IsRequestValidAsync(context) ? await context.Request.ReadFormAsync(context.RequestAborted) : null;

    static IResult CodeForm(string ticket, string returnUrl, string? fault) =>
        Page.Of<SecondStepPage>(fault is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
            (nameof(SecondStepPage.Ticket), ticket), (nameof(SecondStepPage.ReturnUrl), returnUrl), (nameof(SecondStepPage.Fault), fault));

    static Task<string> Address(Caller caller, InterdictionDb db) => db.Accounts.Where(x => x.Id == caller.Id).Select(x => x.Login).SingleAsync();

    /// <summary>Where to go after signing in: never away from here.</summary>
    static string Local(string? url) => url is not null && RedirectHttpResult.IsLocalUrl(url) && url[0] is '/' ? url : "/";
}
