using System.Text.Json.Nodes;
using UglyToad.PdfPig;

namespace Interdiction.Tests.Administration;

/// <summary>Records that name a team of their originator: its people read them, nobody else of the originator does, and partners are not affected.</summary>
public sealed class NeedToKnowTests(Server server)
{
    [Fact]
    public async Task A_teams_record_is_its_members_and_supervisors_and_the_partners_and_nobody_elses()
    {
        using var navy = await server.Register("aus");
        using var admiral = await server.Register("aus", "coordinator");
        using var customs = await server.Register("aus");
        var team = await server.SetUpTeam("aus", [navy.Id], [admiral.Id]);
        await server.SetUpTeam("aus", [customs.Id]);
        var word = $"navy{Guid.CreateVersion7():N}";
        var filed = await File(navy.Client, word, new { unit = team });

        foreach (var reader in new[] { navy.Client, admiral.Client, await server.As("jpn-officer"), await server.As("xcc-coordinator") })
            await Sees(reader, filed, word);
        foreach (var outsider in new[] { customs.Client, await server.As("aus-officer"), await server.As("aus-coordinator"), await server.As("aus-auditor"), await server.As("sgp-officer"), await server.As("aus-administrator") })
            await SeesNothing(outsider, filed, word);
    }

    [Fact]
    public async Task Who_joins_reads_from_the_next_request_and_who_leaves_does_not()
    {
        var administrator = await server.As("aus-administrator");
        using var first = await server.Register("aus");
        using var second = await server.Register("aus");
        var team = await server.SetUpTeam("aus", [first.Id]);
        var word = $"joins{Guid.CreateVersion7():N}";
        var filed = await File(first.Client, word, new { unit = team });
        await SeesNothing(second.Client, filed, word);

        (await administrator.Send(HttpMethod.Patch, $"admin/teams/{team}", new { members = new[] { second.Id } }, Office.Anyhow)).Is(200);
        await Sees(second.Client, filed, word);
        await SeesNothing(first.Client, filed, word);
        (await administrator.Send(HttpMethod.Patch, $"admin/teams/{team}", new { members = Array.Empty<Guid>(), supervisors = new[] { first.Id } }, Office.Anyhow)).Is(200);
        await Sees(first.Client, filed, word);
        await SeesNothing(second.Client, filed, word);
    }

    [Fact]
    public async Task People_who_are_named_read_and_their_team_does_not()
    {
        using var author = await server.Register("aus");
        using var named = await server.Register("aus", "coordinator");
        using var mate = await server.Register("aus");
        await server.SetUpTeam("aus", [author.Id, mate.Id]);
        var word = $"named{Guid.CreateVersion7():N}";
        var filed = await File(author.Client, word, new { people = new[] { author.Id, named.Id } });
        await Sees(author.Client, filed, word);
        await Sees(named.Client, filed, word);
        await SeesNothing(mate.Client, filed, word);
    }

    [Fact]
    public async Task A_report_of_one_team_in_a_case_of_another_is_read_by_whom_both_need()
    {
        using var navy = await server.Register("aus");
        using var both = await server.Register("aus");
        var caseTeam = await server.SetUpTeam("aus", [navy.Id, both.Id]);
        var reportTeam = await server.SetUpTeam("aus", [both.Id]);
        var word = $"both{Guid.CreateVersion7():N}";
        var @case = (await navy.Client.Post("cases", new { title = word, mode = "port", marking = Marking(new { unit = caseTeam }) })).Is(201).Json["id"];
        var filed = (await both.Client.Post("boardings?submit=true", Documents.Report(new { title = word, caseId = @case, marking = Marking(new { unit = reportTeam }) }))).Is(201).Json;
        (await both.Client.Get($"boardings/{filed["id"]}")).Is(200);
        (await navy.Client.Get($"boardings/{filed["id"]}")).Is(404);
        (await navy.Client.Get($"cases/{@case}")).Is(200);
        Assert.DoesNotContain((string)filed["id"]!, (await navy.Client.Get($"cases/{@case}/timeline")).Is(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_marking_names_a_team_of_ones_own_or_people_with_oneself()
    {
        using var officer = await server.Register("aus");
        using var stranger = await server.Register("fra");
        using var mate = await server.Register("aus");
        var foreign = await server.SetUpTeam("fra", [stranger.Id]);
        var others = await server.SetUpTeam("aus", [mate.Id]);
        async Task Refused(object team, params (string, string)[] faults)
        {
            foreach (var path in new[] { "cases", "boardings" })
            {
                var body = path == "cases" ? Http.Samples.Case(new { marking = Marking(team) }) : Documents.Report(new { marking = Marking(team) });
                Assert.Equal(faults, (await officer.Client.Post(path, body)).Is(422).Faults);
            }
        }
        await Refused(new { unit = foreign }, ("/marking/team/unit", "unknownReference"));
        await Refused(new { unit = others }, ("/marking/team/unit", "unknownReference"));
        await Refused(new { unit = Guid.CreateVersion7() }, ("/marking/team/unit", "unknownReference"));
        await Refused(new { people = new[] { mate.Id } }, ("/marking/team/people", "required"));
        await Refused(new { people = new[] { officer.Id, stranger.Id } }, ("/marking/team/people/1", "unknownReference"));
        await Refused(new { people = new[] { Guid.CreateVersion7(), officer.Id } }, ("/marking/team/people/0", "unknownReference"));
        (await (await server.As("aus-administrator")).Move($"admin/clients/{mate.Id}", "suspended")).Is(200);
        await Refused(new { people = new[] { officer.Id, mate.Id } }, ("/marking/team/people/1", "unknownReference"));
    }

    static async Task<JsonNode> File(HttpClient author, string word, object team) =>
        (await author.Post("boardings?submit=true", Documents.Report(new { title = word, narrative = word, marking = Marking(team) }))).Is(201).Json;

    static JsonObject Marking(object team) => new()
    {
        ["classification"] = "restricted",
        ["releasableTo"] = new JsonArray("AUS", "JPN", "XCC"),
        ["team"] = System.Text.Json.JsonSerializer.SerializeToNode(team),
    };

    static async Task Sees(HttpClient reader, JsonNode filed, string word)
    {
        (await reader.Get($"boardings/{filed["id"]}")).Is(200);
        (await reader.Get($"cases/{filed["caseId"]}")).Is(200);
        Assert.Equal(1, (int)(await reader.Get($"boardings?q={word}&count=exact")).Is(200).Json["total"]!);
        Assert.Equal(1, (int)(await reader.Get($"cases?q={word}&count=exact")).Is(200).Json["total"]!);
        Assert.Single((await reader.Get($"cases/{filed["caseId"]}/contents")).Is(200).Json["boardings"]!.AsArray());
        Assert.Contains((string)filed["id"]!, (await reader.Get($"cases/{filed["caseId"]}/timeline")).Is(200).Text, StringComparison.Ordinal);
        using var paper = PdfDocument.Open((await reader.Get($"boardings/{filed["id"]}/report.pdf")).Is(200).Bytes);
        Assert.Contains(word, string.Concat(paper.GetPages().Select(x => x.Text)), StringComparison.Ordinal);
    }

    static async Task SeesNothing(HttpClient outsider, JsonNode filed, string word)
    {
        foreach (var path in new[] { $"boardings/{filed["id"]}", $"boardings/{filed["id"]}/revisions", $"boardings/{filed["id"]}/report.pdf", $"cases/{filed["caseId"]}", $"cases/{filed["caseId"]}/contents", $"cases/{filed["caseId"]}/timeline", $"cases/{filed["caseId"]}/report.pdf" })
        {
            var (there, nothing) = (await outsider.Get(path), await outsider.Get(path.Replace((string)filed["id"]!, $"{Guid.CreateVersion7()}", StringComparison.Ordinal).Replace((string)filed["caseId"]!, $"{Guid.CreateVersion7()}", StringComparison.Ordinal)));
            Assert.Equal(Office.Face(nothing.Is(404)), Office.Face(there));
        }
        Assert.Equal(0, (int)(await outsider.Get($"boardings?q={word}&count=exact")).Is(200).Json["total"]!);
        Assert.Equal(0, (int)(await outsider.Get($"cases?q={word}&count=exact")).Is(200).Json["total"]!);
    }
}
