using Interdiction.Kernel;
using Interdiction.Pages;
using Microsoft.AspNetCore.Antiforgery;

namespace Interdiction.Identity;

/// <summary>An invited person opens the link, sees for whom it is, and sets a passkey or a password. The token is in the path alone, and no page tells where it came from.</summary>
static class InvitationEndpoints
{
    public static void MapInvitations(this WebApplication app)
    {
        var invitations = app.MapGroup("/invitations/{token}").ExcludeFromDescription();
        invitations.MapGet("", Show);
        invitations.MapPost("/password", WithPassword);
        invitations.MapPost("/passkey/options", PasskeyOptions);
        invitations.MapPost("/passkey", WithPasskey);
    }

    static async Task<IResult> Show(string token, Invitations invitations, CancellationToken stop) => Form(token, await invitations.Find(token, stop), []);

    static async Task<IResult> WithPassword(string token, HttpContext context, IAntiforgery antiforgery, Invitations invitations, Joining joining, CancellationToken stop)
    {
        var account = await invitations.Find(token, stop);
        if (account is null || await SignInEndpoints.Read(context, antiforgery) is not { } form)
            return Form(token, account, [Expired]);
        if (form["password"] != form["again"])
            return Form(token, account, ["The password and its repetition differ."]);
        return Answer(token, account, await joining.WithPassword(token, account, form["password"].ToString(), stop));
    }

    static async Task<IResult> PasskeyOptions(string token, HttpContext context, IAntiforgery antiforgery, Invitations invitations, Passkeys passkeys, CancellationToken stop) =>
        await invitations.Find(token, stop) is { } account && await SignInEndpoints.Read(context, antiforgery) is not null
            ? Results.Json(await passkeys.ToMake(account))
            : Results.BadRequest();

    static async Task<IResult> WithPasskey(string token, HttpContext context, IAntiforgery antiforgery, Invitations invitations, Joining joining, CancellationToken stop)
    {
        var account = await invitations.Find(token, stop);
        if (account is null || await SignInEndpoints.Read(context, antiforgery) is not { } form)
            return Form(token, account, [Expired]);
        return Answer(token, account, await joining.WithPasskey(token, account, form["credential"].ToString(), form["state"].ToString(), form["name"].ToString(), stop));
    }

    const string Expired = "This form has expired, or came from another place. Fill it in and send it again.";

    static IResult Answer(string token, Account account, IReadOnlyList<string> faults) =>
        faults.Count == 0 ? Results.Redirect("/") : Form(token, faults.Contains(Joining.Gone) ? null : account, faults);

    static IResult Form(string token, Account? account, IReadOnlyList<string> faults) =>
        Page.Of<InvitationPage>(account is null ? StatusCodes.Status404NotFound : faults.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
            (nameof(InvitationPage.Token), token), (nameof(InvitationPage.Account), account), (nameof(InvitationPage.Faults), faults));
}
