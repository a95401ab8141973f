using Interdiction.Http;
using Interdiction.Kernel;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Interdiction.Pages;

/// <summary>Makes an answer of a page, and knows which requests want one.</summary>
static class Page
{
    // Programs talk here; everything else is for people.
    static readonly string[] Machines = [Api.Base, "/connect", "/openapi", "/health", "/.well-known"];

    public static IResult Of<TPage>(int status, params IEnumerable<(string Name, object? Value)> parameters) where TPage : IComponent =>
        new RazorComponentResult<TPage>(parameters.ToDictionary(x => x.Name, x => x.Value)) { StatusCode = status };

    public static IResult Of<TPage>(params IEnumerable<(string Name, object? Value)> parameters) where TPage : IComponent =>
        Of<TPage>(StatusCodes.Status200OK, parameters);

    /// <summary>The page of a status that is not success; the same for whatever is not there.</summary>
    public static IResult Error(int status) => Of<ErrorPage>(status, (nameof(ErrorPage.Status), status));

    public static IResult Error(Refusal refusal) => Error(Problems.StatusOf(refusal.Kind));

    /// <summary>True for the request of a person's browser.</summary>
    public static bool IsWanted(HttpRequest request) =>
        !Machines.Any(x => request.Path.StartsWithSegments(x)) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>Answers a status without a body: a page to a person, a problem to a program.</summary>
    public static Task Explain(HttpContext context, int status) =>
        IsWanted(context.Request) ? Error(status).ExecuteAsync(context) : Problems.Write(context, status);

    /// <summary>Answers a failure likewise.</summary>
    public static Task Handle(HttpContext context) =>
        IsWanted(context.Request)
            ? Error((context.Features.Get<IExceptionHandlerFeature>()?.Error as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status500InternalServerError).ExecuteAsync(context)
            : Problems.Handle(context);
}
