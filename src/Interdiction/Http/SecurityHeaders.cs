namespace Interdiction.Http;

/// <summary>Tells browsers, on every answer, to run no script but on the pages of passkeys, load nothing from elsewhere, and keep no page behind.</summary>
sealed class SecurityHeaders(RequestDelegate next, Settings settings)
{
    // A browser that was here once by TLS comes by nothing else for a year, here and below this name. A demonstration leaves no such mark on localhost.
    const string TlsAlone = "max-age=31536000; includeSubDomains";

    // Set by a page that runs the one script there is.
    const string Scripted = "interdiction.scripted";

    // Set by what is not the product's own.
    const string Sandboxed = "interdiction.sandboxed";

    const string Policy =
        "default-src 'none'; object-src 'none'; style-src 'self'; img-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Allows this answer's page the scripts of this server: files of its own, nothing inline, nothing from elsewhere.</summary>
    public static void AllowScript(HttpContext context) => context.Items[Scripted] = true;

    /// <summary>Shuts this answer, a file that somebody sent, off from everything: whatever it is, a browser runs nothing of it.</summary>
    public static void Sandbox(HttpContext context) => context.Items[Sandboxed] = true;

    public Task Invoke(HttpContext context)
    {
        // Registered first and therefore run last: nothing that answers can take a header away.
        context.Response.OnStarting(() => Write(context, context.Request.IsHttps && !settings.Demo));
        return next(context);
    }

    static Task Write(HttpContext context, bool isTlsAlone)
    {
        var response = context.Response;
        var headers = response.Headers;
        if (isTlsAlone)
            headers.StrictTransportSecurity = TlsAlone;
        headers.ContentSecurityPolicy = context.Items.ContainsKey(Sandboxed) ? $"{Policy}; sandbox" : context.Items.ContainsKey(Scripted) ? $"{Policy}; script-src 'self'; connect-src 'self'" : Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        // What the renderer and the anti-forgery service say for browsers that run scripts, and old caches.
        headers.Remove("blazor-enhanced-nav");
        headers.Remove("Pragma");
        // Files and health say a type alone; whatever is text here is UTF-8, and no browser has to guess it.
        if (response.ContentType is { } type && (type.StartsWith("text/", StringComparison.Ordinal) || type.EndsWith("+xml", StringComparison.Ordinal)) && !type.Contains("charset", StringComparison.OrdinalIgnoreCase))
            response.ContentType = $"{type}; charset=utf-8";
        if (response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) is true)
            headers.CacheControl = "private, no-store";
        return Task.CompletedTask;
    }
}
