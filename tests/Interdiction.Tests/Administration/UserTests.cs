using System.Text.Json.Nodes;

namespace Interdiction.Tests.Administration;

/// <summary>People: invited, changed, suspended, let in again, invited anew.</summary>
public sealed class UserTests(Server server)
{
    static readonly (string Pointer, string Code, object Changes)[] Wrong =
    [
        ("/email", "required", new { email = (string?)null }),
        ("/email", "form", new { email = "nobody" }),
        ("/email", "form", new { email = "a@b.example, c@d.example" }),
        ("/name", "required", new { name = " " }),
        ("/name", "tooLong", new { name = new string('n', 201) }),
        ("/roles", "required", new { roles = Array.Empty<string>() }),
        ("/roles", "duplicate", new { roles = new[] { "officer", "officer" } }),
        ("/roles", "aloneOnly", new { roles = new[] { "officer", "administrator" } }),
        ("/roles/0", "unknownCode", new { roles = new[] { "king" } }),
        ("/grants/0", "coordinatorOnly", new { grants = new[] { "legal" } }),
        ("/grants/0", "unknownCode", new { grants = new[] { "everything" } }),
        ("/clearance", "required", new { clearance = (string?)null }),
        ("/clearance", "notHere", new { roles = new[] { "administrator" } }),
        ("/clearance", "unknownCode", new { clearance = "cosmic" }),
    ];

    Task<HttpClient> Administrator => server.As("aus-administrator");

    [Fact]
    public async Task An_invitation_shows_its_link_once()
    {
        var administrator = await Administrator;
        var body = Office.NewUser();
        var key = ("Idempotency-Key", Guid.CreateVersion7().ToString());
        var made = (await administrator.Send(HttpMethod.Post, "admin/users", body, key)).Is(201);
        var link = (string)made.Json["invitation"]!["link"]!;
        Assert.StartsWith($"{server.Address}invitations/", link, StringComparison.Ordinal);
        Assert.Equal($"/api/v1/admin/users/{body["id"]}", made.Headers.Location!.OriginalString);
        Assert.Equal("active", (string)made.Json["state"]!);

        var again = (await administrator.Send(HttpMethod.Post, "admin/users", body, key)).Is(201);
        Assert.Equal("true", again.Headers.GetValues("Idempotency-Replayed").Single());
        var token = link.Split('/')[^1];
        foreach (var answer in new[] { again, await administrator.Get($"admin/users/{body["id"]}"), await administrator.Get("admin/users?limit=200"), await administrator.Get("admin/invitations?limit=200") })
        {
            Assert.Contains((string)made.Json["invitation"]!["id"]!, answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(token, answer.Text, StringComparison.Ordinal);
        }
        var dry = (await administrator.Post("admin/users?validateOnly=true", Office.NewUser())).Is(200);
        Assert.Null((string?)dry.Json["invitation"]!["link"]);
    }

    [Fact]
    public async Task What_cannot_be_given_is_refused_with_its_place()
    {
        var administrator = await Administrator;
        foreach (var (pointer, code, changes) in Wrong)
        {
            var answer = (await administrator.Post("admin/users", Office.NewUser(changes))).Is(422);
            Assert.Contains((pointer, code), answer.Faults);
        }
        var taken = Office.NewUser();
        (await administrator.Post("admin/users", taken)).Is(201);
        var other = (await administrator.Post("admin/users", Office.NewUser(new { email = ((string)taken["email"]!).ToUpperInvariant() }))).Is(422);
        Assert.Contains(("/email", "duplicate"), other.Faults);
        (await administrator.Post("admin/users", Office.NewUser(new { password = "Chosen-For-Them-2003" }))).Is(400);
        (await administrator.Post("admin/users", Office.NewUser(new { partner = "USA" }))).Is(400);
    }

    [Fact]
    public async Task Roles_grants_and_clearance_are_changed_and_nobody_changes_their_own()
    {
        var administrator = await Administrator;
        var user = (string)(await server.Invite("aus"))["id"]!;
        var changed = (await administrator.Send(HttpMethod.Patch, $"admin/users/{user}", new { roles = Office.Codes("coordinator"), grants = Office.Codes("legal"), clearance = "secret" }, Office.Anyhow)).Is(200).Json;
        Assert.Equal("""["coordinator"] ["legal"] secret""", $"{changed["roles"]!.ToJsonString()} {changed["grants"]!.ToJsonString()} {changed["clearance"]}");
        Assert.Contains(("/grants/0", "coordinatorOnly"), (await administrator.Send(HttpMethod.Patch, $"admin/users/{user}", new { roles = Office.Codes("officer") }, Office.Anyhow)).Is(422).Faults);
        var promoted = (await administrator.Send(HttpMethod.Patch, $"admin/users/{user}", new { roles = Office.Codes("administrator"), grants = Array.Empty<string>() }, Office.Anyhow)).Is(200).Json;
        Assert.Null(promoted["clearance"]);

        using var self = await server.Register("aus", "administrator", null);
        (await self.Client.Send(HttpMethod.Patch, $"admin/clients/{self.Id}", new { roles = Office.Codes("officer"), clearance = "secret" }, Office.Anyhow)).Is(403);
        (await self.Client.Move($"admin/clients/{self.Id}", "suspended")).Is(403);
        (await self.Client.Send(HttpMethod.Patch, $"admin/clients/{self.Id}", new { name = "My own name" }, Office.Anyhow)).Is(200);
    }

    [Fact]
    public async Task The_last_administrator_of_a_partner_stays()
    {
        var client = await server.As("lbr-administrator");
        var person = (string)(await client.Get("admin/users?limit=200")).Is(200).Json["items"]!.AsArray().Single(x => (string)x!["email"]! == "administrator.lbr@demo.test")!["id"]!;
        Assert.Equal("lastAdministrator", (string)(await client.Move($"admin/users/{person}", "suspended")).Is(409).Json["code"]!);
        Assert.Equal("lastAdministrator", (string)(await client.Send(HttpMethod.Patch, $"admin/users/{person}", new { roles = Office.Codes("liaison"), clearance = "secret" }, Office.Anyhow)).Is(409).Json["code"]!);

        var second = (string)(await server.Invite("lbr", new { roles = Office.Codes("administrator"), clearance = (string?)null }))["id"]!;
        // Both are to go at the same moment: one of them stays.
        for (var round = 0; round < 5; round++)
        {
            var both = await Task.WhenAll(client.Move($"admin/users/{person}", "suspended"), client.Move($"admin/users/{second}", "suspended"));
            Assert.Single(both, x => x.Status == 200);
            Assert.Single(both, x => x.Status is 409 or 412);
            foreach (var id in new[] { person, second })
                await client.Move($"admin/users/{id}", "active");
        }
    }

    [Fact]
    public async Task Accounts_are_never_deleted()
    {
        var administrator = await Administrator;
        var user = (string)(await server.Invite("aus"))["id"]!;
        Assert.Equal(["GET", "PATCH"], (await administrator.Send(HttpMethod.Delete, $"admin/users/{user}", null, Office.Anyhow)).Is(405).ContentHeaders.Allow.Order());
    }

    [Fact]
    public async Task A_new_invitation_ends_the_old_one_and_what_the_person_signed_in_with()
    {
        var administrator = await Administrator;
        var user = await server.Invite("aus");
        var first = user["invitation"]!;
        var made = (await administrator.Post("admin/invitations", new { user = user["id"] })).Is(201);
        Assert.NotNull((string?)made.Json["link"]);
        (await administrator.Get($"admin/invitations/{first["id"]}")).Is(404);
        var read = (await administrator.Get($"admin/invitations/{made.Json["id"]}")).Is(200);
        Assert.Equal(made.ETag, read.ETag);
        (await administrator.Send(HttpMethod.Delete, $"admin/invitations/{made.Json["id"]}", null, ("If-Match", read.ETag!))).Is(204);
        (await administrator.Get($"admin/invitations/{made.Json["id"]}")).Is(404);
        Assert.Null((await administrator.Get($"admin/users/{user["id"]}")).Is(200).Json["invitation"]);
        foreach (var nobody in new[] { Guid.CreateVersion7().ToString(), (string)(await server.Invite("fra"))["id"]! })
            Assert.Contains(("/user", "unknownReference"), (await administrator.Post("admin/invitations", new { user = nobody })).Is(422).Faults);
    }
}
