using Interdiction.Mailing;
using Interdiction.Tests.Consents;
using Interdiction.Tests.Data;
using Interdiction.Tests.Identity;
using Interdiction.Tests.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Tests.Mailing;

/// <summary>E-mail, handed in at a real mail server: by TLS, once, and without a word of what it is about.</summary>
public sealed class MailTests
{
    const string Japan = "officer.jpn@demo.test";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    static readonly TimeSpan Settled = 3 * MailRound.Pace;

    static async Task<Server> Start(MailServer mail)
    {
        var server = new Server();
        foreach (var (name, value) in mail.Settings)
            server.Settings[name] = value;
        await server.InitializeAsync();
        return server;
    }

    static async Task File(Server server, string title = "Mailed") =>
        (await (await server.As("aus-officer")).Post("boardings?submit=true", Documents.Report(new { title, marking = Flags.Marking("restricted", "JPN") }))).Is(201);

    /// <summary>Waits until everybody has what the demonstration's cases tell them, and the duties that are opened in these soon after the start.</summary>
    /// <returns>How many mails that were.</returns>
    static async Task<int> ToldOfDemonstration(MailServer mail)
    {
        await Until(() => mail.To(Japan).Count > 0, "The demonstration told Japan nothing.");
        for (var before = 0; before < mail.Taken.Count;)
        {
            before = mail.Taken.Count;
            await Task.Delay(2 * Settled, TestContext.Current.CancellationToken);
        }
        return mail.Taken.Count;
    }

    static Task Until(Func<bool> holds, string what) => Until(() => Task.FromResult(holds()), what);

    static async Task Until(Func<Task<bool>> holds, string what)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await holds())
            await Task.Delay(100, patience.IsCancellationRequested ? throw new TimeoutException(what) : TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_mail_says_that_something_waits_and_no_word_of_what()
    {
        using var mail = new MailServer();
        await using var server = await Start(mail);
        var (before, told, filer, stranger) = (await ToldOfDemonstration(mail), mail.To(Japan).Count, mail.To("officer.aus@demo.test").Count, mail.To("officer.fra@demo.test").Count);
        const string title = "Words that leave the house never";
        await File(server, title);
        await Until(() => mail.To(Japan).Count > told, "Japan was not told.");
        await Task.Delay(Settled, TestContext.Current.CancellationToken);
        Assert.Equal((told + 1, filer, stranger), (mail.To(Japan).Count, mail.To("officer.aus@demo.test").Count, mail.To("officer.fra@demo.test").Count));
        Assert.True(mail.Taken.Count > before + 1, "Nobody else was told.");
        var sent = string.Concat(mail.To(Japan));
        Assert.Contains("X-Line: TLS\r\n", sent, StringComparison.Ordinal);
        Assert.Contains($"X-From: {MailServer.From}\r\n", sent, StringComparison.Ordinal);
        Assert.Contains("Subject: Something waits for you in Interdiction\r\n", sent, StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-generated\r\n", sent, StringComparison.Ordinal);
        Assert.Contains("/notifications", sent, StringComparison.Ordinal);
        foreach (var word in new[] { title, "BR-", "INT-", "AUS", "Australia", "released" })
            Assert.DoesNotContain(word, sent, StringComparison.Ordinal);
        Assert.Contains(await server.AsOwner(db => db.AuditEntries.Where(x => x.Action == "EndMail").Select(x => x.ActorName + x.Rule).Distinct().ToListAsync(TestContext.Current.CancellationToken)), x => x == "systemsendMail");
    }

    [Fact]
    public async Task Who_wants_none_gets_none_and_an_address_that_is_unknown_is_given_up()
    {
        using var mail = new MailServer { Unknown = "coordinator.jpn@demo.test" };
        await using var server = await Start(mail);
        await ToldOfDemonstration(mail);
        var (told, auditor) = (mail.To(Japan).Count, mail.To("auditor.jpn@demo.test").Count);
        using var visitor = new Visitor(server);
        (await visitor.SignIn(Japan, Demonstration.DemonstrationSeed.Password)).Is(302);
        (await visitor.Send("/account", "/account/mail")).Is(302);
        Assert.Contains("You get none.", (await visitor.Open("/account")).Text, StringComparison.Ordinal);
        await File(server);
        await Until(() => mail.To("auditor.jpn@demo.test").Count > auditor, "The auditor was not told.");
        await Until(() => server.AsOwner(db => db.Mails.AllAsync(x => x.EndedAt != null, TestContext.Current.CancellationToken)), "Mails are tried without end.");
        Assert.Equal(told, mail.To(Japan).Count);
        Assert.Empty(mail.To("coordinator.jpn@demo.test"));
    }

    [Fact]
    public async Task What_cannot_be_handed_in_is_tried_again_and_comes_once()
    {
        using var mail = new MailServer { IsBusy = true };
        await using var server = await Start(mail);
        await Until(() => mail.TurnedAway, "Nothing was tried.");
        await Task.Delay(Settled, TestContext.Current.CancellationToken);
        Assert.Empty(mail.Taken);
        mail.IsBusy = false;
        // Not at once: after a minute by the server's clock.
        await Task.Delay(Settled, TestContext.Current.CancellationToken);
        Assert.Empty(mail.To(Japan));
        server.Clock.Move(TimeSpan.FromMinutes(2));
        await Until(() => mail.To(Japan).Count == 1, "Japan was not told.");
        await Task.Delay(Settled, TestContext.Current.CancellationToken);
        Assert.Single(mail.To(Japan));
    }

    [PostgresFact]
    public async Task Of_several_servers_on_one_database_one_sends()
    {
        using var mail = new MailServer();
        await using var data = await StationData.Make();
        var stations = Enumerable.Range(0, 3).Select(_ => new Station(data, [.. mail.Settings.Select(x => ($"Interdiction:{x.Name}", x.Value))])).ToList();
        stations.ForEach(x => x.Start());
        Assert.True(await ToldOfDemonstration(mail) > 20, "Few were told.");
        Assert.Distinct(mail.Taken.Select(x => x.Split("Message-Id: ", 2)[1].Split("\r\n")[0]));
        foreach (var station in stations)
            await station.DisposeAsync();
    }

    [Fact]
    public async Task Where_no_mail_server_is_named_nothing_is_put_down()
    {
        await using var server = new Server();
        await server.InitializeAsync();
        await File(server);
        Assert.Equal(0, await server.AsOwner(db => db.Mails.CountAsync(TestContext.Current.CancellationToken)));
        using var visitor = new Visitor(server);
        (await visitor.SignIn(Japan, Demonstration.DemonstrationSeed.Password)).Is(302);
        Assert.DoesNotContain("/account/mail", (await visitor.Open("/account")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mail.example.org", MailTls.None, null, "no-reply@example.org", "by TLS")]
    [InlineData("localhost", MailTls.Start, null, "nobody", "not an e-mail address")]
    [InlineData("localhost", MailTls.Start, "user", "no-reply@example.org", "go together")]
    [InlineData("localhost", MailTls.None, null, "no-reply@example.org", null)]
    [InlineData("mail.example.org", MailTls.Start, null, "no-reply@example.org", null)]
    public void Mail_on_an_open_line_is_refused_at_the_start(string host, MailTls tls, string? user, string from, string? fault)
    {
        var said = new MailSettings { Host = host, Tls = tls, User = user, From = from }.Fault;
        if (fault is null)
            Assert.Null(said);
        else
            Assert.Contains(fault, said, StringComparison.Ordinal);
    }
}
