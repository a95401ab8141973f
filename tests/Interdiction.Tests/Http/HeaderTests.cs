using System.Net;
using System.Text;

namespace Interdiction.Tests.Http;

/// <summary>What every answer tells browsers, whatever it answers and to whom.</summary>
public sealed class HeaderTests(Server server)
{
    [Theory]
    [InlineData("/sign-in", "text/html; charset=utf-8")]
    [InlineData("/site.css", "text/css; charset=utf-8")]
    [InlineData("/passkeys.js", "text/javascript; charset=utf-8")]
    [InlineData("/icon.svg", "image/svg+xml; charset=utf-8")]
    [InlineData("/health/live", "text/plain; charset=utf-8")]
    [InlineData("/openapi/v1.json", "application/json; charset=utf-8")]
    public async Task Text_says_that_it_is_UTF_8(string path, string type)
    {
        using var client = server.Anonymous();
        Assert.Equal(type, (await client.Get(path, ("Accept", "*/*"))).Is(200).ContentHeaders.ContentType?.ToString().ToLowerInvariant());
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/site.css")]
    [InlineData("/api/v1/cases")]
    [InlineData("/nowhere")]
    public async Task Nothing_is_run_embedded_or_read_from_elsewhere(string path)
    {
        using var client = server.Anonymous();
        var headers = (await client.Get(path, ("Origin", "https://evil.example"))).Headers;
        var policy = Assert.Single(headers.GetValues("Content-Security-Policy")).Split("; ");
        foreach (var part in new[] { "default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'" })
            Assert.Contains(part, policy);
        Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.False(headers.Contains("Access-Control-Allow-Origin"));
        Assert.False(headers.Contains("Server"));
    }

    [Fact]
    public async Task What_somebody_wrote_is_shown_as_text()
    {
        var officer = await server.As("aus-officer");
        var filed = (await officer.Post("boardings", Documents.Report(new { title = "<script>alert(1)</script>", narrative = "\"><img src=x onerror=alert(2)>" }))).Is(201).Json;
        var page = (await officer.Get($"/boardings/{filed["id"]}", ("Accept", "text/html"))).Is(200).Text;
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.Contains("&lt;img src=x", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_taken_from_its_header_alone()
    {
        var officer = await server.As("aus-officer");
        var token = officer.DefaultRequestHeaders.Authorization!.Parameter!;
        using var client = server.Anonymous();
        (await client.Get($"me?access_token={token}")).Is(401);
        (await client.Send(HttpMethod.Delete, $"me/sessions/{Guid.CreateVersion7()}", new FormUrlEncodedContent([KeyValuePair.Create("access_token", token)]))).Is(401);
        // Found by the fuzzer: a form that its reader does not take was a failure of the server.
        var wide = new string('x', 5_000);
        Assert.InRange((await client.Send(HttpMethod.Put, $"boardings/{Guid.CreateVersion7()}", new FormUrlEncodedContent([KeyValuePair.Create(wide, wide)]))).Status, 400, 499);
        (await client.Send(HttpMethod.Post, "/sign-in", new FormUrlEncodedContent([KeyValuePair.Create(wide, wide)]))).Is(400);
        (await client.Send(HttpMethod.Post, "/connect/token", new FormUrlEncodedContent([KeyValuePair.Create(wide, wide)]))).Is(400);
    }

    [Fact]
    public async Task Nothing_is_sent_back_by_TRACE()
    {
        using var client = server.Anonymous();
        foreach (var path in new[] { "/", "/sign-in", "/api/v1/cases", "/site.css" })
        {
            var answer = await client.Send(HttpMethod.Trace, path, null, ("X-Secret", "a canary"));
            Assert.InRange(answer.Status, 400, 499);
            Assert.DoesNotContain("a canary", answer.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_body_that_stalls_on_a_poor_link_is_waited_for()
    {
        var officer = await server.As("aus-officer");
        var body = Encoding.UTF8.GetBytes(Documents.Report().ToJsonString());
        Assert.Equal(201, (await officer.Send(HttpMethod.Post, "boardings", new Stalling(body, TimeSpan.FromSeconds(8)))).Status);
    }

    /// <summary>A body of which the second half comes after a silence.</summary>
    sealed class Stalling : HttpContent
    {
        readonly byte[] bytes;
        readonly TimeSpan silence;

        public Stalling(byte[] bytes, TimeSpan silence)
        {
            (this.bytes, this.silence) = (bytes, silence);
            Headers.TryAddWithoutValidation("Content-Type", "application/json");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(bytes.AsMemory(0, bytes.Length / 2));
            await stream.FlushAsync();
            await Task.Delay(silence);
            await stream.WriteAsync(bytes.AsMemory(bytes.Length / 2));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = bytes.Length;
            return true;
        }
    }
}
