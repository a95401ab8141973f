using System.Globalization;
using System.Security.Claims;
using Interdiction.Data;
using Interdiction.Pages;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Client;
using OpenIddict.Client.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Interdiction.Identity;

/// <summary>People sign in with their nation's server: it says who they are, and the account that is linked here says the rest.</summary>
static partial class ForeignSignIn
{
    const string Action = "SignInWithIssuer";
    const string Unknown = "Your nation's server let you through, but no account here is linked with what it says of you. Ask your partner's administrator to link it.";
    const string Broken = "Your nation's server gave no answer that counts here. Begin again, and tell your administrator if it lasts.";

    // So far the clocks of two nations may differ.
    static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    public static void MapForeignIssuers(this WebApplication app)
    {
        app.MapGet("/sign-in/with/{partner}", Go).ExcludeFromDescription();
        app.MapGet("/sign-in/from/{partner}", ComeBack).ExcludeFromDescription();
    }

    static async Task<IResult> Go(string partner, string? returnUrl, HttpContext context, Settings settings, CancellationToken stop)
    {
        if (settings.IssuerOf(partner) is not { } issuer)
            return Page.Error(StatusCodes.Status404NotFound);
        var to = returnUrl is ['/', ..] && RedirectHttpResult.IsLocalUrl(returnUrl) ? returnUrl : "/";
        // A page elsewhere signs nobody in: it leads to the form, where the person says so.
        if (context.Request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site")
            return Results.Redirect($"/sign-in?returnUrl={Uri.EscapeDataString(to)}");
        try
        {
            // Its document is asked for once and kept: without it there is nowhere to go.
            await context.RequestServices.GetRequiredService<OpenIddictClientService>().GetServerConfigurationByRegistrationIdAsync(issuer.Partner, stop);
        }
        catch (InvalidOperationException failure) when (!stop.IsCancellationRequested)
        {
            NoAnswer(context.RequestServices.GetRequiredService<ILogger<OpenIddictClientService>>(), issuer.Partner, failure);
            await context.RequestServices.GetRequiredService<AccessLog>().Write(null, Action, "noAnswer", stop);
            return SignInEndpoints.Form(to, fault: $"{issuer.Name} does not answer, or not as a sign-in server does. Try again in a while, or use a password or a passkey of your account here, if it has one.");
        }
        return Results.Challenge(new AuthenticationProperties(new Dictionary<string, string?> { [OpenIddictClientAspNetCoreConstants.Properties.RegistrationId] = issuer.Partner })
        {
            RedirectUri = to,
        }, [OpenIddictClientAspNetCoreDefaults.AuthenticationScheme]);
    }

    static async Task<IResult> ComeBack(string partner, HttpContext context, Settings settings, TimeProvider clock, CancellationToken stop)
    {
        if (settings.IssuerOf(partner) is not { } issuer)
            return Page.Error(StatusCodes.Status404NotFound);
        var services = context.RequestServices;
        var log = services.GetRequiredService<AccessLog>();
        if (context.GetOpenIddictClientResponse() is { Error: not null })
            return await Refuse("badAnswer", Broken);
        var answer = await context.AuthenticateAsync(OpenIddictClientAspNetCoreDefaults.AuthenticationScheme);
        // Each server comes back to its own address; one that comes to another's is taken for none.
        if (answer is not { Succeeded: true, Principal: { } came } || came.GetClaim(Claims.Private.RegistrationId) != issuer.Partner
            || answer.Properties?.GetParameter<ClaimsPrincipal>(OpenIddictClientAspNetCoreConstants.Properties.BackchannelIdentityTokenPrincipal) is not { } who
            || who.GetClaim(Claims.Subject) is not { Length: > 0 } subject || !IsInTime(who, clock))
            return await Refuse("badAnswer", Broken);

        var email = bool.TryParse(who.GetClaim(Claims.EmailVerified), out var verified) && verified ? who.GetClaim(Claims.Email) : null;
        if (await services.GetRequiredService<ForeignLinks>().Find(issuer, subject, email, stop) is not { } person)
            return await Refuse("notLinked", Unknown);
        // What that server saw of the person is what is known here: one factor, or several.
        await services.GetRequiredService<Entrance>().Open(person, [.. who.GetClaims(Claims.AuthenticationMethodReference)], stop);
        await log.Write(await services.GetRequiredService<InterdictionDb>().Accounts.AsNoTracking().SingleAsync(x => x.Id == person.Id, stop), Action, "done", stop);
        var to = answer.Properties?.RedirectUri ?? "/";
        return Detour.IsNeeded(context.Request, "") ? Detour.To(context, to) : Results.Redirect(to);

        async Task<IResult> Refuse(string outcome, string fault)
        {
            await log.Write(null, Action, outcome, stop);
            return SignInEndpoints.Form("/", fault: fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sign-in server of {Partner} gave no discovery document that counts.")]
    static partial void NoAnswer(ILogger logger, string partner, Exception failure);

    /// <summary>OpenIddict checks all else of the ID token, but not whether its time is over.</summary>
    static bool IsInTime(ClaimsPrincipal token, TimeProvider clock) =>
        long.TryParse(token.GetClaim(Claims.ExpiresAt), CultureInfo.InvariantCulture, out var end) && clock.GetUtcNow() < DateTimeOffset.FromUnixTimeSeconds(end) + Grace;
}
