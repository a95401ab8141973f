namespace Interdiction.Http;

/// <summary>Lets a call out only to hosts that the operator named, by HTTPS: no answer from outside makes the server call another. On loopback, for trying things out, HTTP will do.</summary>
sealed class KnownHosts(IReadOnlySet<string> hosts) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.RequestUri is { } uri && hosts.Contains(uri.Authority) && (uri.Scheme == Uri.UriSchemeHttps || uri.IsLoopback)
            ? base.SendAsync(request, cancellationToken)
            : throw new HttpRequestException($"{request.RequestUri?.GetLeftPart(UriPartial.Authority)} is not called: it is not among the Hosts of an issuer, or not reached by HTTPS.");
}
