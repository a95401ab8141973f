using System.Net.Mime;
using Interdiction.Http;
using Microsoft.Net.Http.Headers;

namespace Interdiction.Evidence;

/// <summary>A kept file as an answer: whole or in ranges (RFC 9110), with its digest (RFC 9530). No browser runs anything of it.</summary>
public sealed record StoredFile(string Sha256, long Length, string Type, string Name) : IServedFile
{
    public string MediaType => FileTypes.Served.Contains(Type) ? Type : FileTypes.Unknown;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var stream = await httpContext.RequestServices.GetRequiredService<Vault>().Open(Sha256, Length, verified: request.Headers.Range.Count > 0, httpContext.RequestAborted);
        SecurityHeaders.Sandbox(httpContext);
        response.Headers["Repr-Digest"] = $"sha-256=:{Convert.ToBase64String(Convert.FromHexString(Sha256))}:";
        var disposition = new ContentDispositionHeaderValue(FileTypes.IsShownInPages(Type) ? DispositionTypeNames.Inline : DispositionTypeNames.Attachment);
        disposition.SetHttpFileName(Name);
        response.Headers.ContentDisposition = disposition.ToString();
        await Results.Stream(stream, MediaType, entityTag: EntityTagHeaderValue.Parse(ETagOf(Sha256)), enableRangeProcessing: true).ExecuteAsync(httpContext);
    }

    /// <summary>The strong entity tag of the bytes, whatever becomes of the record.</summary>
    public static string ETagOf(string sha256) => $"\"{sha256}\"";
}

/// <summary>A thumbnail as an answer; made where it is not there yet.</summary>
public sealed record Thumbnail(string Sha256, long Length, string Type) : IServedFile
{
    public string MediaType => Thumbnails.MediaType;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var path = await httpContext.RequestServices.GetRequiredService<Thumbnails>().Of(Sha256, Length, Type, httpContext.RequestAborted);
        SecurityHeaders.Sandbox(httpContext);
        await (path is null ? Problems.Write(httpContext, GetThumbnail.None) : Results.Bytes(await File.ReadAllBytesAsync(path, httpContext.RequestAborted), MediaType).ExecuteAsync(httpContext));
    }
}
