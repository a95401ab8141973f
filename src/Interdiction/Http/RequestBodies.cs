using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Interdiction.Http;

/// <summary>
/// What a body may be: in an encoding that is unpacked here, in UTF-8, and of 5 MB at most, unpacked too, unless its route says otherwise. A little more
/// is read from the wire than is accepted, so that the client gets an answer and not a broken connection.
/// </summary>
sealed class RequestBodies(RequestDelegate next)
{
    public const long Largest = 5_000_000;

    /// <summary>Where the server cuts the connection.</summary>
    public const long LargestOnTheWire = 4 * Largest;

    public async Task Invoke(HttpContext context)
    {
        var request = context.Request;
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false } || !IsRead(context))
        {
            await next(context);
            return;
        }
        // The encodings that are read here are unpacked by now and their header is gone.
        if (request.Headers.ContentEncoding is { Count: > 0 } packed && packed != "identity" || !IsUtf8(request.ContentType, out var type))
        {
            await Problems.Write(context, StatusCodes.Status415UnsupportedMediaType);
            return;
        }
        request.ContentType = type;
        var largest = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is { } own ? own.MaxRequestBodySize ?? long.MaxValue : Largest;
        if (request.ContentLength > largest)
        {
            await Problems.Write(context, StatusCodes.Status413PayloadTooLarge);
            return;
        }
        request.Body = new BoundedBody(request.Body, largest);
        await next(context);
    }

    // What an operation of the API does not ask for is not looked at, nor what is sent to an address that it does not have.
    static bool IsRead(HttpContext context) => context.GetEndpoint() is { } endpoint
        ? endpoint.Metadata.GetMetadata<Delivery>() is null || endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is not null
        : !context.Request.Path.StartsWithSegments("/api");

    /// <param name="plain">The type without its character set: the reader of JSON takes no quoted name, and would fail on it.</param>
    static bool IsUtf8(string? type, out string? plain)
    {
        plain = type;
        if (!MediaTypeHeaderValue.TryParse(type, out var read) || read.CharSet is not { } name)
            return true;
        read.CharSet = null;
        plain = read.ToString();
        return name.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase);
    }
}
