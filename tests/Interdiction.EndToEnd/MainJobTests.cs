using Microsoft.Playwright;

namespace Interdiction.Tests.EndToEnd;

/// <summary>The main job as people see it: found, opened and read by whom it is released to, and not there for anybody else.</summary>
public sealed class MainJobTests(Server server, Browser browser)
{
    [Fact]
    public async Task A_coordinator_finds_the_case_by_keyboard_and_reads_what_was_found_aboard()
    {
        var word = $"Anemone{Guid.CreateVersion7():N}"[..18];
        var filed = (await (await server.As("aus-officer")).Post("boardings?submit=true", Documents.Report(new { title = $"Consignment {word}", localOffset = "+08:00" }))).Is(201).Json;
        await using var window = await (await browser.Open(server)).SignIn("coordinator.aus");
        var page = window.Page;

        await window.TabTo(AriaRole.Searchbox, "Words");
        await page.Keyboard.TypeAsync(word);
        await window.TabTo(AriaRole.Combobox, "Mode");
        await page.Keyboard.TypeAsync("Port");
        await window.TabTo(AriaRole.Button, "Find");
        await page.Keyboard.PressAsync("Enter");
        await page.At("**mode=port**");
        Assert.DoesNotContain("status=", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.GetByRole(AriaRole.Table)).ToContainTextAsync("1 case found");
        await Assertions.Expect(page.GetByRole(AriaRole.Table)).ToContainTextAsync("Restricted");

        var number = (string)filed["caseNumber"]!;
        await window.TabTo(AriaRole.Link, number);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync($"Consignment {word}");
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Marking" })).ToContainTextAsync("Releasable to AUS, JPN, USA, XCC");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Case report (PDF)" })).ToHaveAttributeAsync("href", $"{Server.Base}/cases/{filed["caseId"]}/report.pdf");
        Assert.StartsWith("%PDF-", System.Text.Encoding.ASCII.GetString(await (await page.APIRequest.GetAsync($"{Server.Base}/cases/{filed["caseId"]}/report.pdf")).BodyAsync()), StringComparison.Ordinal);

        await window.TabTo(AriaRole.Link, (string)filed["number"]!);
        await page.Keyboard.PressAsync("Enter");
        var cargo = page.GetByRole(AriaRole.Region, new() { Name = "Cargo" });
        await Assertions.Expect(cargo).ToContainTextAsync("1314-80-3");
        await Assertions.Expect(cargo).ToContainTextAsync("Australia Group");
        await Assertions.Expect(cargo).ToContainTextAsync("158 × barrel (BA)");
        var place = page.GetByRole(AriaRole.Region, new() { Name = "Event and place" });
        await Assertions.Expect(place).ToContainTextAsync("22°37.00'N 120°16.00'E");
        await Assertions.Expect(place).ToContainTextAsync("22.6167, 120.2667 decimal degrees");
        await Assertions.Expect(place).ToContainTextAsync("2003-08-07 02:00 UTC");
        await Assertions.Expect(place).ToContainTextAsync("2003-08-07 10:00 ship’s time (UTC+08:00)");
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Whom_it_is_not_released_to_finds_nothing_and_gets_the_page_of_what_is_not_there()
    {
        var word = $"Borage{Guid.CreateVersion7():N}"[..18];
        var filed = (await (await server.As("aus-officer")).Post("boardings?submit=true", Documents.Report(new { title = word }))).Is(201).Json;
        await using var window = await browser.OpenAs("coordinator.fra", server);
        var page = window.Page;

        await page.GotoAsync($"/cases?q={word}");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "No case fits" })).ToBeVisibleAsync();

        var nothing = await Answer("/cases/01999999-0000-7000-8000-000000000000");
        Assert.Equal(404, nothing.Status);
        foreach (var path in new[] { $"/cases/{filed["caseId"]}", $"/boardings/{filed["id"]}", $"/boardings/{filed["id"]}/revisions/1", $"/cases/{Guid.CreateVersion7()}", $"/boardings/{Guid.CreateVersion7()}" })
            Assert.Equal(nothing, await Answer(path));
        Assert.Empty(window.Complaints);

        async Task<(int Status, string Text)> Answer(string path)
        {
            var answer = await page.GotoAsync(path);
            return (answer!.Status, await page.InnerTextAsync("body"));
        }
    }

    [Fact]
    public async Task What_cannot_be_searched_is_said_and_the_form_keeps_what_was_typed()
    {
        await using var window = await browser.OpenAs("coordinator.aus", server);
        var answer = await window.Page.GotoAsync("/cases?flag=Atlantis&q=ship");
        Assert.Equal(400, answer!.Status);
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("three letters, such as PAN");
        await Assertions.Expect(window.Page.GetByLabel("Words")).ToHaveValueAsync("ship");
    }

    [Fact]
    public async Task A_long_list_is_turned_page_by_page_and_shows_each_case_once()
    {
        var officer = await server.As("sgp-officer");
        var word = $"Caltha{Guid.CreateVersion7():N}"[..18];
        var marking = new { classification = "unclassified", releasableTo = new[] { "SGP" } };
        for (var i = 0; i < 53; i++)
            (await officer.Post("cases", new { id = Guid.CreateVersion7(), title = $"{word} {i}", mode = "sea", marking })).Is(201);
        await using var window = await browser.OpenAs("coordinator.sgp", server);
        await window.Page.GotoAsync($"/cases?q={word}");
        var first = await window.Page.Locator("tbody .key").AllInnerTextsAsync();
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Next page" }).ClickAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Link, new() { Name = "First page" })).ToBeVisibleAsync();
        var second = await window.Page.Locator("tbody .key").AllInnerTextsAsync();
        Assert.Equal((50, 3), (first.Count, second.Count));
        Assert.Empty(first.Intersect(second));
    }
}
