using Interdiction.Kernel;

namespace Interdiction.Http;

/// <summary>A server that is reached by TLS answers nothing on an open line but that it lives.</summary>
sealed class TransportSecurity(RequestDelegate next, Settings settings)
{
    static readonly Refusal Open = new(RefusalKind.NotAllowed, "tlsRequired", "This server is reached by HTTPS alone. Whatever came on the open line may have been read: change it, and ask again by HTTPS.");

    public Task Invoke(HttpContext context) =>
        settings.IsOnTls && !context.Request.IsHttps && !context.Request.Path.StartsWithSegments("/health") ? Problems.Write(context, Open) : next(context);
}
