using System.Security.Cryptography;
using Interdiction.Http;
using Microsoft.Extensions.Http;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Client;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Interdiction.Identity;

/// <summary>Partners' own OpenID Connect servers: each with an address of its own to come back to, so that the answer of one is never taken for that of another.</summary>
static class ForeignIssuers
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    const int LargestAnswer = 1_000_000;

    public static void AddForeignIssuers(this IServiceCollection services, Settings settings)
    {
        services.AddScoped<ForeignLinks>();
        if (settings.Issuers.Count == 0)
            return;
        var hosts = settings.Issuers.SelectMany(x => x.Hosts.Prepend(x.Authority.Authority)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        services.AddOpenIddict().AddClient(x =>
        {
            x.AllowAuthorizationCodeFlow();
            x.SetRedirectionEndpointUris([.. settings.Issuers.Select(y => y.ComesBack)]);
            x.SetStateTokenLifetime(TimeSpan.FromMinutes(15));
            if (settings.Issuer is { } own)
                x.SetClientUri(own);
            foreach (var issuer in settings.Issuers)
                x.AddRegistration(Registration(issuer));
            x.UseSystemNetHttp()
                .ConfigureHttpClientHandler((_, y) => y.AllowAutoRedirect = false)
                .ConfigureHttpClient((_, y) => (y.Timeout, y.MaxResponseContentBufferSize) = (Patience, LargestAnswer));
            var host = x.UseAspNetCore().EnableRedirectionEndpointPassthrough().EnableErrorPassthrough().EnableStatusCodePagesIntegration().DisableAutomaticAuthenticationSchemeForwarding();
            host.Configure(y =>
            {
                // The browser comes back by a link, not by a form: it shows this cookie then, and no other site's request does.
                y.CookieBuilder.Name = SecureCookies.Name("interdiction.foreign", settings);
                y.CookieBuilder.SameSite = SameSiteMode.Lax;
                y.CookieBuilder.SecurePolicy = settings.IsOnTls ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            });
            if (settings.Demo)
                host.DisableTransportSecurityRequirement();
        });
        var client = typeof(OpenIddict.Client.SystemNetHttp.OpenIddictClientSystemNetHttpOptions).Assembly.GetName().Name!;
        services.ConfigureAll<HttpClientFactoryOptions>(x => x.HttpMessageHandlerBuilderActions.Add(y =>
        {
            if (y.Name?.StartsWith(client, StringComparison.Ordinal) is true)
                y.AdditionalHandlers.Add(new KnownHosts(hosts));
        }));
    }

    static OpenIddictClientRegistration Registration(IssuerSettings issuer)
    {
        if (issuer.Authority.Scheme != Uri.UriSchemeHttps && !issuer.Authority.IsLoopback)
            throw new InvalidOperationException($"The issuer of {issuer.Partner} is reached by HTTPS: {issuer.Authority} is not.");
        var registration = new OpenIddictClientRegistration
        {
            RegistrationId = issuer.Partner,
            ProviderName = issuer.Partner,
            ProviderDisplayName = issuer.Name,
            Issuer = issuer.Authority,
            ClientId = issuer.ClientId,
            ClientSecret = issuer.ClientSecret,
            RedirectUri = new Uri(issuer.ComesBack, UriKind.Relative),
            GrantTypes = { GrantTypes.AuthorizationCode },
            ResponseTypes = { ResponseTypes.Code },
            ResponseModes = { ResponseModes.Query },
            CodeChallengeMethods = { CodeChallengeMethods.Sha256 },
        };
        registration.Scopes.UnionWith(issuer.Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (issuer.ClientKey is { } pem)
            registration.SigningCredentials.Add(Signing(pem));
        return registration;
    }

    static SigningCredentials Signing(string pem)
    {
        var elliptic = ECDsa.Create();
        try
        {
            elliptic.ImportFromPem(pem);
            return new SigningCredentials(new ECDsaSecurityKey(elliptic), elliptic.KeySize switch { 256 => SecurityAlgorithms.EcdsaSha256, 384 => SecurityAlgorithms.EcdsaSha384, _ => SecurityAlgorithms.EcdsaSha512 });
        }
        catch (CryptographicException)
        {
            // A private key names its kind inside: what is not elliptic is RSA.
            elliptic.Dispose();
        }
        var rsa = RSA.Create();
        rsa.ImportFromPem(pem);
        return new SigningCredentials(new RsaSecurityKey(rsa), SecurityAlgorithms.RsaSha256);
    }
}
