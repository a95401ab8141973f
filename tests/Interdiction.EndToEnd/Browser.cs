using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Interdiction.Tests.EndToEnd.Browser))]

namespace Interdiction.Tests.EndToEnd;

/// <summary>A real browser, one for all tests; each person has a context of their own.</summary>
public sealed class Browser : IAsyncLifetime
{
    readonly ConcurrentDictionary<string, Task<string>> sessions = new();
    IPlaywright playwright = null!;
    IBrowser chromium = null!;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout((float)Window.Patience.TotalMilliseconds);
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Headless = true,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A window of somebody who is signed in, such as coordinator.aus; one session serves all tests of a person.</summary>
    public async Task<Window> OpenAs(string who, Server server, int width = 1280, int height = 900, ColorScheme scheme = ColorScheme.Light) =>
        await Open(server, width, height, scheme, await sessions.GetOrAdd(who, async _ =>
        {
            await using var window = await (await Open(server)).SignIn(who);
            return await window.Context.StorageStateAsync();
        }));

    /// <summary>A fresh window; what its console complains about is kept.</summary>
    public async Task<Window> Open(Server server, int width = 1280, int height = 900, ColorScheme scheme = ColorScheme.Light, string? session = null, bool script = true)
    {
        var context = await chromium.NewContextAsync(new()
        {
            BaseURL = $"http://localhost:{server.Address.Port}",
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = scheme,
            StorageState = session,
            JavaScriptEnabled = script,
        });
        context.SetDefaultTimeout((float)Window.Patience.TotalMilliseconds);
        return new Window(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        playwright.Dispose();
    }
}

/// <summary>One person's browser window.</summary>
public sealed class Window : IAsyncDisposable
{
    readonly IBrowserContext context;
    readonly List<string> complaints = [];

    /// <summary>How long is waited for a page or for what is on it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    public Window(IBrowserContext context, IPage page)
    {
        (this.context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
    }

    public IPage Page { get; }
    public IBrowserContext Context => context;

    /// <summary>What the console said beyond the statuses of pages that are not there.</summary>
    public IEnumerable<string> Complaints => complaints.Where(x => !x.StartsWith("Failed to load resource: the server responded with a status of 4", StringComparison.Ordinal));

    public async Task<Window> SignIn(string who, string password = "Demo-Interdiction-2003")
    {
        await Page.GotoAsync("/sign-in");
        return await Fill(who, password);
    }

    /// <summary>Fills in the sign-in form that is shown, and sends it.</summary>
    public async Task<Window> Fill(string who, string password)
    {
        await Page.GetByLabel("E-mail address").FillAsync(who.Contains('@', StringComparison.Ordinal) ? who : $"{who}@demo.test");
        await Page.GetByLabel("Password", new() { Exact = true }).FillAsync(password);
        await Leave(() => Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync());
        return this;
    }

    /// <summary>Does what leads to another page, and returns once that page is there; what is on it, a test waits for.</summary>
    async Task Leave(Func<Task> act)
    {
        // Listened for from before the act on: the next page may be here before the act returns.
        var left = new TaskCompletionSource();
        void Navigated(object? sender, IFrame frame)
        {
            if (frame == Page.MainFrame)
                left.TrySetResult();
        }
        Page.FrameNavigated += Navigated;
        try
        {
            await act();
            await left.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        }
        finally
        {
            Page.FrameNavigated -= Navigated;
        }
    }

    /// <summary>Presses Tab until the field or link of this name has the focus.</summary>
    public async Task TabTo(AriaRole role, string name)
    {
        var target = Page.GetByRole(role, new() { Name = name, Exact = true });
        for (var presses = 0; presses < 80; presses++)
        {
            if (await target.EvaluateAsync<bool>("it => it === document.activeElement"))
                return;
            await Page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"The {role} '{name}' cannot be reached by Tab.");
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();
}

/// <summary>Waits that a quick page does not slip through.</summary>
static class Arrival
{
    extension(IPage page)
    {
        /// <summary>Waits until the page is at an address, two stars for anything. It asks until it is so: an event that came before would be waited for in vain.</summary>
        public Task At(string address) => Assertions.Expect(page).ToHaveURLAsync(new Regex($"^{Regex.Escape(address).Replace(@"\*\*", ".*", StringComparison.Ordinal)}$"));
    }
}
