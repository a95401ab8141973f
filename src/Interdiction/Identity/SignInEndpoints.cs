using Interdiction.Kernel;
using Interdiction.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Interdiction.Identity;

/// <summary>The sign-in form, and the end of a session.</summary>
static class SignInEndpoints
{
    const string Expired = "This form has expired, or came from another place. Fill it in and send it again.";

    public static void MapSignIn(this WebApplication app)
    {
        app.MapGet("/sign-in", (Caller caller, string? returnUrl, string? email) =>
            caller.IsKnown ? Results.Redirect(Local(returnUrl)) : Form(Local(returnUrl), email)).ExcludeFromDescription();
        app.MapPost("/sign-in", In).ExcludeFromDescription();
        app.MapPost("/sign-out", Out).ExcludeFromDescription();
    }

    /// <summary>The page with the form.</summary>
    public static IResult Form(string returnUrl, string? email = null, string? fault = null) =>
        Page.Of<SignInPage>(fault is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
            (nameof(SignInPage.ReturnUrl), returnUrl), (nameof(SignInPage.Email), email), (nameof(SignInPage.Fault), fault));

    static async Task<IResult> In(HttpContext context, IAntiforgery antiforgery, SignIn signIn, CancellationToken stop)
    {
        if (!context.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(context))
            return Form("/", fault: Expired);
        var form = await context.Request.ReadFormAsync(stop);
        var (email, returnUrl) = (form["email"].ToString().Trim(), Local(form["returnUrl"]));
        return await signIn.Try(email, form["password"].ToString(), stop) ? Results.Redirect(returnUrl) : Form(returnUrl, email, SignIn.Failed);
    }

    static async Task<IResult> Out(HttpContext context, IAntiforgery antiforgery, Sessions sessions, CancellationToken stop)
    {
        if (!context.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(context))
            return Page.Error(StatusCodes.Status400BadRequest);
        if ((await context.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Properties is { } properties)
            await sessions.End(properties, stop);
        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
        return Results.Redirect("/sign-in");
    }

    /// <summary>Where to go after signing in: never away from here.</summary>
    static string Local(string? url) => url is not null && RedirectHttpResult.IsLocalUrl(url) && url[0] is '/' ? url : "/";
}
