using Interdiction.Contracts;
using Interdiction.Evidence;
using Interdiction.Identity;
using Interdiction.Pages;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Interdiction.Http;

/// <summary>How the server listens, reads and answers.</summary>
static class HttpModule
{
    /// <summary>What a link at sea still carries, 2,400 bit/s of which most is lost, after a silence as of a satellite hand-over. What is slower holds a connection for nothing.</summary>
    static readonly MinDataRate PoorLink = new(bytesPerSecond: 20, gracePeriod: TimeSpan.FromMinutes(2));

    public static void AddHttp(this WebApplicationBuilder builder, Settings settings)
    {
        builder.WebHost.ConfigureKestrel(x =>
        {
            x.AddServerHeader = false;
            x.Limits.MaxRequestBodySize = RequestBodies.LargestOnTheWire;
            (x.Limits.MinRequestBodyDataRate, x.Limits.MinResponseDataRate) = (PoorLink, PoorLink);
        });
        builder.AddListening(settings);
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.ConfigureHttpJsonOptions(x => Json.Apply(x.SerializerOptions));
        services.Configure<RouteHandlerOptions>(x => x.ThrowOnBadRequest = true);
        services.AddHealthChecks().AddCheck<Readiness>("ready", tags: ["ready"]);
        services.AddSingleton<Readiness>();
        services.AddSingleton<Quota>();
        services.AddSingleton<Limits>();
        services.AddRequestDecompression();
        services.AddHttpContextAccessor();
        services.AddSingleton<Addresses>();
    }

    public static void UseHttp(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<Settings>();
        app.UseProxies(settings);
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler(failed => failed.Run(Page.Handle));
        app.UseStatusCodePages(x => Page.Explain(x.HttpContext, x.HttpContext.Response.StatusCode));
        app.Use(Problems.AnswerBrokenRequests);
        app.UseMiddleware<TransportSecurity>();
        app.UseStaticFiles(SiteFiles.Options);
        app.UseRequestDecompression();
        app.Use(UploadEndpoints.ReadMethod);
        app.UseRouting();
        app.UseMiddleware<RequestBodies>();
        var limits = app.Services.GetRequiredService<Limits>();
        app.Use(limits.BeforeKnown);
        app.UseAuthentication();
        app.UseMiddleware<WhoCalls>();
        app.Use(limits.Known);
        app.UseAuthorization();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new() { Predicate = x => x.Tags.Contains("ready") });
    }

    public static RouteGroupBuilder MapApi(this WebApplication app) => app.MapGroup(Api.Base).RequireAuthorization();
}
