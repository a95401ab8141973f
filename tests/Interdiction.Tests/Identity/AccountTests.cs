using System.Net;
using System.Text.Json.Nodes;
using Interdiction.Contracts;
using Interdiction.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Tests.Identity;

/// <summary>Sessions, fresh sign-ins and changes of how a person signs in.</summary>
public sealed class AccountTests(StrictServer strict) : IClassFixture<StrictServer>
{
    readonly Server server = strict.Server;

    [Fact]
    public async Task A_person_sees_their_sessions_and_ends_one_or_all_others()
    {
        var (here, account) = await Visitor.Joined(server);
        using var there = new Visitor(server, "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0");
        using (here)
        {
            await Enter(there, here, account.Login);
            var sessions = await Sessions(here);
            Assert.Equal(2, sessions.Count);
            Assert.Equal("Chrome on Linux", (string?)sessions.Single(x => (bool)x!["isThis"]!)!["browser"]);
            var other = sessions.Single(x => !(bool)x!["isThis"]!)!;
            Assert.Equal("Firefox on Windows", (string?)other["browser"]);
            Assert.True(IPAddress.TryParse((string?)other["address"], out var address) && IPAddress.IsLoopback(address));

            // A write under the cookie needs its anti-forgery token; the form has it.
            (await here.Api(HttpMethod.Delete, $"me/sessions/{other["id"]}")).Is(400);
            (await here.Send("/account", "/account/sessions/end", ("id", (string)other["id"]!))).Is(302);
            (await there.Api(HttpMethod.Get, "me")).Is(401);
            Assert.Single(await Sessions(here));

            await Enter(there, here, account.Login, code: 0);
            (await here.Send("/account", "/account/sessions/end-others")).Is(302);
            (await there.Api(HttpMethod.Get, "me")).Is(401);
            (await here.Api(HttpMethod.Get, "me")).Is(200);
            Assert.Contains("EndSession done", await server.Audit(account.Id));
        }
    }

    [Fact]
    public async Task Nobody_ends_or_sees_a_session_of_somebody_else()
    {
        var (mine, _) = await Visitor.Joined(server);
        var (others, _) = await Visitor.Joined(server);
        using (mine)
        using (others)
        {
            var id = (string)(await Sessions(others)).Single()!["id"]!;
            Assert.DoesNotContain(await Sessions(mine), x => (string?)x!["id"] == id);
            (await mine.Send("/account", "/account/sessions/end", ("id", id))).Is(404);
            (await others.Api(HttpMethod.Get, "me")).Is(200);
        }
    }

    [Fact]
    public async Task A_session_ends_by_idleness_and_by_age()
    {
        var (idle, _) = await Visitor.Joined(server);
        var (busy, _) = await Visitor.Joined(server);
        using (idle)
        using (busy)
        {
            server.Clock.Move(TimeSpan.FromMinutes(50));
            (await busy.Api(HttpMethod.Get, "me")).Is(200);
            server.Clock.Move(TimeSpan.FromMinutes(20));
            (await idle.Api(HttpMethod.Get, "me")).Is(401);
            (await busy.Api(HttpMethod.Get, "me")).Is(200);
            // Used every three quarters of an hour, it lasts until its day is over.
            for (var minutes = 70 + 45; minutes < 24 * 60; minutes += 45)
            {
                server.Clock.Move(TimeSpan.FromMinutes(45));
                (await busy.Api(HttpMethod.Get, "me")).Is(200);
            }
            server.Clock.Move(TimeSpan.FromMinutes(45));
            (await busy.Api(HttpMethod.Get, "me")).Is(401);
        }
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sessions_and_the_old_one_is_gone()
    {
        var (here, account) = await Visitor.Joined(server);
        using var there = new Visitor(server);
        using (here)
        {
            await Enter(there, here, account.Login);
            Task<Answer> Change(string current, string @new, string? again = null) =>
                here.Send("/account", "/account/password", ("current", current), ("new", @new), ("again", again ?? @new));
            Assert.Contains("not right", (await Change("not the password", "another velvet kettle")).Is(400).Text, StringComparison.Ordinal);
            Assert.Contains("differ", (await Change(People.Password, "another velvet kettle", "another velvet")).Is(400).Text, StringComparison.Ordinal);
            Assert.Contains("12 characters", (await Change(People.Password, "short one")).Is(400).Text, StringComparison.Ordinal);
            Assert.Contains("most common", (await Change(People.Password, "password1234")).Is(400).Text, StringComparison.Ordinal);
            Assert.Contains("neighbouring keys", (await Change(People.Password, "zxcvfr45tgbnhy")).Is(400).Text, StringComparison.Ordinal);
            (await there.Api(HttpMethod.Get, "me")).Is(200);

            (await Change(People.Password, "another velvet kettle")).Is(302);
            (await there.Api(HttpMethod.Get, "me")).Is(401);
            (await here.Api(HttpMethod.Get, "me")).Is(200);
            (await there.SignIn(account.Login)).Is(400);
            (await there.SignIn(account.Login, "another velvet kettle")).Is(200);
        }
    }

    [Fact]
    public async Task What_weighs_asks_for_a_sign_in_of_the_last_ten_minutes_and_the_session_stays()
    {
        var (who, account) = await Visitor.Joined(server);
        using (who)
        {
            var session = (string)(await Sessions(who)).Single()!["id"]!;
            var token = ("X-Interdiction-Antiforgery", await who.Token());
            // Ten minutes are not over: the passkey is looked for, and there is none of this name.
            (await who.Api(HttpMethod.Delete, "me/passkeys/AAAA", token)).Is(404);
            server.Clock.Move(TimeSpan.FromMinutes(11));
            Assert.Equal("stepUpRequired", (string?)(await who.Api(HttpMethod.Delete, "me/passkeys/AAAA", token)).Is(403).Json["code"]);
            Assert.Contains("sign in again", (await who.Open("/account")).Is(200).Text, StringComparison.Ordinal);
            Assert.Equal("/sign-in?stepUp&returnUrl=/account", (await who.Send("/account", "/account/recovery-codes")).Is(302).Headers.Location?.ToString());
            (await who.Open("/account/second-factor")).Is(302);

            // Somebody else's password refreshes nothing.
            (await who.Send("/sign-in?stepUp", "/sign-in", ("email", "officer.aus@demo.test"), ("password", "Demo-Interdiction-2003"))).Is(400);
            var step = (await who.SignIn("", page: "/sign-in?stepUp&returnUrl=/account")).Is(200);
            Assert.Equal("/account", (await who.SendFrom(step.Text, "/sign-in/code", ("code", who.Code()))).Is(302).Headers.Location?.ToString());
            Assert.Equal(session, (string)(await Sessions(who)).Single()!["id"]!);
            (await who.Api(HttpMethod.Delete, "me/passkeys/AAAA", token)).Is(404);
            Assert.Contains("RemovePasskey stepUpRequired", await server.Audit(account.Id));
        }
    }

    [Fact]
    public async Task A_machine_client_is_not_asked_for_a_fresh_sign_in_and_has_no_sessions()
    {
        var machine = await server.As("aus-officer");
        Assert.Empty((await machine.Get("me/sessions")).Is(200).Json["items"]!.AsArray());
        Assert.Empty((await machine.Get("me/passkeys")).Is(200).Json["items"]!.AsArray());
        (await machine.Send(HttpMethod.Delete, "me/passkeys/AAAA")).Is(404);
        (await machine.Send(HttpMethod.Delete, $"me/sessions/{Guid.CreateVersion7()}")).Is(404);
    }

    [Fact]
    public async Task The_last_second_factor_stays()
    {
        var (who, account) = await Visitor.Joined(server);
        using (who)
        {
            Assert.Contains("could not sign in any more", (await who.Send("/account", "/account/authenticator/remove")).Is(400).Text, StringComparison.Ordinal);
            Assert.Equal(1, await server.AsOwner(db => db.Authenticators.CountAsync(x => x.PersonId == account.Id)));
        }
    }

    [Fact]
    public async Task A_suspended_person_is_out_on_the_next_request()
    {
        var (who, account) = await Visitor.Joined(server);
        using (who)
        {
            await server.AsOwner(db => db.Accounts.Where(x => x.Id == account.Id).ExecuteUpdateAsync(x => x.SetProperty(y => y.SuspendedAt, server.Clock.GetUtcNow())));
            (await who.Api(HttpMethod.Get, "me")).Is(401);
            (await who.Open("/account")).Is(302);
        }
    }

    static async Task<JsonArray> Sessions(Visitor who) => (await who.Api(HttpMethod.Get, "me/sessions")).Is(200).Json["items"]!.AsArray();

    /// <summary>Signs in with the app that the person has, or with a recovery code.</summary>
    static async Task Enter(Visitor there, Visitor owner, string login, int code = 1) =>
        (await there.SendFrom((await there.SignIn(login)).Is(200).Text, "/sign-in/code", ("code", owner.RecoveryCodes[code]))).Is(302);
}
