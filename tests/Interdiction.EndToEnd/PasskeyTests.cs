using System.Text.RegularExpressions;
using Interdiction.Tests.Identity;
using Microsoft.Playwright;

namespace Interdiction.Tests.EndToEnd;

/// <summary>Passkeys in a real browser, with the authenticator that Chromium plays itself.</summary>
public sealed class PasskeyTests(StrictServer strict, Browser browser) : IClassFixture<StrictServer>
{
    readonly Server server = strict.Server;

    [Fact]
    public async Task An_invited_person_sets_up_a_passkey_and_signs_in_with_nothing_else()
    {
        var (account, path) = await server.Invite();
        await using var window = await browser.Open(server);
        var key = await Key.Plug(window.Page);
        await window.Page.GotoAsync(path);
        await window.Page.GetByLabel("Name of the passkey").FillAsync("Bridge laptop");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Set up a passkey" }).ClickAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "Cases", Exact = true })).ToBeVisibleAsync();
        Assert.Equal(1, await key.Count());

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await window.Page.At("**/sign-in");
        await window.Page.GotoAsync("/cases?mode=port");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await window.Page.At("**/cases?mode=port");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = account.Name }).ClickAsync();
        await Assertions.Expect(window.Page.GetByLabel("Name of passkey 1")).ToHaveValueAsync("Bridge laptop");
        await window.Page.GetByLabel("Name of passkey 1").FillAsync("Old laptop");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Name passkey 1 anew" }).ClickAsync();
        await Assertions.Expect(window.Page.GetByLabel("Name of passkey 1")).ToHaveValueAsync("Old laptop");

        // It is the only way in: it stays.
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Remove the passkey Old laptop" }).ClickAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("could not sign in any more");
        Assert.Empty(window.Complaints);
        Assert.Equal("RedeemInvitation done, SignIn done, SignOut done, SignIn done, RemovePasskey lastWayIn",
            string.Join(", ", (await server.Audit(account.Id)).Where(x => !x.StartsWith("List", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_second_passkey_comes_and_goes_and_ends_the_other_sessions()
    {
        var (account, path) = await server.Invite();
        await using var window = await Join(path);
        var first = window.Key;
        // The first is taken out of the machine, or the browser would say that it is there already.
        await first.Unplug();
        await using (var second = await Key.Plug(window.Window.Page))
        {
            await window.Window.Page.GotoAsync("/account/second-factor");
            await window.Window.Page.GetByLabel("Name of the passkey").FillAsync("Security key");
            await window.Window.Page.GetByRole(AriaRole.Button, new() { Name = "Set up a passkey" }).ClickAsync();
            await Assertions.Expect(window.Window.Page.GetByRole(AriaRole.Status).First).ToContainTextAsync("The passkey is set up");
            await window.Window.Page.GetByRole(AriaRole.Button, new() { Name = "Remove the passkey Passkey" }).ClickAsync();
            await Assertions.Expect(window.Window.Page.GetByRole(AriaRole.Status).First).ToContainTextAsync("removed");
            await Assertions.Expect(window.Window.Page.GetByLabel("Name of passkey 1")).ToHaveValueAsync("Security key");
        }
        Assert.Equal(1, (await server.Audit(account.Id)).Count(x => x == "RemovePasskey done"));
    }

    [Fact]
    public async Task A_fresh_sign_in_keeps_the_session_and_somebody_elses_passkey_does_not_give_one()
    {
        var (_, path) = await server.Invite();
        await using var joined = await Join(path);
        var page = joined.Window.Page;
        await page.GotoAsync("/account");
        server.Clock.Move(TimeSpan.FromMinutes(11));
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "sign in again" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await page.At("**/account");
        await Assertions.Expect(page.GetByText("1 session")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "sign in again" })).ToHaveCountAsync(0);

        // The key of another person, in the same machine.
        await joined.Key.Unplug();
        var (_, others) = await server.Invite("Sam Shoal");
        await using var other = await Join(others);
        var credential = await other.Key.Take();
        await using var planted = await Key.Plug(page);
        await planted.Put(credential);
        await page.GotoAsync("/sign-in?stepUp&returnUrl=/account");
        await page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("opens no account");
    }

    [Fact]
    public async Task A_key_that_does_not_ask_for_its_owner_is_not_taken()
    {
        var (_, path) = await server.Invite();
        await using var window = await browser.Open(server);
        await using var key = await Key.Plug(window.Page, verifies: false);
        await window.Page.GotoAsync(path);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Set up a passkey" }).ClickAsync();
        await Assertions.Expect(window.Page.GetByText("Nothing was done: it was cancelled")).ToBeVisibleAsync();
        Assert.Equal(0, await key.Count());
    }

    [Fact]
    public async Task A_passkey_that_was_shown_once_is_not_shown_again_by_who_kept_the_form()
    {
        var (_, path) = await server.Invite();
        await using var joined = await Join(path);
        var page = joined.Window.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.At("**/sign-in");
        string? sent = null;
        page.Request += (_, request) => sent = request.Method == "POST" && request.Url.EndsWith("/sign-in/passkey", StringComparison.Ordinal) ? request.PostData : sent;
        await page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Cases", Exact = true })).ToBeVisibleAsync();
        Assert.NotNull(sent);

        var fields = sent.Split('&').Select(x => x.Split('=')).ToDictionary(x => x[0], x => Uri.UnescapeDataString(x[1].Replace('+', ' ')));
        using var thief = new Visitor(server);
        var again = await thief.Send("/sign-in", "/sign-in/passkey", ("credential", fields["credential"]), ("state", fields["state"]));
        Assert.Contains("opens no account", again.Is(400).Text, StringComparison.Ordinal);
        Assert.Null(thief.Session);
    }

    [Fact]
    public async Task A_password_and_an_app_are_set_up_and_asked_for_without_any_script()
    {
        var (account, path) = await server.Invite();
        await using var window = await browser.Open(server, script: false);
        var page = window.Page;
        await page.GotoAsync(path);
        await page.GetByLabel("New password").FillAsync(People.Password);
        await page.GetByLabel("The same once more").FillAsync(People.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Set this password" }).ClickAsync();
        await page.At("**/account/second-factor");
        var key = await page.Locator("#key").InnerTextAsync();
        await page.GetByLabel("Code that the app shows").FillAsync("000000");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take the app into use" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("not right");
        Assert.Equal(key, await page.Locator("#key").InnerTextAsync());
        await page.GetByLabel("Code that the app shows").FillAsync(People.Code(key, server.Clock.GetUtcNow()));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Recovery codes" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".recovery li")).ToHaveCountAsync(10);
        await page.GetByRole(AriaRole.Link, new() { Name = "I have kept them" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        await window.SignIn(account.Login, People.Password);
        await page.GetByLabel("Code of your authenticator app").FillAsync(People.Code(key, server.Clock.GetUtcNow().AddSeconds(30)));
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Cases", Exact = true })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    public async Task Every_page_of_signing_in_is_fit_to_be_used_by_anybody(int width, ColorScheme scheme)
    {
        var (_, path) = await server.Invite();
        await using var window = await browser.Open(server, width, 900, scheme);
        var page = window.Page;
        await page.GotoAsync(path);
        await Fits(window, "invitation", path);
        await page.GotoAsync("/invitations/madeUp");
        await Fits(window, "invitation-gone", path);
        await page.GotoAsync(path);
        await page.GetByLabel("New password").FillAsync(People.Password);
        await page.GetByLabel("The same once more").FillAsync(People.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Set this password" }).ClickAsync();
        await page.At("**/account/second-factor");
        await Fits(window, "second-factor", path);
        var key = await page.Locator("#key").InnerTextAsync();
        await page.GetByLabel("Code that the app shows").FillAsync(People.Code(key, server.Clock.GetUtcNow()));
        await page.GetByRole(AriaRole.Button, new() { Name = "Take the app into use" }).ClickAsync();
        await Assertions.Expect(page.Locator(".recovery li")).ToHaveCountAsync(10);
        await Fits(window, "recovery-codes", path);
        await using var device = await Key.Plug(page);
        await page.GotoAsync("/account/second-factor");
        await page.GetByRole(AriaRole.Button, new() { Name = "Set up a passkey" }).ClickAsync();
        await page.At("**/account?done=passkey");
        await Fits(window, "account", path);
        await page.GotoAsync("/sign-in?stepUp&returnUrl=/account");
        await Fits(window, "sign-in-again", path);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(People.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Second step" })).ToBeVisibleAsync();
        await Fits(window, "second-step", path);
        await window.TabTo(AriaRole.Button, "Go on");
        Assert.Empty(window.Complaints);
    }

    static async Task Fits(Window window, string name, string token)
    {
        var page = window.Page;
        await page.Locator("main").WaitForAsync();
        await LookTests.NoViolations(page);
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{name} runs off the screen.");
        Assert.Equal(0, await page.Locator("script:not([src]), style, [style], [onclick]").CountAsync());
        Assert.DoesNotContain("unsafe", await page.ContentAsync(), StringComparison.Ordinal);
        if (name != "invitation")
            Assert.False(Regex.IsMatch(await page.ContentAsync(), Regex.Escape(token)), $"{name} tells the token of the invitation.");
        if (Environment.GetEnvironmentVariable("INTERDICTION_SCREENS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{page.ViewportSize!.Width}.png"), FullPage = true });
    }

    async Task<Joined> Join(string path)
    {
        var window = await browser.Open(server);
        var key = await Key.Plug(window.Page);
        await window.Page.GotoAsync(path);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Set up a passkey" }).ClickAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "Cases", Exact = true })).ToBeVisibleAsync();
        return new Joined(window, key);
    }

    sealed record Joined(Window Window, Key Key) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Window.DisposeAsync();
    }
}
