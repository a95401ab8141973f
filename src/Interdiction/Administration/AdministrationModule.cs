using Interdiction.Contracts;
using Interdiction.Http;
using Interdiction.Pipeline;

namespace Interdiction.Administration;

/// <summary>Each partner's own people, machine clients, teams and deputies.</summary>
static class AdministrationModule
{
    public static void AddAdministration(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<Charge>();
        services.AddScoped<Deputies>();
        services.AddScoped<Links>();
        services.AddScoped<Registration>();
        services.AddScoped<Staffing>();
        services.AddScoped<UserHeads>();
    }

    public static void MapAdministration(this RouteGroupBuilder api)
    {
        var users = api.MapGroup("/admin/users").WithTags("Administration");
        users.Get<ListUsers, Page<UserHead>>("/", (string? limit, string? cursor, string? count) => Parameters.Then(Parameters.Paging(limit, cursor, count), x => new ListUsers(x)));
        users.Create<InviteUser, UserHead>("/", (NewUser body) => new InviteUser(body), x => $"/admin/users/{x.Id}");
        users.Get<GetUser, UserHead>("/{id:guid}", (Guid id) => new GetUser(id));
        users.Patch<ChangeUser, UserHead>("/{id:guid}", (Guid id, UserChange body) => new ChangeUser(id, body));
        users.Post<MoveUser, UserHead>("/{id:guid}/transitions", (Guid id, AccountTransition body) => new MoveUser(id, body));

        var invitations = api.MapGroup("/admin/invitations").WithTags("Administration");
        invitations.Get<ListInvitations, Page<InvitationHead>>("/", (string? limit, string? cursor, string? count) => Parameters.Then(Parameters.Paging(limit, cursor, count), x => new ListInvitations(x)));
        invitations.Create<InviteAgain, InvitationHead>("/", (NewInvitation body) => new InviteAgain(body), x => $"/admin/invitations/{x.Id}");
        invitations.Get<GetInvitation, InvitationHead>("/{id:guid}", (Guid id) => new GetInvitation(id));
        invitations.Delete<WithdrawInvitation>("/{id:guid}", (Guid id) => new WithdrawInvitation(id));

        var clients = api.MapGroup("/admin/clients").WithTags("Administration");
        clients.Get<ListClients, Page<ClientHead>>("/", (string? limit, string? cursor, string? count) => Parameters.Then(Parameters.Paging(limit, cursor, count), x => new ListClients(x)));
        clients.Create<RegisterClient, ClientHead>("/", (NewClient body) => new RegisterClient(body), x => $"/admin/clients/{x.Id}");
        clients.Get<GetClient, ClientHead>("/{id:guid}", (Guid id) => new GetClient(id));
        clients.Patch<ChangeClient, ClientHead>("/{id:guid}", (Guid id, ClientChange body) => new ChangeClient(id, body));
        clients.Post<MoveClient, ClientHead>("/{id:guid}/transitions", (Guid id, AccountTransition body) => new MoveClient(id, body));

        var teams = api.MapGroup("/admin/teams").WithTags("Administration");
        teams.Get<ListTeams, Page<TeamHead>>("/", (string? limit, string? cursor, string? count) => Parameters.Then(Parameters.Paging(limit, cursor, count), x => new ListTeams(x)));
        teams.Create<SetUpTeam, TeamHead>("/", (NewTeam body) => new SetUpTeam(body), x => $"/admin/teams/{x.Id}");
        teams.Get<GetTeam, TeamHead>("/{id:guid}", (Guid id) => new GetTeam(id));
        teams.Patch<ChangeTeam, TeamHead>("/{id:guid}", (Guid id, TeamChange body) => new ChangeTeam(id, body));
        teams.Delete<DissolveTeam>("/{id:guid}", (Guid id) => new DissolveTeam(id));
        api.MapGroup("/teams").WithTags("Caller").Get<ChooseTeam, Page<TeamChoice>>("/", () => new ChooseTeam());

        var deputies = api.MapGroup("/admin/deputies").WithTags("Administration");
        deputies.Get<ListDeputies, Page<DeputyHead>>("/", (string? limit, string? cursor, string? count) => Parameters.Then(Parameters.Paging(limit, cursor, count), x => new ListDeputies(x)));
        deputies.Create<NameDeputy, DeputyHead>("/", (NewDeputy body) => new NameDeputy(body), x => $"/admin/deputies/{x.Id}");
        deputies.Get<GetDeputy, DeputyHead>("/{id:guid}", (Guid id) => new GetDeputy(id));
        deputies.Patch<ChangeDeputy, DeputyHead>("/{id:guid}", (Guid id, DeputyChange body) => new ChangeDeputy(id, body));
        deputies.Delete<WithdrawDeputy>("/{id:guid}", (Guid id) => new WithdrawDeputy(id));
    }
}
