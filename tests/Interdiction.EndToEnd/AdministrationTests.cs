using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Interdiction.Tests.EndToEnd;

/// <summary>Administrators at their pages, in a real browser.</summary>
public sealed class AdministrationTests(Server server, Browser browser)
{
    const string Who = "administrator.jpn";

    /// <summary>Where pictures of the pages go, for who wants to look at them.</summary>
    static readonly string? Pictures = Environment.GetEnvironmentVariable("INTERDICTION_TEST_PICTURES");

    [Fact]
    public async Task A_person_is_invited_by_a_link_that_is_shown_once_suspended_and_let_in_again()
    {
        await using var window = await browser.OpenAs(Who, server);
        var (page, name) = (window.Page, $"Officer {Guid.CreateVersion7():N}");
        await page.GotoAsync("/administration");
        await page.GetByLabel("E-mail address").FillAsync($"{Guid.CreateVersion7():N}@navy.example");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await page.GetByLabel("Officer", new() { Exact = true }).CheckAsync();
        await Press(page, "Invite");
        await Says(page, "Give the highest classification that the account reads");
        await page.GetByLabel("E-mail address").FillAsync($"{Guid.CreateVersion7():N}@navy.example");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await page.GetByLabel("Officer", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("Clearance").SelectOptionAsync("restricted");
        await Press(page, "Invite");
        var link = await page.Locator("code").InnerTextAsync();
        Assert.StartsWith($"http://localhost:{server.Address.Port}/invitations/", link, StringComparison.Ordinal);
        await Look(window, "link");

        await page.GotoAsync("/administration");
        await page.GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();
        Assert.DoesNotContain(link, await page.ContentAsync(), StringComparison.Ordinal);
        await Look(window, "person");
        await Press(page, "Suspend");
        await Assertions.Expect(page.Locator(".state-suspended")).ToBeVisibleAsync();
        await Press(page, "Restore");
        await Assertions.Expect(page.Locator(".state-active")).ToBeVisibleAsync();
        await page.GetByLabel("Clearance").SelectOptionAsync("secret");
        await Press(page, "Save");
        await Assertions.Expect(page.GetByLabel("Clearance")).ToHaveValueAsync("secret");
        await Press(page, "Invite anew");
        Assert.NotEqual(link, await page.Locator("code").InnerTextAsync());
    }

    [Fact]
    public async Task A_system_is_registered_and_joins_a_team()
    {
        await using var window = await browser.OpenAs(Who, server);
        var (page, system, team) = (window.Page, $"System {Guid.CreateVersion7():N}", $"Team {Guid.CreateVersion7():N}");
        await page.GotoAsync("/administration/clients");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(system);
        await page.GetByLabel("Officer", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("Clearance").SelectOptionAsync("restricted");
        await page.GetByLabel("Public keys or certificates").FillAsync("-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIA==\n-----END PRIVATE KEY-----");
        await Press(page, "Register");
        await Says(page, "The keys cannot be read");
        using var pair = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(system);
        await page.GetByLabel("Officer", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("Clearance").SelectOptionAsync("restricted");
        await page.GetByLabel("Public keys or certificates").FillAsync(pair.ExportSubjectPublicKeyInfoPem());
        await Press(page, "Register");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = system })).ToBeVisibleAsync();
        using var next = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        await page.GetByLabel("Public keys or certificates").FillAsync(next.ExportSubjectPublicKeyInfoPem());
        await Press(page, "Add keys");
        await Assertions.Expect(page.GetByText("Remove", new() { Exact = true }).And(page.Locator("button"))).ToHaveCountAsync(2);
        await Look(window, "client");
        await page.Locator("td button").First.ClickAsync();
        await Assertions.Expect(page.Locator("td button")).ToHaveCountAsync(1);

        await page.GotoAsync("/administration/teams");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(team);
        await Press(page, "Set up");
        await page.GetByLabel($"Place of {system} (system)").SelectOptionAsync("supervisor");
        await Press(page, "Save");
        await Assertions.Expect(page.GetByLabel($"Place of {system} (system)")).ToHaveValueAsync("supervisor");
        await Look(window, "team");
        await Press(page, "Dissolve the team");
        await Says(page, "The team has people");
    }

    [Fact]
    public async Task A_deputy_is_named_and_taken_back()
    {
        await using var window = await browser.OpenAs(Who, server);
        var page = window.Page;
        await page.GotoAsync("/administration/deputies");
        await page.GetByLabel("Partner").SelectOptionAsync("XCC");
        await page.GetByLabel("Id of one coordinator").FillAsync("somebody");
        await Press(page, "Name");
        await Says(page, "The coordinator's id is the one that");
        await page.GetByLabel("Partner").SelectOptionAsync("XCC");
        await page.GetByLabel("Close case").CheckAsync();
        await Press(page, "Name");
        await Assertions.Expect(page.GetByRole(AriaRole.Rowheader)).ToContainTextAsync("Coordination cell (XCC)");
        await Look(window, "deputies");
        await Press(page, "Take back the deputy of XCC");
        await Assertions.Expect(page.Locator("td button")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Whoever_does_not_administer_is_told_so_and_sees_nothing()
    {
        await using var window = await browser.OpenAs("coordinator.jpn", server);
        foreach (var path in new[] { "/administration", "/administration/clients", "/administration/teams", "/administration/deputies" })
        {
            var answer = await window.Page.GotoAsync(path);
            Assert.Equal(403, answer!.Status);
            Assert.DoesNotContain("administrator.jpn@demo.test", await window.Page.ContentAsync(), StringComparison.Ordinal);
        }
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Link, new() { Name = "Administration" })).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("/administration")]
    [InlineData("/administration/clients")]
    [InlineData("/administration/teams")]
    [InlineData("/administration/deputies")]
    public async Task Lists_are_for_every_eye_and_screen(string path)
    {
        await using var window = await browser.OpenAs(Who, server);
        await window.Page.GotoAsync(path);
        await Look(window, path.Split('/')[^1]);
    }

    /// <summary>Looks at the page at both widths and in both schemes.</summary>
    static async Task Look(Window window, string name)
    {
        var page = window.Page;
        foreach (var (width, scheme) in new[] { (1280, ColorScheme.Light), (360, ColorScheme.Dark) })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            if (Pictures is not null)
                await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}-{width}.png"), FullPage = true });
            var found = (await page.RunAxe()).Violations;
            Assert.True(found.Length == 0, string.Join('\n', found.Select(x => $"{x.Id}: {x.Help}: {string.Join(" | ", x.Nodes.Take(5).Select(n => n.Html))}")));
            Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{name} runs off a screen of {width} px.");
        }
        Assert.Empty(window.Complaints);
        await page.SetViewportSizeAsync(1280, 900);
    }

    static Task Press(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    static Task Says(IPage page, string words) => Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(words);
}
