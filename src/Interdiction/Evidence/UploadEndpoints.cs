using System.Globalization;
using Interdiction.Http;
using Interdiction.Kernel;
using Microsoft.AspNetCore.Http.Metadata;

namespace Interdiction.Evidence;

/// <summary>The resumable upload protocol tus 1.0.0 with its extensions creation, creation-with-upload, checksum, termination and expiration. It has headers of its own, and refuses with problems like everything else.</summary>
static class UploadEndpoints
{
    const string Version = "1.0.0";
    const string Extensions = "creation,creation-with-upload,checksum,termination,expiration";
    public const string Part = "application/offset+octet-stream";

    static readonly Refusal OtherVersion = new(RefusalKind.Stale, "tusVersion", $"Send Tus-Resumable: {Version}.");
    static readonly Refusal OtherType = new(RefusalKind.UnreadType, "unsupportedMediaType", $"The body is of the type {Part}.");

    /// <summary>A line that lets no PATCH and no DELETE through carries them as POST, with the method beside it (tus 1.0, X-HTTP-Method-Override).</summary>
    public static Task ReadMethod(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (HttpMethods.IsPost(request.Method) && request.Path.StartsWithSegments($"{Api.Base}/attachments", out var id) && id.HasValue && request.Headers["X-HTTP-Method-Override"].ToString() is "PATCH" or "DELETE")
            request.Method = request.Headers["X-HTTP-Method-Override"].ToString();
        return next(context);
    }

    public static void MapUploads(this RouteGroupBuilder attachments)
    {
        Add(attachments, "OPTIONS", "/", Capabilities, Delivery.Of<FindUpload>(StatusCodes.Status204NoContent));
        Add(attachments, "POST", "/", Begin, Delivery.Of<BeginUpload>(StatusCodes.Status201Created));
        Add(attachments, "HEAD", "/{id:guid}", Look, Delivery.Of<FindUpload>(StatusCodes.Status200OK));
        Add(attachments, "PATCH", "/{id:guid}", Append, Delivery.Of<ExtendUpload>(StatusCodes.Status204NoContent).Or<FinishUpload>());
        Add(attachments, "DELETE", "/{id:guid}", End, Delivery.Of<EndUpload>(StatusCodes.Status204NoContent));
    }

    static void Add(RouteGroupBuilder group, string method, string pattern, Func<HttpContext, Guid, Task<Refusal?>> serve, Delivery delivery)
    {
        Delegate handler = pattern is "/" ? (HttpContext context) => Serve(context, Guid.Empty) : (HttpContext context, Guid id) => Serve(context, id);
        group.MapMethods(pattern, [method], handler).Finally(route =>
        {
            route.Metadata.Add(delivery with { IsUpload = true });
            route.Metadata.Add(new OfAnySize());
            route.Metadata.Add(new ProducesResponseTypeMetadata(delivery.Status, typeof(void)));
        });

        async Task Serve(HttpContext context, Guid id)
        {
            context.Response.Headers["Tus-Resumable"] = Version;
            context.Response.Headers.CacheControl = "private, no-store";
            context.RequestServices.GetRequiredService<Envelope>().RequestId = Problems.TraceId(context);
            var refusal = method is "OPTIONS" || context.Request.Headers["Tus-Resumable"] == Version ? await serve(context, id) : OtherVersion;
            if (refusal == OtherVersion)
                context.Response.Headers["Tus-Version"] = Version;
            if (refusal is not null)
                await Problems.Write(context, refusal);
        }
    }

    static Task<Refusal?> Capabilities(HttpContext context, Guid _)
    {
        var headers = context.Response.Headers;
        headers["Tus-Version"] = Version;
        headers["Tus-Extension"] = Extensions;
        headers["Tus-Checksum-Algorithm"] = Checksum.Algorithms;
        headers["Tus-Max-Size"] = Number(context.RequestServices.GetRequiredService<Settings>().Evidence.MaxSize);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.FromResult<Refusal?>(null);
    }

    static async Task<Refusal?> Begin(HttpContext context, Guid _)
    {
        if (NumberOf(context, "Upload-Length") is not { } length)
            return Malformed("Upload-Length is the size of the file in bytes; it is known when the upload begins.");
        var checksum = Checksum.Read(Header(context, "Upload-Checksum"));
        var metadata = UploadMetadata.Read(context.Request.Headers["Upload-Metadata"].ToString(), length);
        if ((checksum.Refusal ?? metadata.Refusal) is { } unread)
            return unread;
        if (HasBody(context) && !IsPart(context))
            return OtherType;
        var begun = await context.RequestServices.GetRequiredService<Messenger>().Send(new BeginUpload(metadata.Value.Record, metadata.Value.File), context.RequestAborted);
        if (begun.Refusal is { } refusal)
            return refusal;
        var state = begun.Value;
        context.Response.Headers.Location = $"{Api.Base}/attachments/{state.Id}";
        if (HasBody(context) || length == 0)
        {
            var appended = await context.RequestServices.GetRequiredService<Uploading>().Append(state.Id, 0, context.Request.Body, checksum.Value, context.RequestAborted);
            if (appended.Refusal is { } broken)
                return broken;
            state = appended.Value;
        }
        return Answer(context, state, StatusCodes.Status201Created);
    }

    static async Task<Refusal?> Look(HttpContext context, Guid id)
    {
        var found = await context.RequestServices.GetRequiredService<Uploading>().Look(id, context.RequestAborted);
        if (found.Refusal is { } refusal)
            return refusal;
        context.Response.Headers["Upload-Length"] = Number(found.Value.Length);
        return Answer(context, found.Value, StatusCodes.Status200OK);
    }

    static async Task<Refusal?> Append(HttpContext context, Guid id)
    {
        if (!IsPart(context))
            return OtherType;
        if (NumberOf(context, "Upload-Offset") is not { } offset)
            return Malformed("Upload-Offset is the byte from which on the body goes on.");
        var checksum = Checksum.Read(Header(context, "Upload-Checksum"));
        if (checksum.Refusal is { } unread)
            return unread;
        var appended = await context.RequestServices.GetRequiredService<Uploading>().Append(id, offset, context.Request.Body, checksum.Value, context.RequestAborted);
        return appended.Refusal ?? Answer(context, appended.Value, StatusCodes.Status204NoContent);
    }

    static async Task<Refusal?> End(HttpContext context, Guid id)
    {
        var ended = await context.RequestServices.GetRequiredService<Uploading>().End(id, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return ended.Refusal;
    }

    static Refusal? Answer(HttpContext context, UploadState state, int status)
    {
        context.Response.Headers["Upload-Offset"] = Number(state.Received);
        if (state.ExpiresAt is { } expires)
            context.Response.Headers["Upload-Expires"] = expires.ToString("R", CultureInfo.InvariantCulture);
        context.Response.StatusCode = status;
        return null;
    }

    static bool HasBody(HttpContext context) => context.Request.ContentLength is > 0 || context.Request.Headers.TransferEncoding.Count > 0;

    static bool IsPart(HttpContext context) => context.Request.ContentType is { } type && type.Equals(Part, StringComparison.OrdinalIgnoreCase)
        // What is unpacked here has lost this header by now.
        && context.Request.Headers.ContentEncoding.ToString() is "" or "identity";

    static string? Header(HttpContext context, string name) => context.Request.Headers[name] is { Count: > 0 } value ? value.ToString() : null;

    static long? NumberOf(HttpContext context, string name) =>
        long.TryParse(Header(context, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    static Refusal Malformed(string detail) => new(RefusalKind.Malformed, "malformed", detail);

    /// <summary>A file may be of any size, as far as the settings go: the upload knows how much is to come.</summary>
    sealed class OfAnySize : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => null;
    }
}
