namespace Interdiction.Http;

/// <summary>Tells browsers, on every answer, to run no script, load nothing from elsewhere, and keep no page behind.</summary>
sealed class SecurityHeaders(RequestDelegate next)
{
    const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public Task Invoke(HttpContext context)
    {
        // Registered first and therefore run last: nothing that answers can take a header away.
        context.Response.OnStarting(() => Write(context.Response));
        return next(context);
    }

    static Task Write(HttpResponse response)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        // What the renderer and the anti-forgery service say for browsers that run scripts, and old caches.
        headers.Remove("blazor-enhanced-nav");
        headers.Remove("Pragma");
        if (response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) is true)
            headers.CacheControl = "private, no-store";
        return Task.CompletedTask;
    }
}
