using System.Security.Cryptography;
using Interdiction.Administration;
using Interdiction.Contracts;
using Interdiction.Identity;
using Interdiction.Kernel;
using Interdiction.Pipeline;

namespace Interdiction.Pages.Office;

/// <summary>Machine clients: listed, registered, keyed anew, suspended, let in again.</summary>
static class ClientPages
{
    public static Task<IResult> List(OfficeForm form, string? cursor) => List(form, cursor, null);

    static async Task<IResult> List(OfficeForm form, string? cursor, Refusal? fault)
    {
        var found = await form.Send(new ListClients(new Paging(200, cursor, Counted: true)));
        return found.Refusal is { } refusal ? Page.Error(refusal) : OfficeForm.Show<ClientsPage>(fault, (nameof(ClientsPage.Found), found.Value));
    }

    public static async Task<IResult> Register(OfficeForm form)
    {
        if (await form.Read() is { } expired)
            return await List(form, null, expired);
        var keys = Keys(form);
        var made = keys.Refusal is { } unreadable ? Result<ClientHead>.Refuse(unreadable) : await form.Send(new RegisterClient(new NewClient
        {
            Name = form.Text("name"),
            Roles = form.Codes<Role>("role"),
            Grants = form.Grants,
            Clearance = form.CodeOf<Classification>("clearance"),
            Keys = keys.Value,
            RedirectUris = form.Lines("redirectUris"),
        }));
        return made.Refusal is { } refusal ? await List(form, null, refusal)
            : OfficeForm.Show<ClientPage>(null, (nameof(ClientPage.It), made.Value), (nameof(ClientPage.ETag), form.ETag));
    }

    public static Task<IResult> One(Guid id, OfficeForm form) => One(id, form, null);

    static async Task<IResult> One(Guid id, OfficeForm form, Refusal? fault)
    {
        var found = await form.Send(new GetClient(id));
        return found.Refusal is { } refusal ? Page.Error(refusal)
            : OfficeForm.Show<ClientPage>(fault, (nameof(ClientPage.It), found.Value), (nameof(ClientPage.ETag), form.ETag));
    }

    public static async Task<IResult> Act(Guid id, OfficeForm form)
    {
        if (await form.Read() is { } expired)
            return await One(id, form, expired);
        var done = form.Text("act") switch
        {
            "add" => Keys(form) is { Refusal: { } unreadable } ? unreadable : await With(id, form, x => [.. x.Keys, .. Keys(form).Value]),
            "remove" => await With(id, form, x => [.. x.Keys.Where(k => k.Kid != form.Text("kid"))]),
            _ => await form.Send(new MoveClient(id, new AccountTransition { To = form.CodeOf<AccountState>("to") })),
        };
        return done.Refusal is { } refusal ? await One(id, form, refusal) : Results.Redirect($"{OfficeModule.Clients}/{id}");
    }

    static async Task<Result<ClientHead>> With(Guid id, OfficeForm form, Func<ClientHead, IReadOnlyList<ClientKey>> keys)
    {
        var now = await form.Send(new GetClient(id));
        return now.Refusal is null ? await form.Send(new ChangeClient(id, new ClientChange { Keys = keys(now.Value) })) : now;
    }

    /// <summary>Keys or certificates as they were pasted; a key without a name is named by its thumbprint.</summary>
    static Result<IReadOnlyList<ClientKey>> Keys(OfficeForm form)
    {
        if (form.Text("keys") is not { } text)
            return Array.Empty<ClientKey>();
        try
        {
            return ClientRegistration.Keys(text).Keys
                .Select(x => ClientKeys.Of(x) with { Kid = x.Kid ?? Convert.ToHexStringLower(x.ComputeJwkThumbprint().AsSpan(0, 8)), Use = null, Thumbprint = null }).ToArray();
        }
        catch (Exception wrong) when (wrong is ArgumentException or CryptographicException or FormatException)
        {
            return Refusal.Invalid(new Fault("/keys", RuleCodes.Form, "The keys cannot be read: paste a JSON Web Key Set, or public keys or certificates in PEM, and no private key."));
        }
    }
}
