using Interdiction.Contracts;
using Interdiction.Http;
using Interdiction.Kernel;
using Interdiction.Pipeline;
using Microsoft.AspNetCore.Antiforgery;

namespace Interdiction.Pages.Office;

/// <summary>A form that an administrator sent: read, and its message sent through the pipeline under the key and the ETag that the form carries.</summary>
sealed class OfficeForm(IHttpContextAccessor http, IAntiforgery antiforgery, Messenger messenger, Envelope envelope, Caller caller)
{
    static readonly Refusal Expired = new(RefusalKind.Malformed, "malformed", "This form has expired, or came from another place. Load the page again and repeat what you did.");

    IFormCollection form = FormCollection.Empty;

    CancellationToken Stop => http.HttpContext!.RequestAborted;

    /// <returns>A refusal where the form is not this session's.</returns>
    public async Task<Refusal?> Read()
    {
        var context = http.HttpContext!;
        if (!context.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(context))
            return Expired;
        form = await context.Request.ReadFormAsync(Stop);
        envelope.RequestId = Problems.TraceId(context);
        envelope.IdempotencyKey = Guid.TryParse(form["key"], out var key) ? key : null;
        envelope.IfMatch = Text("etag") is { } tag ? [tag] : [];
        return null;
    }

    public string? Text(string field) => form[field].ToString().Trim() is { Length: > 0 } text ? text : null;

    public IReadOnlyList<string> Lines(string field) => (Text(field) ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public IReadOnlyList<T> Codes<T>(string field) where T : struct, Enum => [.. form[field].OfType<string>().Where(x => Code<T>.TryRead(x, out _)).Select(Code<T>.Read)];

    public T? CodeOf<T>(string field) where T : struct, Enum => Codes<T>(field) is [var first, ..] ? first : null;

    public IReadOnlyList<string> Grants => Text("legal") is null ? [] : [Duties.Legal];

    /// <summary>The ids of the fields that begin so and hold this value.</summary>
    public IReadOnlyList<Guid> Chosen(string prefix, string value) =>
        [.. form.Where(x => x.Key.StartsWith(prefix, StringComparison.Ordinal) && x.Value == value && Guid.TryParse(x.Key[prefix.Length..], out _)).Select(x => Guid.Parse(x.Key[prefix.Length..]))];

    public Task<Result<T>> Send<T>(IMessage<T> message) => messenger.Send(message, Stop);

    /// <summary>All pages of a list.</summary>
    public static async Task<IReadOnlyList<T>> All<T>(Func<Paging, Task<Result<Page<T>>>> list)
    {
        var all = new List<T>();
        for (string? cursor = null; ;)
        {
            var page = (await list(new Paging(200, cursor, Counted: false))).Value;
            all.AddRange(page.Items);
            if ((cursor = page.NextCursor) is null)
                return all;
        }
    }

    /// <summary>The partner whose people are administered.</summary>
    public string Partner => caller.Partner;

    /// <summary>The ETag of what was read last.</summary>
    public string? ETag => envelope.ETag;

    /// <summary>Shows a page, with its fault where there is one; what cannot be read at all is the page of its status.</summary>
    public static IResult Show<TPage>(Refusal? fault, params IEnumerable<(string, object?)> parameters) where TPage : Microsoft.AspNetCore.Components.IComponent =>
        fault is { Kind: RefusalKind.NotFound } ? Page.Error(fault)
        : Page.Of<TPage>(fault is null ? StatusCodes.Status200OK : Problems.StatusOf(fault.Kind), parameters.Append(("Fault", (object?)fault?.Words())));
}
