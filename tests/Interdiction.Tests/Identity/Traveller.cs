using System.Net;

namespace Interdiction.Tests.Identity;

/// <summary>A browser as far as cookies and redirects go.</summary>
sealed class Traveller : IDisposable
{
    readonly HttpClient client;

    public Traveller(Uri server) => client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = server };

    public HttpClient Client => client;

    /// <summary>Follows redirects until one leads to what the test waits for, which is not asked for.</summary>
    public async Task<Uri> Follow(string address, Func<Uri, bool> until)
    {
        var next = new Uri(client.BaseAddress!, address);
        while (!until(next))
        {
            using var answer = await client.GetAsync(next, TestContext.Current.CancellationToken);
            if (answer.Headers.Location is not { } location)
                throw new InvalidOperationException($"{next}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
            next = new Uri(next, location);
        }
        return next;
    }

    /// <summary>Signs in by the server of a partner, as far as it goes.</summary>
    public async Task<Answer> SignInWith(string partner)
    {
        var back = await Follow($"/sign-in/with/{partner}", x => x.AbsolutePath.StartsWith("/sign-in/from/", StringComparison.Ordinal));
        return await client.Get(back.PathAndQuery);
    }

    /// <summary>Who the session is of; null for nobody.</summary>
    public async Task<string?> Name()
    {
        var me = await client.Get("me");
        return me.Status == 401 ? null : (string?)me.Is(200).Json["name"];
    }

    public void Dispose() => client.Dispose();
}
