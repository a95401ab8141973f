using Microsoft.Playwright;

namespace Interdiction.Tests.EndToEnd;

/// <summary>The API as a reader of /docs finds it.</summary>
public sealed class DocsTests(Server server, Browser browser)
{
    [Fact]
    public async Task Every_operation_and_schema_of_the_document_stands_on_the_page_and_every_link_leads_somewhere()
    {
        using var client = server.Anonymous();
        var document = (await client.Get("/openapi/v1.json")).Is(200).Json;
        await using var window = await browser.Open(server);
        await window.Page.GotoAsync("/docs");
        var headings = (await window.Page.Locator("h3").AllInnerTextsAsync()).Select(x => string.Join(' ', x.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToHashSet();
        foreach (var (path, item) in document["paths"]!.AsObject())
            foreach (var (method, _) in item!.AsObject())
                Assert.Contains($"{method.ToUpperInvariant()} {path}", headings);
        foreach (var (schema, _) in document["components"]!["schemas"]!.AsObject())
            Assert.Contains(schema, headings);
        Assert.Empty(await window.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('main a[href^=\"#\"]')].map(x => x.getAttribute('href').slice(1)).filter(x => !document.getElementById(x))"));
    }

    [Fact]
    public async Task The_type_of_a_problem_leads_to_its_page()
    {
        using var client = server.Anonymous();
        var problem = (await client.Get("me")).Is(401).Json;
        await using var window = await browser.Open(server);
        var answer = await window.Page.GotoAsync(new Uri((string)problem["type"]!).AbsolutePath);
        Assert.Equal(200, answer!.Status);
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync((string)problem["title"]!);
        Assert.Equal(404, (await window.Page.GotoAsync("/docs/problems/nothing"))!.Status);
    }

    [Fact]
    public async Task The_application_can_be_installed()
    {
        using var client = server.Anonymous();
        var manifest = (await client.Get("/manifest.webmanifest")).Is(200);
        Assert.Equal("application/manifest+json", manifest.ContentHeaders.ContentType?.MediaType);
        foreach (var icon in manifest.Json["icons"]!.AsArray())
            (await client.Get((string)icon!["src"]!)).Is(200);
        Assert.Equal("/", (string)manifest.Json.AsObject()["start_url"]!);
    }
}
