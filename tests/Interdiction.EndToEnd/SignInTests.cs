using System.Net;
using Microsoft.Playwright;

namespace Interdiction.Tests.EndToEnd;

/// <summary>Signing in and out: who fails learns nothing, who leaves has left.</summary>
public sealed class SignInTests(Server server, Browser browser)
{
    [Fact]
    public async Task A_wrong_password_and_an_unknown_account_are_told_the_same()
    {
        await using var window = await browser.Open(server);
        var wrong = await Fault("officer2.jpn", "not the password");
        var unknown = await Fault("nobody.jpn", "not the password");
        Assert.Equal(wrong, unknown);
        Assert.Contains("not right", wrong, StringComparison.Ordinal);

        async Task<string> Fault(string who, string password)
        {
            await window.SignIn(who, password);
            return await window.Page.GetByRole(AriaRole.Alert).InnerTextAsync();
        }
    }

    [Fact]
    public async Task After_five_failures_the_right_password_is_refused_too_in_the_same_words()
    {
        await using var window = await browser.Open(server);
        var said = new HashSet<string>();
        for (var i = 0; i < 5; i++)
        {
            await window.SignIn("officer2.sgp", $"wrong {i}");
            said.Add(await window.Page.GetByRole(AriaRole.Alert).InnerTextAsync());
        }
        await window.SignIn("officer2.sgp");
        said.Add(await window.Page.GetByRole(AriaRole.Alert).InnerTextAsync());
        Assert.Single(said);
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org/")]
    [InlineData("/\\example.org")]
    [InlineData("javascript:alert(1)")]
    [InlineData("~/cases")]
    public async Task Signing_in_leads_nowhere_else(string returnUrl)
    {
        await using var window = await browser.Open(server);
        await window.Page.GotoAsync($"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}");
        await window.Fill("auditor.usa", "Demo-Interdiction-2003");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "Cases", Exact = true })).ToBeVisibleAsync();
        Assert.Equal("/", new Uri(window.Page.Url).AbsolutePath);
        Assert.Equal("localhost", new Uri(window.Page.Url).Host);
    }

    [Fact]
    public async Task Who_asks_for_a_page_signs_in_first_and_gets_it_then()
    {
        await using var window = await browser.Open(server);
        await window.Page.GotoAsync("/cases?mode=port");
        Assert.Equal("/sign-in", new Uri(window.Page.Url).AbsolutePath);
        await window.Fill("auditor.usa", "Demo-Interdiction-2003");
        await window.Page.At("**/cases?mode=port");
    }

    [Fact]
    public async Task The_start_page_is_the_form_until_somebody_is_signed_in()
    {
        await using var window = await browser.Open(server);
        await window.Page.GotoAsync("/");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "Sign in", Exact = true })).ToBeVisibleAsync();
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "coordinator.jpn@demo.test" }).ClickAsync();
        await window.Page.GetByLabel("Password", new() { Exact = true }).FillAsync("Demo-Interdiction-2003");
        await window.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "Cases", Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.GetByText("Coordinator of JPN")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Signing_out_ends_the_session_for_a_copy_of_its_cookie_too()
    {
        await using var window = await (await browser.Open(server)).SignIn("auditor.fra");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "Cases", Exact = true })).ToBeVisibleAsync();
        var cookie = (await window.Context.CookiesAsync()).Single(x => x.Name == "interdiction.session");
        Assert.True(cookie.HttpOnly);
        Assert.Equal(SameSiteAttribute.Strict, cookie.SameSite);
        Assert.Equal(200, await Me(cookie.Value));

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await window.Page.At("**/sign-in");
        await window.Page.GotoAsync("/cases");
        Assert.Equal("/sign-in", new Uri(window.Page.Url).AbsolutePath);
        Assert.Equal(401, await Me(cookie.Value));
    }

    [Fact]
    public async Task A_form_without_its_token_signs_nobody_in_or_out()
    {
        using var client = server.Anonymous();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["email"] = "auditor.fra@demo.test", ["password"] = "Demo-Interdiction-2003" });
        using var signIn = await client.PostAsync("/sign-in", form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, signIn.StatusCode);
        Assert.DoesNotContain(signIn.Headers, x => x.Key == "Set-Cookie" && x.Value.Any(y => y.StartsWith("interdiction.session", StringComparison.Ordinal)));
        using var nothing = new FormUrlEncodedContent([]);
        using var signOut = await client.PostAsync("/sign-out", nothing, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, signOut.StatusCode);
    }

    async Task<int> Me(string session)
    {
        using var handler = new HttpClientHandler { UseCookies = false };
        using var client = new HttpClient(handler) { BaseAddress = server.Address };
        return (await client.Get("me", ("Cookie", $"interdiction.session={session}"))).Status;
    }
}
