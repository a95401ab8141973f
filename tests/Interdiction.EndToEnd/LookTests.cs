using Deque.AxeCore.Playwright;
using Interdiction.Tests.Archives;
using Interdiction.Tests.Proposals;
using Microsoft.Playwright;

namespace Interdiction.Tests.EndToEnd;

/// <summary>Every page, looked at as people with other eyes, hands and screens do.</summary>
public sealed class LookTests(Server server, Browser browser)
{
    public static TheoryData<string> Pages =>
    [
        "/sign-in", "/cases", "/cases?q=nothingiscalledthis", "/cases?flag=Atlantis", "/cases/{case}", "/boardings/{report}", "/boardings/{report}/revisions/1", "/notifications", "/notifications?show=all",
        "/dispatches", "/dispatches?state=sent", "/dispatches/{dispatch}", "/consent-requests", "/consent-requests/{request}",
        "/cases/{ending}", "/destructions", "/destructions/{destruction}",
        "/nowhere", "/docs", "/docs/problems", "/docs/problems/notFound",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing_and_nothing_runs_off_a_narrow_screen(string path)
    {
        path = await Known(path);
        // Both schemes and both layouts, crosswise: the colours of a scheme are the same at every width.
        foreach (var (width, scheme) in new[] { (1280, ColorScheme.Light), (360, ColorScheme.Dark) })
        {
            await using var window = path == "/sign-in" ? await browser.Open(server, width, 900, scheme) : await browser.OpenAs("coordinator.aus", server, width, 900, scheme);
            var answer = await window.Page.GotoAsync(path);
            var policy = (await answer!.AllHeadersAsync())["content-security-policy"];
            Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Empty(window.Complaints);
            await NoViolations(window.Page);
            await NothingRunsOff(window.Page);
            // Tables are tables still, and narrowest.
            await window.Page.SetViewportSizeAsync(1025, 900);
            await NothingRunsOff(window.Page);
        }
    }

    static async Task NothingRunsOff(IPage page)
    {
        var wide = await page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('body *')].filter(x => x.getBoundingClientRect().right > innerWidth + 0.5 && x.getBoundingClientRect().width > 1).map(x => x.outerHTML.slice(0, 120))");
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{page.Url} at {page.ViewportSize!.Width}: {string.Join('\n', wide)}");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/v1/me")]
    [InlineData("/api/v1/nowhere")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/site.css")]
    [InlineData("/manifest.webmanifest")]
    [InlineData("/health/ready")]
    public async Task Every_answer_tells_browsers_what_not_to_do(string path)
    {
        using var client = server.Anonymous();
        var headers = (await client.Get(path)).Headers;
        foreach (var name in new[] { "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy", "Permissions-Policy" })
            Assert.True(headers.Contains(name), name);
    }

    [Fact]
    public async Task Pages_are_not_kept_and_hold_neither_script_nor_inline_style()
    {
        await using var window = await browser.OpenAs("coordinator.aus", server);
        foreach (var path in new[] { "/", "/cases", await Known("/cases/{case}"), await Known("/boardings/{report}"), "/docs" })
        {
            var answer = await window.Page.GotoAsync(path);
            Assert.Equal("private, no-store", (await answer!.AllHeadersAsync())["cache-control"]);
            Assert.Equal(0, await window.Page.Locator("script, style, [style], [onclick]").CountAsync());
            Assert.Equal("en", await window.Page.Locator("html").GetAttributeAsync("lang"));
        }
    }

    [Fact]
    public async Task The_first_Tab_offers_to_skip_to_the_content()
    {
        await using var window = await browser.OpenAs("coordinator.aus", server);
        await window.Page.GotoAsync("/cases");
        await window.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Link, new() { Name = "Skip to content" })).ToBeFocusedAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(window.Page.GetByLabel("Words")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Programs_get_problems_and_people_get_pages_for_what_is_not_there()
    {
        using var client = server.Anonymous();
        Assert.Equal("text/html", (await client.Get("/nowhere", ("Accept", "text/html"))).Is(404).ContentHeaders.ContentType?.MediaType);
        Assert.Equal("application/problem+json", (await client.Get("/nowhere", ("Accept", "application/json"))).Is(404).ContentHeaders.ContentType?.MediaType);
        Assert.Equal("application/problem+json", (await client.Get("/api/v1/nowhere", ("Accept", "text/html"))).Is(404).ContentHeaders.ContentType?.MediaType);
    }

    internal static async Task NoViolations(IPage page)
    {
        var found = (await page.RunAxe()).Violations;
        Assert.True(found.Length == 0, string.Join('\n', found.Select(x => $"{x.Id}: {x.Help}: {string.Join(" | ", x.Nodes.Take(5).Select(n => n.Html))}")));
    }

    /// <summary>The path with the ids of a case, of a report in it that has warnings, remarks and two revisions, of a request to a flag State, of a dispatch, and of a case that is to be destroyed, with that destruction.</summary>
    async Task<string> Known(string path)
    {
        if (!path.Contains('{', StringComparison.Ordinal))
            return path;
        return (await (example ??= File(server))).Aggregate(path, (known, x) => known.Replace($"{{{x.Key}}}", x.Value, StringComparison.Ordinal));
    }

    static Task<Dictionary<string, string>>? example;

    static async Task<Dictionary<string, string>> File(Server server)
    {
        var officer = await server.As("aus-officer");
        var lead = await server.As("aus-coordinator");
        var filed = (await officer.Post("boardings?submit=true", Documents.Report(new { legalBases = new[] { new { code = "PSI_PRINCIPLES", grounds = "Information" }, new { code = "MASTER_CONSENT", grounds = "Asked" } } }))).Is(201).Json;
        var record = $"boardings/{filed["id"]}";
        (await lead.Move(record, "inReview")).Is(200);
        (await lead.Move(record, "returned", new { reason = "Please mend.", remarks = new[] { new { pointer = "/narrative", text = "Say who searched." } } })).Is(200);
        (await officer.Send(HttpMethod.Put, record, Documents.Report(new { id = filed["id"], title = "Mended" }), ("If-Match", "*"))).Is(200);
        var second = await server.As("aus-coordinator2");
        var ending = await Acts.Case(server);
        await lead.Archive(second, ending);
        async Task<string> First(string list) => (string)(await lead.Get($"{list}?limit=1")).Is(200).Json["items"]![0]!["id"]!;
        return new() { ["case"] = (string)filed["caseId"]!, ["report"] = (string)filed["id"]!, ["dispatch"] = await First("dispatches"), ["request"] = await First("consent-requests"), ["ending"] = ending, ["destruction"] = await lead.Announce(second, ending) };
    }
}
