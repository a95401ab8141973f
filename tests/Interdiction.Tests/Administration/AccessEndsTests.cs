using System.Text.Json.Nodes;
using Interdiction.Data;
using Interdiction.Identity;
using Interdiction.Kernel;
using Interdiction.Tests.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Interdiction.Tests.Administration;

/// <summary>A suspension counts from the next request, whatever token or session comes with it.</summary>
public sealed class AccessEndsTests(Server server)
{
    [Fact]
    public async Task A_suspended_client_is_refused_at_once_and_gets_no_token()
    {
        var administrator = await server.As("aus-administrator");
        using var machine = await server.Register("aus");
        (await machine.Client.Get("me")).Is(200);
        (await administrator.Move($"admin/clients/{machine.Id}", "suspended")).Is(200);
        (await machine.Client.Get("me")).Is(401);
        Assert.NotEqual(200, (await server.Token($"{machine.Id}", machine.Secret)).Status);
        (await administrator.Move($"admin/clients/{machine.Id}", "suspended")).Is(409);

        (await administrator.Move($"admin/clients/{machine.Id}", "active")).Is(200);
        Assert.Equal(200, (await server.Token($"{machine.Id}", machine.Secret)).Status);
        // The token of before stays good for nothing.
        (await machine.Client.Get("me")).Is(401);
    }

    [Fact]
    public async Task Duties_count_from_the_next_request()
    {
        var administrator = await server.As("aus-administrator");
        using var machine = await server.Register("aus");
        (await machine.Client.Post("boardings", Documents.Report())).Is(201);
        (await administrator.Send(HttpMethod.Patch, $"admin/clients/{machine.Id}", new { roles = Office.Codes("auditor"), clearance = "unclassified" }, Office.Anyhow)).Is(200);
        (await machine.Client.Post("boardings", Documents.Report())).Is(403);
        Assert.Equal("unclassified", (string)(await machine.Client.Get("me")).Is(200).Json["clearance"]!);
    }

    [Fact]
    public async Task Sessions_and_credentials_of_a_person_end()
    {
        var user = await server.Invite("aus");
        var id = (Guid)user["id"]!;
        await In(async services =>
        {
            var people = services.GetRequiredService<UserManager<Person>>();
            var person = (await people.FindByIdAsync($"{id}"))!;
            Assert.True((await people.AddPasswordAsync(person, "Chosen-By-Themselves-2026")).Succeeded);
            await services.GetRequiredService<Sessions>().Begin(person.Id, new DefaultHttpContext(), TestContext.Current.CancellationToken);
        });
        var administrator = await server.As("aus-administrator");
        Assert.True(await Has(id, session: true, password: true));
        (await administrator.Move($"admin/users/{id}", "suspended")).Is(200);
        Assert.True(await Has(id, session: false, password: true));
        (await administrator.Post("admin/invitations", new { user = id })).Is(422);
        (await administrator.Move($"admin/users/{id}", "active")).Is(200);
        (await administrator.Post("admin/invitations", new { user = id })).Is(201);
        Assert.True(await Has(id, session: false, password: false));
    }

    [Fact]
    public async Task Every_administrative_act_leaves_an_entry_with_the_account()
    {
        var administrator = await server.As("aus-administrator");
        var id = (Guid)(await server.Invite("aus"))["id"]!;
        (await administrator.Move($"admin/users/{id}", "suspended")).Is(200);
        (await (await server.As("fra-administrator")).Move($"admin/users/{id}", "active")).Is(404);
        var entries = await server.AsOwner(db => db.AuditEntries.Where(x => x.Resource == id).OrderBy(x => x.At).ThenBy(x => x.Id).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["InviteUser AUS done", "MoveUser AUS done", "MoveUser FRA notFound"], entries.Select(x => $"{x.Action} {x.Partner} {x.Outcome}"));
        Assert.All(entries, x => Assert.Equal(Permission.AdministerAccounts.Name, x.Rule));
    }

    async Task<bool> Has(Guid id, bool session, bool password)
    {
        var fits = false;
        await In(async services =>
        {
            var db = services.GetRequiredService<InterdictionDb>();
            fits = session == await db.Sessions.AnyAsync(x => x.PersonId == id, TestContext.Current.CancellationToken)
                && password == ((await db.Users.SingleAsync(x => x.Id == id, TestContext.Current.CancellationToken)).PasswordHash is not null);
        });
        return fits;
    }

    async Task In(Func<IServiceProvider, Task> work)
    {
        await using var scope = server.Services.CreateAsyncScope();
        await work(scope.ServiceProvider);
    }
}
