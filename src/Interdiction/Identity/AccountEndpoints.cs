using Interdiction.Kernel;
using Interdiction.Pages;
using Microsoft.AspNetCore.Identity;

namespace Interdiction.Identity;

/// <summary>Your account: sessions, passkeys, authenticator app, recovery codes and password of the person who looks.</summary>
static class AccountEndpoints
{
    /// <param name="pages">Pages that lead whom is not signed in to the form.</param>
    public static void MapAccount(this RouteGroupBuilder pages, WebApplication app)
    {
        pages.MapGet("/account", (HttpContext context, OwnAccount own, CancellationToken stop) => own.Show(context, null, stop));

        var forms = app.MapGroup("/account").ExcludeFromDescription().RequireAuthorization();
        forms.MapPost("/sessions/end", EndSession);
        forms.MapPost("/sessions/end-others", EndOthers);
        forms.MapPost("/passkeys/remove", RemovePasskey);
        forms.MapPost("/passkeys/name", NamePasskey);
        forms.MapPost("/authenticator/remove", RemoveApp);
        forms.MapPost("/recovery-codes", RenewCodes);
        forms.MapPost("/password", ChangePassword);
        forms.MapPost("/mail", ChooseMail);
        app.MapSecondFactor(pages, forms);
    }

    static async Task<IResult> EndSession(HttpContext context, OwnForm own, OwnAccount page, Caller caller, Messenger messenger, CancellationToken stop)
    {
        // Ending a session takes nothing from anybody: it asks for no fresh sign-in.
        if (await own.ReadPlain(context) is not { } form || !Guid.TryParse(form["id"], out var id))
            return Page.Error(StatusCodes.Status400BadRequest);
        var ended = await messenger.Send(new EndSession(id), stop);
        return ended.Refusal is { } refusal ? Page.Error(refusal) : id == caller.Session?.Id ? Results.Redirect("/sign-in") : OwnAccount.Done("sessions");
    }

    static async Task<IResult> ChooseMail(HttpContext context, OwnForm own, UserManager<Person> people, OwnAccess access, AccessLog log, CancellationToken stop)
    {
        // A mail says nothing but that something waits: choosing it asks for no fresh sign-in.
        if (await own.ReadPlain(context) is not { } form || await access.Mine() is not { } person)
            return Page.Error(StatusCodes.Status400BadRequest);
        person.DeclinesMail = form["mail"] != "on";
        await people.UpdateAsync(person);
        await log.Write(await access.Account(stop), "ChooseMail", "done", stop);
        return OwnAccount.Done("mail");
    }

    static async Task<IResult> EndOthers(HttpContext context, OwnForm own, Caller caller, Sessions sessions, OwnAccess access, AccessLog log, CancellationToken stop)
    {
        if (await own.ReadPlain(context) is null || caller.Session is not { } session)
            return Page.Error(StatusCodes.Status400BadRequest);
        await sessions.EndAll(caller.Id, session.Id, stop);
        await log.Write(await access.Account(stop), "EndSessions", "done", stop);
        return OwnAccount.Done("sessions");
    }

    static async Task<IResult> RemovePasskey(HttpContext context, OwnForm own, OwnAccount page, Messenger messenger, CancellationToken stop)
    {
        var (_, form, instead) = await own.Read(context, stop);
        if (instead is not null)
            return instead;
        var removed = await messenger.Send(new RemovePasskey(form["id"].ToString()), stop);
        return removed.Refusal is { } refusal ? await page.Show(context, refusal.Detail, stop) : OwnAccount.Done("passkey-removed");
    }

    static async Task<IResult> NamePasskey(HttpContext context, OwnForm own, UserManager<Person> people, CancellationToken stop)
    {
        var (person, form, instead) = await own.Read(context, stop);
        if (instead is not null)
            return instead;
        if ((await people.GetPasskeysAsync(person)).SingleOrDefault(x => System.Buffers.Text.Base64Url.EncodeToString(x.CredentialId) == form["id"]) is not { } passkey)
            return Page.Error(StatusCodes.Status404NotFound);
        passkey.Name = Passkeys.Name(form["name"].ToString());
        await people.AddOrUpdatePasskeyAsync(person, passkey);
        return OwnAccount.Done("passkey-named");
    }

    static async Task<IResult> RemoveApp(HttpContext context, OwnForm own, OwnAccount page, OwnAccess access, CancellationToken stop)
    {
        var (person, _, instead) = await own.Read(context, stop);
        return instead ?? (await access.RemoveApp(person, stop) ? OwnAccount.Done("authenticator-removed") : await page.Show(context, OwnAccess.LastWayIn.Detail, stop));
    }

    static async Task<IResult> RenewCodes(HttpContext context, OwnForm own, OwnAccess access, Authenticators authenticators, CancellationToken stop)
    {
        var (person, _, instead) = await own.Read(context, stop);
        if (instead is not null)
            return instead;
        return await authenticators.Has(person.Id, stop)
            ? Page.Of<RecoveryCodesPage>((nameof(RecoveryCodesPage.Codes), await access.RenewCodes(person, stop)))
            : Page.Error(StatusCodes.Status404NotFound);
    }

    static async Task<IResult> ChangePassword(HttpContext context, OwnForm own, OwnAccount page, OwnAccess access, Guesses guesses, UserManager<Person> people, CancellationToken stop)
    {
        var (person, form, instead) = await own.Read(context, stop);
        if (instead is not null)
            return instead;
        // Whoever found a session open guesses no better here than at the door.
        if (person.PasswordHash is { } hash)
        {
            if (!await guesses.Begin(person.Id, stop) || people.PasswordHasher.VerifyHashedPassword(person, hash, form["current"].ToString()) is PasswordVerificationResult.Failed)
                return await page.Show(context, "The present password is not right. After five failures it is not looked at for five minutes.", stop);
            await guesses.TakeBack(person.Id, stop);
        }
        if (form["new"] != form["again"])
            return await page.Show(context, "The new password and its repetition differ.", stop);
        var faults = await access.SetPassword(person, form["new"].ToString(), stop);
        return faults.Any() ? await page.Show(context, string.Join(' ', faults), stop) : OwnAccount.Done("password");
    }
}
