using System.Security.Cryptography;
using System.Text;
using Interdiction.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Tests.Identity;

/// <summary>What an invited person does with the link.</summary>
public sealed class InvitationTests(StrictServer strict) : IClassFixture<StrictServer>
{
    readonly Server server = strict.Server;

    [Fact]
    public async Task An_invited_person_sees_for_whom_it_is_sets_a_password_and_an_app_and_is_in()
    {
        var (account, path) = await server.Invite();
        using var who = new Visitor(server);
        var page = (await who.Open(path)).Is(200);
        Assert.Equal("no-referrer", page.Headers.GetValues("Referrer-Policy").Single());
        Assert.Contains(account.Login, page.Text, StringComparison.Ordinal);
        Assert.Contains("Australia (AUS)", page.Text, StringComparison.Ordinal);
        // Looking at it, as filters of mail do, uses nothing up.
        (await who.Open(path)).Is(200);

        Assert.Contains("most common", (await Set(who, path, "passwordpassword")).Is(400).Text, StringComparison.Ordinal);
        Assert.Contains("your address", (await Set(who, path, account.Login.Split('@')[0])).Is(400).Text, StringComparison.Ordinal);
        Assert.Contains("differ", (await who.Send(path, path + "/password", ("password", People.Password), ("again", "another one"))).Is(400).Text, StringComparison.Ordinal);
        (await Set(who, path, People.Password)).Is(302);
        Assert.Equal("/account/second-factor", (await who.Open("/cases")).Is(302).Headers.Location?.ToString());
        await who.SetUpApp();
        (await who.Open("/cases")).Is(200);
        Assert.Equal("RedeemInvitation done, SignIn done, RenewRecoveryCodes done, AddAuthenticator done",
            string.Join(", ", (await server.Audit(account.Id)).Where(x => !x.StartsWith("List", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task It_serves_once_and_is_kept_as_a_hash()
    {
        var (account, path) = await server.Invite();
        using var who = new Visitor(server);
        var form = (await who.Open(path)).Is(200).Text;
        var sent = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => who.SendFrom(form, path + "/password", ("password", People.Password), ("again", People.Password))));
        Assert.Single(sent, x => x.Status == 302);
        Assert.Equal(2, sent.Count(x => x.Status == 404));
        using var later = new Visitor(server);
        (await later.Open(path)).Is(404);
        var stored = await server.AsOwner(db => db.Invitations.AsNoTracking().SingleAsync(x => x.AccountId == account.Id));
        Assert.NotNull(stored.UsedAt);
        Assert.Equal(SHA256.HashData(Encoding.UTF8.GetBytes(path.Split('/')[^1])), stored.TokenHash);
    }

    [Fact]
    public async Task It_is_not_good_when_it_is_old_replaced_made_up_or_its_account_is_suspended()
    {
        using var who = new Visitor(server);
        (await who.Open("/invitations/madeUp")).Is(404);
        var (account, replaced) = await server.Invite();
        var (_, path) = await server.Invite(again: account);
        (await who.Open(replaced)).Is(404);
        (await who.Open(path)).Is(200);
        var (suspended, other) = await server.Invite();
        await server.AsOwner(db => db.Accounts.Where(x => x.Id == suspended.Id).ExecuteUpdateAsync(x => x.SetProperty(y => y.SuspendedAt, server.Clock.GetUtcNow())));
        (await who.Open(other)).Is(404);
        server.Clock.Move(TimeSpan.FromHours(71));
        (await who.Open(path)).Is(200);
        server.Clock.Move(TimeSpan.FromHours(2));
        (await who.Open(path)).Is(404);
    }

    [Fact]
    public async Task A_new_invitation_replaces_whatever_the_account_had()
    {
        var (before, account) = await Visitor.Joined(server);
        using (before)
        {
            var (_, path) = await server.Invite(again: account);
            (await before.Api(HttpMethod.Get, "me")).Is(200);
            using var who = new Visitor(server);
            (await Set(who, path, "another velvet kettle")).Is(302);
            (await before.Api(HttpMethod.Get, "me")).Is(401);
            using var old = new Visitor(server);
            (await old.SignIn(account.Login)).Is(400);
            Assert.Equal("/account/second-factor", (await who.Open("/")).Is(302).Headers.Location?.ToString());
            Assert.Equal(0, await server.AsOwner(db => db.Authenticators.CountAsync(x => x.PersonId == account.Id)) + await server.AsOwner(db => db.RecoveryCodes.CountAsync(x => x.PersonId == account.Id)));
        }
    }

    [Fact]
    public async Task A_form_without_its_token_sets_nothing()
    {
        var (account, path) = await server.Invite();
        using var client = server.Anonymous();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["password"] = People.Password, ["again"] = People.Password });
        (await client.Send(HttpMethod.Post, path + "/password", form)).Is(400);
        Assert.False(await server.AsOwner(db => db.Users.AnyAsync(x => x.Id == account.Id)));
    }

    static Task<Answer> Set(Visitor who, string path, string password) => who.Send(path, path + "/password", ("password", password), ("again", password));
}
