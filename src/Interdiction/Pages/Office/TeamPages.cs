using Interdiction.Administration;
using Interdiction.Contracts;
using Interdiction.Kernel;
using Interdiction.Pipeline;

namespace Interdiction.Pages.Office;

/// <summary>Teams: listed, set up, staffed, dissolved.</summary>
static class TeamPages
{
    static readonly Role[] Readers = [Role.Officer, Role.Coordinator, Role.Auditor];

    public static Task<IResult> List(OfficeForm form, string? cursor) => List(form, cursor, null);

    static async Task<IResult> List(OfficeForm form, string? cursor, Refusal? fault)
    {
        var found = await form.Send(new ListTeams(new Paging(200, cursor, Counted: true)));
        return found.Refusal is { } refusal ? Page.Error(refusal) : OfficeForm.Show<TeamsPage>(fault, (nameof(TeamsPage.Found), found.Value));
    }

    public static async Task<IResult> SetUp(OfficeForm form)
    {
        if (await form.Read() is { } expired)
            return await List(form, null, expired);
        var made = await form.Send(new SetUpTeam(new NewTeam { Name = form.Text("name") }));
        return made.Refusal is { } refusal ? await List(form, null, refusal) : Results.Redirect($"{OfficeModule.Teams}/{made.Value.Id}");
    }

    public static Task<IResult> One(Guid id, OfficeForm form) => One(id, form, null);

    static async Task<IResult> One(Guid id, OfficeForm form, Refusal? fault)
    {
        var found = await form.Send(new GetTeam(id));
        if (found.Refusal is { } refusal)
            return Page.Error(refusal);
        var tag = form.ETag;
        var people = await OfficeForm.All(x => form.Send(new ListUsers(x)));
        var clients = await OfficeForm.All(x => form.Send(new ListClients(x)));
        IReadOnlyList<Colleague> choice =
        [
            .. people.Where(x => x.Roles.Any(Readers.Contains)).Select(x => new Colleague(x.Id, $"{x.Name} ({x.Email})")),
            .. clients.Where(x => x.Roles.Any(Readers.Contains)).Select(x => new Colleague(x.Id, $"{x.Name} (system)")),
        ];
        return OfficeForm.Show<TeamPage>(fault, (nameof(TeamPage.It), found.Value), (nameof(TeamPage.ETag), tag), (nameof(TeamPage.Choice), choice));
    }

    public static async Task<IResult> Act(Guid id, OfficeForm form)
    {
        if (await form.Read() is { } expired)
            return await One(id, form, expired);
        if (form.Text("act") == "dissolve")
            return (await form.Send(new DissolveTeam(id))).Refusal is { } kept ? await One(id, form, kept) : Results.Redirect(OfficeModule.Teams);
        var done = await form.Send(new ChangeTeam(id, new TeamChange { Name = form.Text("name"), Members = form.Chosen("place-", "member"), Supervisors = form.Chosen("place-", "supervisor") }));
        return done.Refusal is { } refusal ? await One(id, form, refusal) : Results.Redirect($"{OfficeModule.Teams}/{id}");
    }
}
