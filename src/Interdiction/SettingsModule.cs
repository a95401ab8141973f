using System.Net;

namespace Interdiction;

static class SettingsModule
{
    /// <summary>Reads the settings and refuses those that would put a demonstration before strangers.</summary>
    /// <exception cref="InvalidOperationException">A demonstration in production, or beyond loopback without being told twice.</exception>
    public static Settings AddSettings(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection("Interdiction").Get<Settings>() ?? new Settings();
        if (settings.Demo && builder.Environment.IsProduction())
            throw new InvalidOperationException("A demonstration has known passwords: it does not run in Production. Set Interdiction__Demo=false, or pass --no-demo.");
        if (settings.Demo && !settings.DemoBeyondLoopback && !IsLoopback(settings.Address))
            throw new InvalidOperationException("A demonstration has known passwords: it listens on loopback. Set Interdiction__DemoBeyondLoopback=true as well if you mean it.");
        builder.Services.AddSingleton(settings);
        return settings;
    }

    static bool IsLoopback(string address) => address == "localhost" || IPAddress.TryParse(address.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip);
}
