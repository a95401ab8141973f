using Interdiction.Administration;
using Interdiction.Contracts;
using Interdiction.Kernel;
using Interdiction.Pipeline;

namespace Interdiction.Pages.Office;

/// <summary>People: listed, invited, changed, suspended, let in again, invited anew.</summary>
static class PeoplePages
{
    public static Task<IResult> List(OfficeForm form, string? cursor) => List(form, cursor, null);

    static async Task<IResult> List(OfficeForm form, string? cursor, Refusal? fault)
    {
        var found = await form.Send(new ListUsers(new Paging(200, cursor, Counted: true)));
        return found.Refusal is { } refusal ? Page.Error(refusal) : OfficeForm.Show<PeoplePage>(fault, (nameof(PeoplePage.Found), found.Value));
    }

    public static async Task<IResult> Invite(OfficeForm form)
    {
        if (await form.Read() is { } expired)
            return await List(form, null, expired);
        var made = await form.Send(new InviteUser(new NewUser
        {
            Email = form.Text("email"),
            Name = form.Text("name"),
            Roles = form.Codes<Role>("role"),
            Grants = form.Grants,
            Clearance = form.CodeOf<Classification>("clearance"),
        }));
        return made.Refusal is { } refusal ? await List(form, null, refusal)
            : OfficeForm.Show<LinkPage>(null, (nameof(LinkPage.Name), made.Value.Name), (nameof(LinkPage.Invitation), made.Value.Invitation));
    }

    public static Task<IResult> One(Guid id, OfficeForm form) => One(id, form, null);

    static async Task<IResult> One(Guid id, OfficeForm form, Refusal? fault)
    {
        var found = await form.Send(new GetUser(id));
        return found.Refusal is { } refusal ? Page.Error(refusal)
            : OfficeForm.Show<PersonPage>(fault, (nameof(PersonPage.It), found.Value), (nameof(PersonPage.Partner), form.Partner), (nameof(PersonPage.ETag), form.ETag));
    }

    public static async Task<IResult> Act(Guid id, OfficeForm form)
    {
        if (await form.Read() is { } expired)
            return await One(id, form, expired);
        if (form.Text("act") == "invite")
        {
            var made = await form.Send(new InviteAgain(new NewInvitation { User = id }));
            return made.Refusal is { } why ? await One(id, form, why)
                : OfficeForm.Show<LinkPage>(null, (nameof(LinkPage.Name), (await form.Send(new GetUser(id))).Value.Name), (nameof(LinkPage.Invitation), made.Value));
        }
        var done = await form.Send<UserHead>(form.Text("act") switch
        {
            "change" => new ChangeUser(id, new UserChange { Name = form.Text("name"), Roles = form.Codes<Role>("role"), Grants = form.Grants, Clearance = form.CodeOf<Classification>("clearance") }),
            "link" => new ChangeUser(id, new UserChange { Subject = form.Text("subject") ?? "" }),
            _ => new MoveUser(id, new AccountTransition { To = form.CodeOf<AccountState>("to") }),
        });
        return done.Refusal is { } refusal ? await One(id, form, refusal) : Results.Redirect($"{OfficeModule.People}/users/{id}");
    }
}
