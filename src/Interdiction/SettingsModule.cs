using System.Net;

namespace Interdiction;

static class SettingsModule
{
    const string Section = "Interdiction";

    /// <summary>Ends the name of a setting that names a file in which the value lies, as secrets do.</summary>
    const string InFile = "_FILE";

    /// <summary>Reads the settings and refuses those that would put a demonstration before strangers, or secrets on an open line.</summary>
    /// <exception cref="InvalidOperationException">A demonstration in production, or beyond loopback without being told twice; TLS or e-mail without an issuer; e-mail on an open line; no TLS beyond loopback; production without a key.</exception>
    public static Settings AddSettings(this WebApplicationBuilder builder)
    {
        builder.Configuration.AddInMemoryCollection(ReadFiles(builder.Configuration));
        var settings = builder.Configuration.GetSection(Section).Get<Settings>() ?? new Settings();
        if (settings.Demo && builder.Environment.IsProduction())
            throw new InvalidOperationException("A demonstration has known passwords: it does not run in Production. Set Interdiction__Demo=false, or pass --no-demo.");
        if (settings.Demo && !settings.DemoBeyondLoopback && !IsLoopback(settings.Address))
            throw new InvalidOperationException("A demonstration has known passwords: it listens on loopback. Set Interdiction__DemoBeyondLoopback=true as well if you mean it.");
        if ((settings is { Demo: false, IsOnTls: true } || settings.Tls?.ClientPort is not null) && settings.Issuer is not { IsAbsoluteUri: true, Scheme: "https" })
            throw new InvalidOperationException("Behind TLS, the server must know its own address: set Interdiction__Issuer, such as https://interdiction.example.org/");
        if (settings is { Demo: false, IsOnTls: false } && !IsLoopback(settings.Address))
            throw new InvalidOperationException("Passwords and records would travel on an open line: set Interdiction__Tls__Certificate, or name the proxy that ends TLS in Interdiction__Proxies__0, or listen on localhost.");
        if (settings.Mail?.Fault is { } fault)
            throw new InvalidOperationException(fault);
        if (settings is { Mail: not null, Demo: false, Issuer: null })
            throw new InvalidOperationException("E-mail leads to this server: set Interdiction__Issuer, such as https://interdiction.example.org/");
        if (settings.Key is null && builder.Environment.IsProduction())
            throw new InvalidOperationException("The keys below the data folder are encrypted: set Interdiction__Key_FILE to a file with a key, made by `openssl rand -base64 32`.");
        if (!settings.RowSecurity && !settings.Demo)
            throw new InvalidOperationException("Row-level security is switched off only to measure a demonstration. Take Interdiction__RowSecurity away.");
        builder.Services.AddSingleton(settings);
        return settings;
    }

    static Dictionary<string, string?> ReadFiles(ConfigurationManager configuration) =>
        configuration.GetSection(Section).AsEnumerable().Where(x => x.Key.EndsWith(InFile, StringComparison.Ordinal) && x.Value is { Length: > 0 })
            .ToDictionary(x => x.Key[..^InFile.Length], x => ReadFile(x.Key, x.Value!));

    static string? ReadFile(string name, string path) =>
        File.Exists(path) ? File.ReadAllText(path).Trim()
        : throw new InvalidOperationException($"{name.Replace(":", "__", StringComparison.Ordinal)} names {path}, and there is no such file.");

    static bool IsLoopback(string address) => address == "localhost" || IPAddress.TryParse(address.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip);
}
