using Microsoft.Playwright;

namespace Interdiction.Tests.EndToEnd;

/// <summary>The filters of the list of cases that ask for something of a report.</summary>
public sealed class FilterTests(Server server, Browser browser)
{
    [Fact]
    public async Task Cases_are_found_by_flag_and_by_days_of_which_the_last_counts()
    {
        var word = $"Dahlia{Guid.CreateVersion7():N}"[..18];
        (await (await server.As("aus-officer")).Post("boardings?submit=true", Documents.Report(new { title = word }))).Is(201);
        await using var window = await browser.OpenAs("coordinator.aus", server);
        await Finds(1, "flag=prk");
        await Finds(0, "flag=Panama");
        await Finds(1, "from=2003-08-07&to=2003-08-07");
        await Finds(0, "from=2003-08-08");
        await Finds(0, "to=2003-08-06");

        async Task Finds(int cases, string filter)
        {
            await window.Page.GotoAsync($"/cases?q={word}&{filter}");
            await Assertions.Expect(cases == 0 ? window.Page.GetByRole(AriaRole.Heading, new() { Name = "No case fits" }) : window.Page.GetByText("1 case found")).ToBeVisibleAsync();
        }
    }
}
