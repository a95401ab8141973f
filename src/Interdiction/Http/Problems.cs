using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Interdiction.Contracts;
using Interdiction.Evidence;
using Interdiction.Kernel;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace Interdiction.Http;

/// <summary>Problem details (RFC 9457) as every refusal and failure is answered.</summary>
public sealed record Problem
{
    /// <summary>Address of the page that explains the problem.</summary>
    public required string Type { get; init; }
    public required string Title { get; init; }
    public required int Status { get; init; }
    public required string Detail { get; init; }

    /// <summary>Path of the request, without its query.</summary>
    public required string Instance { get; init; }
    public required string TraceId { get; init; }
    public required string Code { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Fault>? Errors { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Reasons { get; init; }
}

/// <summary>The one place where refusals, broken requests and failures become answers.</summary>
static class Problems
{
    public const string MediaType = "application/problem+json";
    const string WrongType = "The value has the wrong type.";

    public static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Malformed => 400,
        RefusalKind.NotAllowed => 403,
        RefusalKind.NotFound => 404,
        RefusalKind.Conflict => 409,
        RefusalKind.Stale => 412,
        RefusalKind.RuleBroken => 422,
        RefusalKind.PreconditionRequired => 428,
        RefusalKind.TooLarge => 413,
        RefusalKind.UnreadType => 415,
        // Not of HTTP: tus 1.0 has it so.
        RefusalKind.Mismatch => 460,
    };

    /// <summary>What a user tells an administrator: the same in the answer, the log and the audit entry.</summary>
    public static string TraceId(HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;

    public static Task Write(HttpContext context, Refusal refusal) => Write(context, StatusOf(refusal.Kind), refusal.Code, refusal.Detail, refusal.Faults, refusal.Reasons);

    /// <summary>A problem that the status alone says.</summary>
    public static Task Write(HttpContext context, int status)
    {
        var page = ProblemPages.ByStatus(status);
        return Write(context, status, page.Code, page.Meaning, [], []);
    }

    /// <summary>A body, parameter or request that could not be read.</summary>
    public static Refusal Unreadable(HttpContext context, BadHttpRequestException broken) => broken.InnerException switch
    {
        UnknownCodeException unknown => Refusal.Invalid(new Fault(unknown.Pointer, "unknownCode", unknown.Message)),
        ForbiddenTextException text => Refusal.Invalid(new Fault(text.Pointer, "form", text.Message)),
        JsonException json when json.Message.Contains("unrecognized type discriminator", StringComparison.Ordinal) =>
            NamesNumber(json) ? Misshapen(json.Pointer + "/kind", WrongType) : Refusal.Invalid(new Fault(json.Pointer + "/kind", "unknownCode", "Expected one of vessel, aircraft, shipment.")),
        JsonException json => Misshapen(json.Pointer, Explain(json)),
        _ when Unbound(context, broken) is { } parameter => Refusal.BadParameter(parameter, "it is not of the type that the operation names."),
        _ => new Refusal(RefusalKind.Malformed, "malformed", "The request cannot be read: its body is missing or not JSON in UTF-8, or a part of its address has the wrong form."),
    };

    /// <summary>Answers a request that could not be read: what a client sent wrong is no failure of the server, and is not logged as one.</summary>
    public static async Task AnswerBrokenRequests(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException broken) when (!context.Response.HasStarted)
        {
            await (broken.StatusCode is 400 ? Write(context, Unreadable(context, broken)) : Write(context, broken.StatusCode));
        }
        // A form beyond the limits of its reader.
        catch (Exception broken) when (!context.Response.HasStarted && context.Request.HasFormContentType && (broken is InvalidDataException or AntiforgeryValidationException { InnerException: InvalidDataException }))
        {
            await Write(context, Unreadable(context, new BadHttpRequestException("The form cannot be read.", broken)));
        }
        // The reader of JSON itself fails on a word, such as null, that is cut short at the end of a body that came in pieces.
        catch (IndexOutOfRangeException broken) when (!context.Response.HasStarted && new StackTrace(broken).GetFrames().Any(x => x.GetMethod()?.DeclaringType == typeof(Utf8JsonReader)))
        {
            await Write(context, Unreadable(context, new BadHttpRequestException("The body is cut short.", broken)));
        }
    }

    public static Task Handle(HttpContext context) => context.Features.Get<IExceptionHandlerFeature>()?.Error is DamagedEvidenceException
        ? Write(context, StatusCodes.Status500InternalServerError, "damaged", ProblemPages.Find("damaged")!.Meaning, [], [])
        : Write(context, StatusCodes.Status500InternalServerError);

    static async Task Write(HttpContext context, int status, string code, string detail, IReadOnlyList<Fault> faults, IReadOnlyList<string> reasons)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "private, no-store";
        context.Response.Headers.Remove("ETag");
        if (status is StatusCodes.Status401Unauthorized && context.Response.Headers.WWWAuthenticate.Count == 0)
            context.Response.Headers.WWWAuthenticate = "Bearer";
        var problem = new Problem
        {
            Type = $"{context.Request.Scheme}://{context.Request.Host}/docs/problems/{code}",
            Title = ProblemPages.Title(code),
            Status = status,
            Detail = detail,
            Instance = context.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? context.Request.Path,
            TraceId = TraceId(context),
            Code = code,
            Errors = faults.Count == 0 ? null : faults,
            Reasons = reasons.Count == 0 ? null : reasons,
        };
        await context.Response.WriteAsJsonAsync(problem, Json.Options, MediaType, context.RequestAborted);
    }

    /// <summary>The query parameter of the route that could not be made what it is to be; null where it was something else.</summary>
    static string? Unbound(HttpContext context, BadHttpRequestException broken) =>
        context.GetEndpoint()?.Metadata.GetMetadata<Delivery>()?.Parameters.FirstOrDefault(x => broken.Message.Contains($" {x}\" from \"", StringComparison.Ordinal));

    // A kind is a word: where the number 5 stands for it, the run time says the same as for a word that it does not know.
    static bool NamesNumber(JsonException json) => json.Message.Split('\'') is [_, var kind, ..] && long.TryParse(kind, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    static Refusal Misshapen(string pointer, string detail) =>
        new(RefusalKind.Malformed, "malformed", "The body cannot be read as what is expected here; the place is named under errors.") { Faults = [new Fault(pointer, "form", detail)] };

    static string Explain(JsonException json) =>
        json.Message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal) ? "There is no such field here."
        : json.Message.Contains("Duplicate", StringComparison.OrdinalIgnoreCase) ? "This field stands twice."
        // What the converters of the run time say names types of the program.
        : json.Message.Contains(".NET", StringComparison.Ordinal) || json.Message.Contains("could not be converted to", StringComparison.Ordinal)
            || json.Message.Contains("must be JSON strings", StringComparison.Ordinal) ? WrongType
        : json.Message.Split(" Path: ")[0].Split(" LineNumber: ")[0];
}
