namespace Interdiction.Http;

/// <summary>Addresses of this server as people outside know them: below the issuer's, or else as the request came.</summary>
sealed class Addresses(Settings settings, IHttpContextAccessor http)
{
    public string Of(string path)
    {
        var request = http.HttpContext?.Request;
        var root = settings.Issuer ?? new Uri(request is null ? $"http://{settings.Address}:{settings.Port}" : $"{request.Scheme}://{request.Host}");
        return new Uri(root, path).AbsoluteUri;
    }
}
