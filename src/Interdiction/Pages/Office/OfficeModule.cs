using Interdiction.Kernel;

namespace Interdiction.Pages.Office;

/// <summary>The pages of administrators: lists with a form each, and one page for each person, client and team.</summary>
static class OfficeModule
{
    public const string People = "/administration";
    public const string Clients = "/administration/clients";
    public const string Teams = "/administration/teams";
    public const string Deputies = "/administration/deputies";

    public static void MapOffice(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(People, PeoplePages.List);
        pages.MapPost(People, PeoplePages.Invite);
        pages.MapGet(People + "/users/{id:guid}", PeoplePages.One);
        pages.MapPost(People + "/users/{id:guid}", PeoplePages.Act);
        pages.MapGet(Clients, ClientPages.List);
        pages.MapPost(Clients, ClientPages.Register);
        pages.MapGet(Clients + "/{id:guid}", ClientPages.One);
        pages.MapPost(Clients + "/{id:guid}", ClientPages.Act);
        pages.MapGet(Teams, TeamPages.List);
        pages.MapPost(Teams, TeamPages.SetUp);
        pages.MapGet(Teams + "/{id:guid}", TeamPages.One);
        pages.MapPost(Teams + "/{id:guid}", TeamPages.Act);
        pages.MapGet(Deputies, DeputyPages.List);
        pages.MapPost(Deputies, DeputyPages.Act);
    }

    /// <summary>What a refusal says to a person: its own words, those of each fault, or the rules.</summary>
    public static string Words(this Refusal refusal) =>
        refusal.Faults.Count > 0 ? string.Join(' ', refusal.Faults.Select(x => x.Detail))
        : refusal.Reasons.Count > 0 ? string.Join(' ', refusal.Reasons)
        : refusal.Detail;
}
