using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Interdiction.Cli;

/// <summary>The server's own modules with its settings, without its serving anybody.</summary>
sealed class Deployment(WebApplication app) : IAsyncDisposable
{
    readonly AsyncServiceScope scope = app.Services.CreateAsyncScope();

    public IServiceProvider Services => scope.ServiceProvider;

    /// <param name="options">Settings that the command line names.</param>
    public static Deployment Open(IEnumerable<KeyValuePair<string, string?>> options)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        // A demonstration makes its own partners; whatever the server's file says, this is no demonstration.
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("Interdiction:Demo", (string?)"false"), .. options]);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore.Migrations", LogLevel.Error);
        var settings = Settings(builder);
        builder.AddModules(settings);
        builder.Services.AddScoped<Migrate>();
        builder.Services.AddScoped<Seed>();
        return new Deployment(builder.Build());
    }

    static Settings Settings(WebApplicationBuilder builder)
    {
        try
        {
            return builder.AddSettings();
        }
        catch (InvalidOperationException wrong)
        {
            throw new CannotException(wrong.Message, wrong);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await scope.DisposeAsync();
        await app.DisposeAsync();
    }
}
