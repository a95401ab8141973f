using System.Diagnostics;
using System.Net;
using Interdiction.Kernel;
using Interdiction.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Tests.Identity;

/// <summary>Password and code: who fails learns nothing, and no code is good twice.</summary>
public sealed class SignInTests(StrictServer strict) : IClassFixture<StrictServer>
{
    readonly Server server = strict.Server;

    [Fact]
    public async Task Who_has_no_second_factor_is_led_to_set_one_up_before_anything_else()
    {
        using var who = new Visitor(server);
        (await who.SignIn("officer.fra@demo.test", "Demo-Interdiction-2003")).Is(302);
        foreach (var path in new[] { "/", "/cases", "/account", "/docs" })
            Assert.Equal("/account/second-factor", (await who.Open(path)).Is(302).Headers.Location?.ToString());
        foreach (var path in new[] { "me", "cases", "me/sessions" })
            Assert.Equal("secondFactorRequired", (string?)(await who.Api(HttpMethod.Get, path)).Is(403).Json["code"]);
        await who.SetUpApp();
        (await who.Open("/cases")).Is(200);
        Assert.Equal("FRA", (string?)(await who.Api(HttpMethod.Get, "me")).Is(200).Json["partner"]);
    }

    [Fact]
    public async Task A_code_of_the_app_is_good_once_and_an_earlier_one_never_after()
    {
        var (first, account) = await Visitor.Joined(server);
        using (first)
        {
            using var copy = new Visitor(server);
            var step = (await copy.SignIn(account.Login)).Is(200);
            // Setting the app up has used the present code.
            Assert.Equal(400, (await copy.SendFrom(step.Text, "/sign-in/code", ("code", first.Code()))).Status);
            var code = first.Code(TimeSpan.FromSeconds(30));
            (await copy.SendFrom(step.Text, "/sign-in/code", ("code", $"{code[..3]} {code[3..]}"))).Is(302);
            (await copy.Open("/cases")).Is(200);
            Assert.Equal(400, (await copy.SendFrom(step.Text, "/sign-in/code", ("code", code))).Status);
            Assert.Equal(400, (await copy.SendFrom(step.Text, "/sign-in/code", ("code", first.Code()))).Status);
        }
    }

    [Fact]
    public async Task A_code_that_comes_many_times_at_once_lets_one_in()
    {
        var (first, account) = await Visitor.Joined(server);
        using (first)
        {
            var visitors = Enumerable.Range(0, 3).Select(_ => new Visitor(server)).ToList();
            var steps = new List<string>();
            foreach (var each in visitors)
                steps.Add((await each.SignIn(account.Login)).Is(200).Text);
            var code = first.Code(TimeSpan.FromSeconds(30));
            var answers = await Task.WhenAll(visitors.Zip(steps, (who, step) => who.SendFrom(step, "/sign-in/code", ("code", code))));
            Assert.Single(answers, x => x.Status == 302);
            visitors.ForEach(x => x.Dispose());
        }
    }

    [Fact]
    public async Task Recovery_codes_serve_once_each_and_are_kept_as_hashes()
    {
        var (first, account) = await Visitor.Joined(server);
        using (first)
        {
            Assert.Equal(10, first.RecoveryCodes.Distinct().Count());
            var stored = await server.AsOwner(db => db.RecoveryCodes.Where(x => x.PersonId == account.Id).Select(x => x.Hash).ToListAsync());
            Assert.Equal(10, stored.Count);
            Assert.All(stored, x => Assert.Equal(32, x.Length));
            var key = await server.AsOwner(db => db.Authenticators.Where(x => x.PersonId == account.Id).Select(x => x.Key).SingleAsync());
            Assert.DoesNotContain(first.Key.Replace(" ", "", StringComparison.Ordinal), key, StringComparison.Ordinal);

            async Task<int> Use(string code)
            {
                using var who = new Visitor(server);
                return (await who.SendFrom((await who.SignIn(account.Login)).Is(200).Text, "/sign-in/code", ("code", code))).Status;
            }
            Assert.Equal(302, await Use(first.RecoveryCodes[0].ToLowerInvariant()));
            Assert.Equal(400, await Use(first.RecoveryCodes[0]));
            Assert.Equal(302, await Use(first.RecoveryCodes[1].Replace("-", "", StringComparison.Ordinal)));
            // 24 signs of 32: more than the 112 bits from which a plain hash is enough.
            Assert.All(first.RecoveryCodes, x => Assert.Equal(24, x.Replace("-", "", StringComparison.Ordinal).Length));

            // New ones put the old ones out of use.
            var renewed = (await first.Send("/account", "/account/recovery-codes")).Is(200);
            Assert.DoesNotContain(first.RecoveryCodes[2], renewed.Text, StringComparison.Ordinal);
            Assert.Equal(400, await Use(first.RecoveryCodes[2]));
            var audit = await server.Audit(account.Id);
            Assert.Equal(2, audit.Count(x => x == "UseRecoveryCode done"));
        }
    }

    [Fact]
    public async Task Until_the_password_is_right_every_failure_looks_and_lasts_alike()
    {
        var (plain, _) = await server.Invite();
        var (joined, locked) = await Visitor.Joined(server);
        var (other, wrong) = await Visitor.Joined(server);
        var (left, suspended) = await Visitor.Joined(server);
        await server.AsOwner(db => db.Accounts.Where(x => x.Id == suspended.Id).ExecuteUpdateAsync(x => x.SetProperty(y => y.SuspendedAt, server.Clock.Now())));
        using (joined)
        using (other)
        using (left)
        {
            using var guesser = new Visitor(server);
            for (var i = 0; i < 5; i++)
                (await guesser.SignIn(locked.Login, "not the password")).Is(400);
            var faces = new HashSet<string>();
            foreach (var (login, password) in new[]
            {
                ("nobody@example.org", People.Password), (plain.Login, People.Password), (wrong.Login, "not the password"),
                (locked.Login, "not the password"), (locked.Login, People.Password), (suspended.Login, People.Password), (suspended.Login, "not the password"),
            })
            {
                using var who = new Visitor(server);
                var begun = Stopwatch.GetTimestamp();
                var answer = (await who.SignIn(login, password)).Is(400);
                // Timers count by a coarser clock than the stopwatch, and may be a few milliseconds early by it.
                Assert.True(Stopwatch.GetElapsedTime(begun) >= TimeSpan.FromMilliseconds(980), $"{login} was refused too soon.");
                Assert.Null(who.Session);
                faces.Add(Face(answer.Text, login));
            }
            Assert.Single(faces);
            Assert.All((await server.Audit(locked.Id))[^2..], x => Assert.Equal("SignIn locked", x));
            Assert.Equal("SignIn suspended", (await server.Audit(suspended.Id))[^1]);
            var unknown = await server.AsOwner(db => db.AuditEntries.Where(x => x.Actor == Guid.Empty && x.Action == "SignIn").ToListAsync());
            Assert.NotEmpty(unknown);
            Assert.All(unknown, x => Assert.Equal(("", ""), (x.ActorName, x.Partner)));

            // After five minutes it is open again.
            server.Clock.Move(TimeSpan.FromMinutes(6));
            (await guesser.SignIn(locked.Login)).Is(200);
        }
    }

    [Fact]
    public async Task Many_guesses_at_once_are_no_more_than_five()
    {
        var (joined, account) = await Visitor.Joined(server);
        using (joined)
        {
            using var who = new Visitor(server);
            var form = (await who.Open("/sign-in")).Text;
            await Task.WhenAll(Enumerable.Range(0, 12).Select(i => who.SendFrom(form, "/sign-in", ("email", account.Login), ("password", $"guess number {i}"))));
            var tried = (await server.Audit(account.Id)).GroupBy(x => x).ToDictionary(x => x.Key, x => x.Count());
            Assert.Equal(5, tried["SignIn wrongPassword"]);
            Assert.Equal(7, tried["SignIn locked"]);
        }
    }

    [Fact]
    public async Task Who_knows_the_password_guesses_no_more_codes_by_typing_it_again()
    {
        var (joined, account) = await Visitor.Joined(server);
        using (joined)
        {
            using var who = new Visitor(server);
            var rightPasswords = 0;
            for (var i = 0; i < 6; i++)
            {
                var step = await who.SignIn(account.Login);
                if (step.Status == 200)
                {
                    rightPasswords++;
                    (await who.SendFrom(step.Text, "/sign-in/code", ("code", "000000"))).Is(400);
                }
            }
            Assert.Equal(5, rightPasswords);
        }
    }

    [Fact]
    public async Task A_half_done_sign_in_ends_with_the_password_that_began_it()
    {
        var (joined, account) = await Visitor.Joined(server);
        using (joined)
        {
            using var thief = new Visitor(server);
            var step = (await thief.SignIn(account.Login)).Is(200);
            (await joined.Send("/account", "/account/password", ("current", People.Password), ("new", "another velvet kettle"), ("again", "another velvet kettle"))).Is(302);
            (await thief.SendFrom(step.Text, "/sign-in/code", ("code", joined.Code(TimeSpan.FromSeconds(30))))).Is(400);
            Assert.Null(thief.Session);
        }
    }

    /// <summary>The page without what differs from one request to the next, and without what was typed.</summary>
    static string Face(string page, string login) =>
        System.Text.RegularExpressions.Regex.Replace(page.Replace(WebUtility.HtmlEncode(login), "", StringComparison.Ordinal), "CfDJ8[0-9A-Za-z_-]+", "");
}
