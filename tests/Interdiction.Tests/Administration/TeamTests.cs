using System.Text.Json.Nodes;

namespace Interdiction.Tests.Administration;

/// <summary>Teams: set up, staffed, chosen, dissolved.</summary>
public sealed class TeamTests(Server server)
{
    Task<HttpClient> Administrator => server.As("aus-administrator");

    [Fact]
    public async Task Only_readers_of_the_own_partner_belong_to_a_team()
    {
        var administrator = await Administrator;
        using var officer = await server.Register("aus");
        using var clerk = await server.Register("aus", "administrator", null);
        using var stranger = await server.Register("fra");
        var name = Office.Fresh("Team");
        var answer = (await administrator.Post("admin/teams", new { name, members = new[] { officer.Id, stranger.Id, clerk.Id, officer.Id }, supervisors = new[] { Guid.CreateVersion7() } })).Is(422);
        Assert.Equal([("/members/1", "unknownReference"), ("/members/2", "readsNothing"), ("/members/3", "duplicate"), ("/supervisors/0", "unknownReference")], answer.Faults);
        (await administrator.Post("admin/teams", new { name })).Is(201);
        Assert.Contains(("/name", "duplicate"), (await administrator.Post("admin/teams", new { name })).Is(422).Faults);
        // What another partner calls its teams is nobody's business here.
        (await (await server.As("fra-administrator")).Post("admin/teams", new { name })).Is(201);
    }

    [Fact]
    public async Task People_see_their_teams_mates_and_of_other_teams_the_name_alone()
    {
        using var navy = await server.Register("aus");
        using var mate = await server.Register("aus");
        using var customs = await server.Register("aus");
        var team = await server.SetUpTeam("aus", [navy.Id], [mate.Id]);
        JsonNode Chosen(Answer answer) => answer.Is(200).Json["items"]!.AsArray().Single(x => (string)x!["id"]! == team)!;
        var mine = Chosen(await navy.Client.Get("teams"));
        Assert.True((bool)mine["isMine"]!);
        Assert.Equal(new[] { navy.Id, mate.Id }.Order(), mine["people"]!.AsArray().Select(x => (Guid)x!["id"]!).Order());
        var other = Chosen(await customs.Client.Get("teams"));
        Assert.False((bool)other["isMine"]!);
        Assert.Empty(other["people"]!.AsArray());
    }

    [Fact]
    public async Task A_team_is_dissolved_when_it_is_empty_and_no_marking_names_it()
    {
        var administrator = await Administrator;
        using var officer = await server.Register("aus");
        Task<Answer> Dissolve(string id) => administrator.Send(HttpMethod.Delete, $"admin/teams/{id}", null, Office.Anyhow);
        Task<Answer> Empty(string id) => administrator.Send(HttpMethod.Patch, $"admin/teams/{id}", new { members = Array.Empty<Guid>() }, Office.Anyhow);

        var unused = await server.SetUpTeam("aus", [officer.Id]);
        (await Dissolve(unused)).Is(409);
        (await Empty(unused)).Is(200);
        (await Dissolve(unused)).Is(204);
        (await administrator.Get($"admin/teams/{unused}")).Is(404);

        var used = await server.SetUpTeam("aus", [officer.Id]);
        (await officer.Client.Post("cases", Http.Samples.Case(new { marking = new { classification = "restricted", releasableTo = Office.Codes("AUS"), team = new { unit = used } } }))).Is(201);
        (await Empty(used)).Is(200);
        (await Dissolve(used)).Is(409);
    }
}
