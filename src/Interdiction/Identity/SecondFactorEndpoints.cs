using Interdiction.Pages;
using Microsoft.AspNetCore.Identity;

namespace Interdiction.Identity;

/// <summary>Setting up a passkey or an authenticator app. Who has no second factor yet and needs one is led here before anything else.</summary>
static class SecondFactorEndpoints
{
    public const string Path = "/account/second-factor";

    const string Back = "/sign-in?stepUp&returnUrl=" + Path;

    public static void MapSecondFactor(this WebApplication app, RouteGroupBuilder pages, RouteGroupBuilder forms)
    {
        pages.MapGet(Path, Show);
        forms.MapPost("/second-factor/authenticator", ConfirmApp);
        forms.MapPost("/second-factor/passkey/options", PasskeyOptions);
        forms.MapPost("/second-factor/passkey", AddPasskey);
    }

    static async Task<IResult> Show(HttpContext context, OwnAccess access, Authenticators authenticators, CancellationToken stop)
    {
        if (await access.Mine() is not { } person || Proof.Read(context.User) is not { } proof)
            return Page.Error(StatusCodes.Status404NotFound);
        if (!await access.MayChange(person, proof, stop))
            return Results.Redirect(Back);
        var (key, draft) = authenticators.Draft(person.Id);
        return Form(person, proof, key, draft, null);
    }

    static async Task<IResult> ConfirmApp(HttpContext context, OwnForm own, OwnAccess access, Authenticators authenticators, Entrance entrance, CancellationToken stop)
    {
        var (person, form, instead) = await own.Read(context, stop);
        if (instead is not null)
            return instead;
        var draft = form["draft"].ToString();
        if (person.PasswordHash is null || authenticators.Read(person.Id, draft) is not { } key)
            return Results.Redirect(Path);
        if (!await authenticators.Confirm(person.Id, key, form["code"].ToString().Trim(), stop))
            return Form(person, Proof.Read(context.User)!, key, draft, "The code is not right. Check that the clock of your device is right, wait for the next code and type that.");
        var codes = await access.RenewCodes(person, stop);
        await access.Changed(person, "AddAuthenticator", stop);
        await entrance.Open(person, Proof.ByPasswordAndCode, stop);
        return Page.Of<RecoveryCodesPage>((nameof(RecoveryCodesPage.Codes), codes));
    }

    static async Task<IResult> PasskeyOptions(HttpContext context, OwnForm own, OwnAccess access, Passkeys passkeys, CancellationToken stop)
    {
        var (_, _, instead) = await own.Read(context, stop);
        return instead ?? Results.Json(await passkeys.ToMake(await access.Account(stop)));
    }

    static async Task<IResult> AddPasskey(HttpContext context, OwnForm own, OwnAccess access, Passkeys passkeys, Authenticators authenticators, UserManager<Person> people, Entrance entrance, CancellationToken stop)
    {
        var (person, form, instead) = await own.Read(context, stop);
        if (instead is not null)
            return instead;
        var made = await passkeys.Made(await access.Account(stop), form["credential"].ToString(), form["state"].ToString(), form["name"].ToString());
        if (made is null || !(await people.AddOrUpdatePasskeyAsync(person, made)).Succeeded)
        {
            var (key, draft) = authenticators.Draft(person.Id);
            return Form(person, Proof.Read(context.User)!, key, draft, "The passkey could not be checked. Try again; a try is good for five minutes.");
        }
        var wasIncomplete = Proof.Read(context.User) is not { IsComplete: true };
        await access.Changed(person, "AddPasskey", stop);
        // The owner was asked for it just now.
        await entrance.Open(person, Proof.ByPasskey, stop);
        return wasIncomplete ? Results.Redirect("/") : OwnAccount.Done("passkey");
    }

    static IResult Form(Person person, Proof proof, byte[] key, string draft, string? fault) =>
        Page.Of<SecondFactorPage>(fault is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
            (nameof(SecondFactorPage.Login), person.Email), (nameof(SecondFactorPage.HasPassword), person.PasswordHash is not null),
            (nameof(SecondFactorPage.IsFirst), !proof.IsComplete), (nameof(SecondFactorPage.Key), key), (nameof(SecondFactorPage.Draft), draft), (nameof(SecondFactorPage.Fault), fault));
}
