using Interdiction.Contracts;
using Interdiction.Identity;
using Interdiction.Pages;

namespace Interdiction.Http;

/// <summary>How the server listens, reads and answers.</summary>
static class HttpModule
{
    public static void AddHttp(this WebApplicationBuilder builder, Settings settings)
    {
        builder.WebHost.ConfigureKestrel(x =>
        {
            x.AddServerHeader = false;
            x.Limits.MaxRequestBodySize = RequestBodies.LargestOnTheWire;
        });
        builder.WebHost.UseUrls($"http://{settings.Address}:{settings.Port}");
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.ConfigureHttpJsonOptions(x => Json.Apply(x.SerializerOptions));
        services.Configure<RouteHandlerOptions>(x => x.ThrowOnBadRequest = true);
        services.AddHealthChecks().AddCheck<Readiness>("ready", tags: ["ready"]);
        services.AddSingleton<Readiness>();
        services.AddRequestDecompression();
    }

    public static void UseHttp(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler(failed => failed.Run(Page.Handle));
        app.UseStatusCodePages(x => Page.Explain(x.HttpContext, x.HttpContext.Response.StatusCode));
        app.Use(Problems.AnswerBrokenRequests);
        app.UseStaticFiles(SiteFiles.Options);
        app.UseRequestDecompression();
        app.UseRouting();
        app.UseMiddleware<RequestBodies>();
        app.UseAuthentication();
        app.UseMiddleware<WhoCalls>();
        app.UseAuthorization();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new() { Predicate = x => x.Tags.Contains("ready") });
    }

    public static RouteGroupBuilder MapApi(this WebApplication app) => app.MapGroup(Api.Base).RequireAuthorization();
}
