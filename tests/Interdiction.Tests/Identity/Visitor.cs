using System.Net;
using System.Text.RegularExpressions;
using Interdiction.Kernel;

namespace Interdiction.Tests.Identity;

/// <summary>A person's browser, as far as forms and cookies go: it follows no redirect, so that a test sees it.</summary>
sealed partial class Visitor : IDisposable
{
    const string Chrome = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

    readonly Uri address;
    readonly TimeProvider clock;

    public Visitor(Server server, string agent = Chrome) : this(server.Address, server.Clock, agent)
    {
    }

    public Visitor(Uri address, TimeProvider clock, string agent = Chrome)
    {
        (this.address, this.clock) = (address, clock);
        Http = new HttpClient(new HttpClientHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = address };
        Http.DefaultRequestHeaders.UserAgent.ParseAdd(agent);
        Http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public HttpClient Http { get; }
    public CookieContainer Cookies { get; } = new();

    /// <summary>The authenticator app's key, once it is set up.</summary>
    public string Key { get; private set; } = "";
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    public string? Session => Cookies.GetCookies(address)["interdiction.session"]?.Value;

    public Task<Answer> Open(string path) => Http.Get(path);

    public Task<Answer> Api(HttpMethod method, string path, params (string, string)[] headers) => Http.Send(method, path, null, [("Accept", "application/json"), .. headers]);

    /// <summary>Fills in a form of a page and sends it.</summary>
    public async Task<Answer> Send(string page, string action, params (string Name, string Value)[] fields) => await SendFrom((await Open(page)).Text, action, fields);

    /// <summary>Likewise, from a page that is shown already.</summary>
    public async Task<Answer> SendFrom(string page, string action, params (string Name, string Value)[] fields)
    {
        var form = FormAt().Matches(page).Select(x => x.Value).FirstOrDefault(x => x.Contains($"action=\"{action}\"", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"There is no form to {action} on this page:\n{page}");
        var all = Hidden().Matches(form).ToDictionary(x => x.Groups[1].Value, x => WebUtility.HtmlDecode(x.Groups[2].Value));
        foreach (var (name, value) in fields)
            all[name] = value;
        return await Http.Send(HttpMethod.Post, action, new FormUrlEncodedContent(all));
    }

    public Task<Answer> SignIn(string login, string password = People.Password, string page = "/sign-in") => Send(page, "/sign-in", ("email", login), ("password", password));

    public string Code(TimeSpan? later = null) => People.Code(Key, clock.GetUtcNow() + (later ?? TimeSpan.Zero));

    /// <summary>The anti-forgery token of the session, which a page of it holds.</summary>
    public async Task<string> Token() => TokenAt().Match((await Open("/account")).Is(200).Text).Groups[1].Value;

    /// <summary>Sets the authenticator app up.</summary>
    public async Task<Answer> SetUpApp()
    {
        var page = (await Open("/account/second-factor")).Is(200).Text;
        Key = KeyAt().Match(page).Groups[1].Value;
        Assert.NotEmpty(Key);
        var done = (await SendFrom(page, "/account/second-factor/authenticator", ("code", Code()))).Is(200);
        RecoveryCodes = [.. CodeAt().Matches(done.Text).Select(x => x.Groups[1].Value)];
        return done;
    }

    /// <summary>An invited person who set a password and the app, and is in.</summary>
    public static async Task<(Visitor Who, Account Account)> Joined(Server server)
    {
        var (account, path) = await server.Invite();
        var who = new Visitor(server);
        (await who.Send(path, path + "/password", ("password", People.Password), ("again", People.Password))).Is(302);
        await who.SetUpApp();
        return (who, account);
    }

    public void Dispose() => Http.Dispose();

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex FormAt();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\"(?: value=\"([^\"]*)\")?")]
    private static partial Regex Hidden();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex TokenAt();

    [GeneratedRegex("<code id=\"key\">([^<]+)</code>")]
    private static partial Regex KeyAt();

    [GeneratedRegex("<li><code>([^<]+)</code></li>")]
    private static partial Regex CodeAt();
}
