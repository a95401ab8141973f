using Interdiction.Kernel;
using Interdiction.Pages;

namespace Interdiction.Identity;

/// <summary>Puts the page "Your account" together.</summary>
sealed class OwnAccount(OwnAccess access, Authenticators authenticators, RecoveryCodes codes, ForeignLinks links, Messenger messenger, Caller caller)
{
    /// <summary>Back to the page, which then says what was done.</summary>
    public static IResult Done(string what) => Results.Redirect($"/account?done={what}");

    /// <param name="fault">Why something was not done; null for nothing.</param>
    public async Task<IResult> Show(HttpContext context, string? fault, CancellationToken stop)
    {
        if (await access.Mine() is not { } person || Proof.Read(context.User) is not { } proof)
            return Page.Error(StatusCodes.Status404NotFound);
        return Page.Of<AccountPage>(fault is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
            (nameof(AccountPage.Account), await access.Account(stop)),
            (nameof(AccountPage.Sessions), (await messenger.Send(new GetSessions(), stop)).Value.Items),
            (nameof(AccountPage.Passkeys), (await messenger.Send(new GetPasskeys(), stop)).Value.Items),
            (nameof(AccountPage.HasPassword), person.PasswordHash is not null),
            (nameof(AccountPage.HasApp), await authenticators.Has(caller.Id, stop)),
            (nameof(AccountPage.DeclinesMail), person.DeclinesMail),
            (nameof(AccountPage.CodesLeft), await codes.Left(caller.Id, stop)),
            (nameof(AccountPage.Subject), (await links.SubjectsOf([caller.Id], caller.Partner, stop)).GetValueOrDefault(caller.Id)),
            (nameof(AccountPage.MayChange), await access.MayChange(person, proof, stop)),
            (nameof(AccountPage.Done), context.Request.Query["done"].ToString()),
            (nameof(AccountPage.Fault), fault));
    }
}
