using System.Text.Json.Nodes;
using Interdiction.Tests.Http;

namespace Interdiction.Tests.Pipeline;

/// <summary>A command is done once, however often it arrives.</summary>
public sealed class OnceTests(Server server)
{
    static readonly object AustraliaOnly = new { classification = "restricted", releasableTo = new[] { "AUS" } };

    static (string, string) Key(Guid key) => ("Idempotency-Key", key.ToString());

    static bool Replayed(Answer answer) => answer.Headers.TryGetValues("Idempotency-Replayed", out var values) && values.SequenceEqual(["true"]);

    static Task<Answer> Send(HttpClient caller, object body, Guid? key, string path = "boardings") =>
        caller.Send(HttpMethod.Post, path, body, key is { } it ? [Key(it)] : []);

    [Fact]
    public async Task The_same_key_and_body_give_the_same_record_again()
    {
        var officer = await server.As("aus-officer");
        foreach (var body in new[] { Documents.Report(), Documents.Report(new { id = (string?)null }) })
        {
            var key = Guid.CreateVersion7();
            var first = (await Send(officer, body, key)).Is(201);
            var again = (await Send(officer, body, key)).Is(201);
            Assert.False(Replayed(first));
            Assert.True(Replayed(again));
            Assert.Equal((first.Text, first.ETag, first.Headers.Location), (again.Text, again.ETag, again.Headers.Location));
        }
    }

    [Fact]
    public async Task The_record_is_answered_as_it_stands_now()
    {
        var officer = await server.As("aus-officer");
        var (body, key) = (Documents.Report(), Guid.CreateVersion7());
        (await Send(officer, body, key)).Is(201);
        (await officer.Move($"boardings/{body["id"]}", "submitted")).Is(200);
        Assert.Equal("submitted", (string)(await Send(officer, body, key)).Is(201).Json["state"]!);
    }

    [Fact]
    public async Task A_key_comes_with_one_body_and_one_command()
    {
        var officer = await server.As("aus-officer");
        var (body, key) = (Documents.Report(), Guid.CreateVersion7());
        (await Send(officer, body, key)).Is(201);
        Assert.Equal("idempotencyKeyReused", (string)(await Send(officer, Documents.With((JsonObject)body.DeepClone(), new { title = "Another" }), key)).Is(422).Json["code"]!);
        (await Send(officer, Documents.Report(), key)).Is(422);
        (await Send(officer, body, key, "boardings?submit=true")).Is(422);
        (await Send(officer, Samples.Case(), key, "cases")).Is(422);
        (await Send(officer, new { text = "sarin" }, key, "screenings")).Is(422);
    }

    [Theory]
    [InlineData("boardings")]
    [InlineData("cases")]
    public async Task Without_a_key_the_id_serves(string path)
    {
        var officer = await server.As("aus-officer");
        var body = path == "cases" ? Samples.Case() : Documents.Report();
        var first = (await Send(officer, body, null, path)).Is(201);
        var other = Documents.With((JsonObject)body.DeepClone(), new { title = "Another" });
        foreach (var key in new Guid?[] { null, Guid.CreateVersion7(), Guid.CreateVersion7() })
        {
            var again = (await Send(officer, body, key, path)).Is(200);
            Assert.True(Replayed(again));
            Assert.Equal(first.Text, again.Text);
            Assert.Equal("idInUse", (string)(await Send(officer, other, key, path)).Is(409).Json["code"]!);
        }
    }

    [Fact]
    public async Task An_id_that_is_the_key_as_well_is_told_apart()
    {
        var officer = await server.As("aus-officer");
        var body = Samples.Case();
        var id = Guid.Parse((string)body["id"]!);
        (await Send(officer, body, id, "cases")).Is(201);
        Assert.True(Replayed((await Send(officer, body, null, "cases")).Is(200)));
        (await Send(officer, Documents.With((JsonObject)body.DeepClone(), new { title = "Another" }), null, "cases")).Is(409);
    }

    [Fact]
    public async Task An_id_of_a_record_or_part_that_another_partner_made_is_in_use()
    {
        var report = Documents.Report(new { marking = AustraliaOnly });
        var filed = (await Send(await server.As("aus-officer"), report, null)).Is(201);
        var stranger = await server.As("fra-officer");
        foreach (var id in new[] { (string)filed.Json["id"]!, (string)filed.Json["manifest"]!["id"]!, (string)filed.Json["seizures"]![0]!["exhibits"]![0]!["id"]! })
        {
            (await Send(stranger, Documents.With((JsonObject)report.DeepClone(), new { id }), null)).Is(409);
            (await Send(stranger, Samples.Case(new { id }), null, "cases")).Is(409);
        }
        (await Send(stranger, Samples.Case(new { id = (string)filed.Json["caseId"]! }), null, "cases")).Is(409);
    }

    [Fact]
    public async Task Keys_are_the_clients_own()
    {
        var key = Guid.CreateVersion7();
        var ids = new HashSet<string>();
        foreach (var who in new[] { "aus-officer", "aus-officer2", "jpn-officer" })
        {
            var made = (await Send(await server.As(who), Samples.Case(new { id = (string?)null }), key, "cases")).Is(201);
            Assert.False(Replayed(made));
            Assert.True(ids.Add((string)made.Json["id"]!));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_many_at_once_one_makes_the_record(bool withKey)
    {
        var officer = await server.As("aus-officer");
        var body = Documents.Report(new { title = $"race{Guid.CreateVersion7():N}" });
        var key = withKey ? Guid.CreateVersion7() : (Guid?)null;
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Send(officer, (JsonObject)body.DeepClone(), key)));
        Assert.Single(answers, x => x.Status == 201 && !Replayed(x));
        Assert.All(answers, x => Assert.True(x.Status == 409 || x.Status == (withKey ? 201 : 200) || x.Status == 201 && !Replayed(x), x.Text));
        Assert.Equal(1, (int)(await officer.Get($"boardings?q={body["title"]}&count=exact")).Is(200).Json["total"]!);
        Assert.Equal(1, (int)(await officer.Get($"cases?q={body["title"]}&count=exact")).Is(200).Json["total"]!);
    }

    [Fact]
    public async Task Of_many_with_keys_of_their_own_and_one_id_one_makes_the_record()
    {
        var officer = await server.As("aus-officer");
        var body = Documents.Report(new { title = $"race{Guid.CreateVersion7():N}" });
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Send(officer, (JsonObject)body.DeepClone(), Guid.CreateVersion7())));
        Assert.Single(answers, x => x.Status == 201);
        Assert.All(answers, x => Assert.True(x.Status is 201 or 409 || x.Status == 200 && Replayed(x), x.Text));
        Assert.Equal(1, (int)(await officer.Get($"boardings?q={body["title"]}&count=exact")).Is(200).Json["total"]!);
    }

    [Fact]
    public async Task A_transition_that_comes_again_is_answered_though_its_tag_is_stale_by_now()
    {
        var officer = await server.As("aus-officer");
        var filed = (await officer.Post("boardings", Documents.Report())).Is(201);
        var path = $"boardings/{filed.Json["id"]}/transitions";
        (string, string)[] headers = [Key(Guid.CreateVersion7()), ("If-Match", filed.ETag!)];
        var moved = (await officer.Send(HttpMethod.Post, path, new { to = "submitted" }, headers)).Is(200);
        var again = (await officer.Send(HttpMethod.Post, path, new { to = "submitted" }, headers)).Is(200);
        Assert.True(Replayed(again));
        Assert.Equal((moved.Text, moved.ETag), (again.Text, again.ETag));
        Assert.Single((await officer.Get(path)).Is(200).Json["items"]!.AsArray(), x => (string?)x!["to"] == "submitted");
    }

    [Fact]
    public async Task A_screening_that_comes_again_is_answered_again()
    {
        var liaison = await server.As("pan-liaison");
        var key = Guid.CreateVersion7();
        var first = (await Send(liaison, new { text = "sarin" }, key, "screenings")).Is(200);
        var again = (await Send(liaison, new { text = "sarin" }, key, "screenings")).Is(200);
        Assert.True(Replayed(again));
        Assert.Equal(first.Text, again.Text);
        (await Send(liaison, new { text = "salt" }, key, "screenings")).Is(422);
    }

    [Fact]
    public async Task A_command_that_failed_leaves_its_key_free()
    {
        var officer = await server.As("aus-officer");
        var key = Guid.CreateVersion7();
        (await Send(officer, Documents.Report(new { outcome = (string?)null }), key, "boardings?submit=true")).Is(422);
        (await Send(officer, Documents.Report(new { title = "" }), key)).Is(422);
        (await Send(officer, Documents.Report(), key, "boardings?validateOnly=true")).Is(200);
        Assert.False(Replayed((await Send(officer, Documents.Report(), key)).Is(201)));
    }
}
