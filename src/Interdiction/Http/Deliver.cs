using Interdiction.Contracts;
using Interdiction.Kernel;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Interdiction.Http;

/// <summary>
/// Takes the message of a route to the pipeline and its result back as HTTP: envelope from the headers, problems, entity
/// tags, replays, locations. The conventions of the API stand here, not in any endpoint.
/// </summary>
sealed class Deliver<TAnswer>(Delivery delivery, Func<TAnswer, string>? address) : IEndpointFilter
{
    const string DryRun = "validateOnly";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        context.Response.Headers.CacheControl = "private, no-store";
        var known = delivery.IsWrite ? delivery.Parameters.Append(DryRun).ToHashSet() : delivery.Parameters;
        if (QueryParameters.Fault(context.Request, known) is { } fault)
            return await Refuse(context, fault);
        if (!Accepts(context.Request, delivery.Types))
            return await Refuse(context, StatusCodes.Status406NotAcceptable);

        var services = context.RequestServices;
        var envelope = services.GetRequiredService<Envelope>();
        if (Fill(envelope, context) is { } unreadable)
            return await Refuse(context, unreadable);

        var result = await next(invocation) switch
        {
            Refusal refusal => Result<TAnswer>.Refuse(refusal),
            IMessage<TAnswer> message => await services.GetRequiredService<Messenger>().Send(message, context.RequestAborted),
            var other => throw new InvalidOperationException($"A route made {other?.GetType().Name ?? "nothing"} instead of a message."),
        };
        return result.Refusal is { } why ? await Refuse(context, why) : Answer(context, envelope, result.Value);
    }

    IResult Answer(HttpContext context, Envelope envelope, TAnswer answer)
    {
        var headers = context.Response.Headers;
        if (envelope.Replayed)
            headers["Idempotency-Replayed"] = "true";
        if (envelope.ValidateOnly)
            return answer is Nothing ? Results.NoContent() : Results.Json(answer, Json.Options);
        if (envelope.ETag is { } tag)
        {
            headers.ETag = tag;
            if (!delivery.IsWrite && context.Request.Headers.IfNoneMatch is { Count: > 0 } seen && EntityTags(seen) is { } held && held.Any(x => x.Tag == tag || x.Tag == "*"))
                return Results.StatusCode(StatusCodes.Status304NotModified);
        }
        if (answer is Nothing)
            return Results.NoContent();
        // Of the types that it may have a file has one.
        if (answer is IServedFile file)
            return Accepts(context.Request, [file.MediaType]) ? file : Results.StatusCode(StatusCodes.Status406NotAcceptable);
        if (answer is PdfFile pdf)
            return Results.Bytes(pdf.Content, PdfFile.MediaType, pdf.Name);
        if (answer is EventStream stream)
            return stream;
        if (address is not null)
            headers.Location = Api.Base + address(answer);
        return Results.Json(answer, Json.Options, statusCode: envelope.ReplayedById ? StatusCodes.Status200OK : delivery.Status);
    }

    static Refusal? Fill(Envelope envelope, HttpContext context)
    {
        var request = context.Request;
        envelope.RequestId = Problems.TraceId(context);
        if (request.Headers["Idempotency-Key"] is { Count: > 0 } key)
        {
            if (!Guid.TryParse(key.ToString().Trim('"'), out var id))
                return new Refusal(RefusalKind.Malformed, "malformed", "Idempotency-Key is a UUID.");
            envelope.IdempotencyKey = id;
        }
        if (request.Headers.IfMatch is { Count: > 0 } match)
        {
            if (EntityTags(match) is not { } tags)
                return new Refusal(RefusalKind.Malformed, "malformed", "If-Match holds entity tags in quotes, or a star.");
            // A weak tag is kept with its mark, so that it is a condition that nothing meets.
            envelope.IfMatch = [.. tags.Select(x => x.ToString())];
        }
        if (request.Query[DryRun] is { Count: > 0 } dryRun)
        {
            if (dryRun.ToString() is not ("true" or "false"))
                return Refusal.BadParameter(DryRun, "it is true or false.");
            envelope.ValidateOnly = dryRun.ToString() is "true";
        }
        return null;
    }

    static IList<EntityTagHeaderValue>? EntityTags(StringValues header) =>
        EntityTagHeaderValue.TryParseStrictList([.. header.OfType<string>()], out var tags) ? tags : null;

    static bool Accepts(HttpRequest request, IReadOnlyList<string> made)
    {
        if (request.Headers.Accept is not { Count: > 0 } accept || !MediaTypeHeaderValue.TryParseList([.. accept.OfType<string>()], out var types))
            return true;
        return made.Select(x => new MediaTypeHeaderValue(x)).Any(x => types.Any(accepted => accepted.Quality is not 0 && x.IsSubsetOf(accepted)));
    }

    static async Task<IResult> Refuse(HttpContext context, Refusal refusal)
    {
        await Problems.Write(context, refusal);
        return Results.Empty;
    }

    static async Task<IResult> Refuse(HttpContext context, int status)
    {
        await Problems.Write(context, status);
        return Results.Empty;
    }
}
