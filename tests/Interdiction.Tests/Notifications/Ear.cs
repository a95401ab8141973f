using System.Net;
using System.Text.Json.Nodes;

namespace Interdiction.Tests.Notifications;

/// <summary>An open stream of events.</summary>
sealed class Ear : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly HttpResponseMessage answer;
    readonly StreamReader lines;
    readonly List<string> heard = [];

    Ear(HttpResponseMessage answer, Stream stream) => (this.answer, lines) = (answer, new StreamReader(stream));

    /// <summary>Everything that came, line by line.</summary>
    public IReadOnlyList<string> Heard => heard;

    /// <param name="patient">Opens it as soon as the account may hold one more.</param>
    public static async Task<Ear> Open(HttpClient client, string? after = null, bool patient = false)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        var answer = await Ask(client, after);
        for (; patient && answer.StatusCode is HttpStatusCode.TooManyRequests; answer = await Ask(client, after))
        {
            answer.Dispose();
            await Task.Delay(200, patience.Token);
        }
        Assert.Equal((200, "text/event-stream"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.True(answer.Headers.CacheControl?.NoStore);
        var it = new Ear(answer, await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal(": open", await it.Line());
        return it;
    }

    static async Task<HttpResponseMessage> Ask(HttpClient client, string? after)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Server.Base}/events");
        request.Headers.Accept.ParseAdd("text/event-stream");
        if (after is not null)
            request.Headers.Add("Last-Event-ID", after);
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    /// <summary>Listens until it comes.</summary>
    public async Task Hears(string line)
    {
        for (string? next; (next = await Line()) != line;)
            Assert.NotNull(next);
    }

    /// <summary>The next event: its id and what it says.</summary>
    public async Task<(string Id, JsonNode Data)> Next()
    {
        string? id = null, kind = null;
        while (await Line() is { } line)
            if (line.StartsWith("id: ", StringComparison.Ordinal))
                id = line[4..];
            else if (line.StartsWith("event: ", StringComparison.Ordinal))
                kind = line[7..];
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                Assert.Equal("notification", kind);
                return (id!, JsonNode.Parse(line[6..])!);
            }
        throw new InvalidOperationException("The stream ended.");
    }

    /// <summary>True where the server ends it.</summary>
    public async Task<bool> Ends()
    {
        try
        {
            while (await Line() is not null)
            {
                // Whatever still comes.
            }
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    async Task<string?> Line()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        var line = await lines.ReadLineAsync(patience.Token);
        if (line is not null)
            heard.Add(line);
        return line;
    }

    public void Dispose()
    {
        lines.Dispose();
        answer.Dispose();
    }
}
