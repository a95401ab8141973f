using Interdiction.Kernel;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using OpenIddict.Client;
using OpenIddict.Server;
using OpenIddict.Validation;

namespace Interdiction.Identity;

/// <summary>Gives the token server its keys, and new ones while it runs.</summary>
static class TokenKeysModule
{
    public static void AddTokenKeys(this IServiceCollection services)
    {
        services.AddSingleton<TokenKeys>();
        services.AddChange<OpenIddictServerOptions>();
        services.AddChange<OpenIddictValidationOptions>();
        services.AddChange<OpenIddictClientOptions>();
        services.AddOptions<OpenIddictServerOptions>().Configure<TokenKeys>((options, keys) => keys.AddTo(options.SigningCredentials, options.EncryptionCredentials));
        services.AddOptions<OpenIddictClientOptions>().Configure<TokenKeys>((options, keys) => keys.AddTo(options.SigningCredentials, options.EncryptionCredentials));
        services.AddSingleton<RenewTokenKeys>();
        services.AddHostedService(x => x.GetRequiredService<RenewTokenKeys>());
    }

    static void AddChange<TOptions>(this IServiceCollection services)
    {
        services.AddSingleton<KeyChange<TOptions>>();
        services.AddSingleton<IOptionsChangeTokenSource<TOptions>>(x => x.GetRequiredService<KeyChange<TOptions>>());
    }
}

/// <summary>Says that there are other keys now: the options that hold them are made anew.</summary>
sealed class KeyChange<TOptions> : IOptionsChangeTokenSource<TOptions>, IDisposable
{
    CancellationTokenSource source = new();

    public string Name => Options.DefaultName;

    public IChangeToken GetChangeToken() => new CancellationChangeToken(source.Token);

    public void Tell()
    {
        using var before = Interlocked.Exchange(ref source, new CancellationTokenSource());
        before.Cancel();
    }

    public void Dispose() => source.Dispose();
}

/// <summary>Looks every hour whether a key is due, and forgets tokens that ended long ago.</summary>
sealed class RenewTokenKeys(TokenKeys keys, KeyChange<OpenIddictServerOptions> server, KeyChange<OpenIddictValidationOptions> validation,
    KeyChange<OpenIddictClientOptions> client, IServiceScopeFactory scopes, TimeProvider clock, ILogger<RenewTokenKeys> log)
    : RepeatedJob(TimeSpan.FromHours(1), clock, log)
{
    internal override async Task Look(CancellationToken stop)
    {
        if (keys.Renew())
        {
            // The validation takes its keys from the server's options: those are made first.
            server.Tell();
            validation.Tell();
            client.Tell();
            log.LogInformation("Token keys were renewed.");
        }
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Tokens>().Forget(stop);
    }
}
