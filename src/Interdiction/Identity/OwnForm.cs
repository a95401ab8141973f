using Interdiction.Pages;
using Microsoft.AspNetCore.Antiforgery;

namespace Interdiction.Identity;

/// <summary>A form of a person who changes how they sign in: it came from us, the person has a session, and proved a moment ago who they are.</summary>
sealed class OwnForm(OwnAccess access, IAntiforgery antiforgery)
{
    const string Again = "/sign-in?stepUp&returnUrl=/account";

    /// <summary>A form that asks for no fresh sign-in.</summary>
    /// <returns>Null where it did not come from a form of ours.</returns>
    public Task<IFormCollection?> ReadPlain(HttpContext context) => SignInEndpoints.Read(context, antiforgery);

    /// <returns>The form and its person; or where to go instead.</returns>
    public async Task<(Person Person, IFormCollection Form, IResult? Instead)> Read(HttpContext context, CancellationToken stop)
    {
        if (await SignInEndpoints.Read(context, antiforgery) is not { } form || await access.Mine() is not { } person)
            return (null!, null!, Page.Error(StatusCodes.Status400BadRequest));
        var isAllowed = Proof.Read(context.User) is { } proof && await access.MayChange(person, proof, stop);
        return (person, form, isAllowed ? null : context.Request.Path.Value!.EndsWith("/options", StringComparison.Ordinal) ? Results.StatusCode(StatusCodes.Status403Forbidden) : Results.Redirect(Again));
    }
}
