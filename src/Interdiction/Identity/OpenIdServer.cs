using System.Security.Cryptography.X509Certificates;
using Interdiction.Data;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Interdiction.Identity;

/// <summary>The OpenID Connect server: what it offers to partners' systems and applications, and nothing else.</summary>
static class OpenIdServer
{
    /// <summary>A person who lets an application act for them signs in again after this time at the latest.</summary>
    public static readonly TimeSpan LongestRefresh = TimeSpan.FromDays(30);

    public static void AddOpenIdServer(this IServiceCollection services, Settings settings)
    {
        services.AddOpenIddict()
            .AddCore(x => x.UseEntityFrameworkCore().UseDbContext<InterdictionDb>().ReplaceDefaultEntities<Guid>())
            .AddServer(x =>
            {
                x.SetTokenEndpointUris("connect/token");
                x.SetPushedAuthorizationEndpointUris("connect/par");
                x.SetAuthorizationEndpointUris(Authorize.Path, Authorize.SecondPath);
                x.SetEndSessionEndpointUris(EndSessionEndpoint.Path, EndSessionEndpoint.SecondPath);
                x.SetRevocationEndpointUris("connect/revoke");
                x.AllowClientCredentialsFlow().AllowAuthorizationCodeFlow().AllowRefreshTokenFlow();
                x.RequireProofKeyForCodeExchange().RequirePushedAuthorizationRequests();
                x.RegisterScopes(IdentityModule.Scope);
                x.SetAccessTokenLifetime(TimeSpan.FromMinutes(15));
                x.SetRefreshTokenLifetime(TimeSpan.FromHours(8));
                // Whoever sends a refresh token a second time may have stolen it: there is no time in which it is still good.
                x.SetRefreshTokenReuseLeeway(TimeSpan.Zero);
                // A token holds the id of its account and no secret: it is signed, and not encrypted at a price on every request.
                x.DisableAccessTokenEncryption();
                if (settings.Issuer is { } issuer)
                    x.SetIssuer(issuer);
                x.AddEventHandler(UntypedAssertions.Descriptor);
                x.TakeClientCertificates(settings);
                var host = x.UseAspNetCore().EnableTokenEndpointPassthrough().EnableAuthorizationEndpointPassthrough().EnableEndSessionEndpointPassthrough();
                // A demonstration speaks plain HTTP on loopback; anything else stands behind TLS.
                if (settings.Demo)
                    host.DisableTransportSecurityRequirement();
            })
            .AddValidation(x =>
            {
                x.UseLocalServer();
                x.AddAudiences(IdentityModule.Audience);
                // A token comes in its header alone: one in an address stands in logs, and a body is the operation's own to read.
                x.UseAspNetCore().DisableAccessTokenExtractionFromBodyForm().DisableAccessTokenExtractionFromQueryString();
            });
        services.PostConfigure<OpenIddictServerOptions>(x => Narrow(x, settings));
        services.AddTokenKeys();
    }

    public static void MapOpenIdServer(this WebApplication app)
    {
        app.MapPost("/connect/token", Token.Issue).ExcludeFromDescription();
        foreach (var path in new[] { Authorize.Path, Authorize.SecondPath })
            app.MapMethods(path, [HttpMethods.Get, HttpMethods.Post], Authorize.Answer).ExcludeFromDescription();
        foreach (var path in new[] { EndSessionEndpoint.Path, EndSessionEndpoint.SecondPath })
            app.MapMethods(path, [HttpMethods.Get, HttpMethods.Post], EndSessionEndpoint.Answer).ExcludeFromDescription();
    }

    /// <summary>Systems that prove themselves by a certificate: one registered itself, or one of an authority that the operator believes. Their tokens are good with it alone.</summary>
    static void TakeClientCertificates(this OpenIddictServerBuilder server, Settings settings)
    {
        if (settings is not { Tls: { ClientPort: { } port } tls, Issuer: { } issuer })
            return;
        server.EnableSelfSignedTlsClientAuthentication(Offline);
        if (tls.ClientAuthorities is { } file)
        {
            var authorities = new X509Certificate2Collection();
            authorities.ImportFromPemFile(file);
            server.EnablePublicKeyInfrastructureTlsClientAuthentication(authorities, Offline);
        }
        server.UseClientCertificateBoundAccessTokens();
        var there = new UriBuilder(issuer) { Port = port }.Uri;
        server.SetMtlsTokenEndpointAliasUri(new Uri(there, "connect/token"));
        server.SetMtlsPushedAuthorizationEndpointAliasUri(new Uri(there, "connect/par"));
        server.SetMtlsRevocationEndpointAliasUri(new Uri(there, "connect/revoke"));
    }

    /// <summary>No certificate that a stranger shows makes the server call an address that stands in it. Who must not come any more is suspended.</summary>
    static void Offline(X509ChainPolicy policy) => (policy.RevocationMode, policy.DisableCertificateDownloads) = (X509RevocationMode.NoCheck, true);

    static void Narrow(OpenIddictServerOptions options, Settings settings)
    {
        options.CodeChallengeMethods.Remove(CodeChallengeMethods.Plain);
        // The others need a script in a page of ours, or put the code where it leaks.
        options.ResponseModes.RemoveWhere(x => x != ResponseModes.Query);
        options.PromptValues.RemoveWhere(x => x is not (PromptValues.Login or PromptValues.None));
        options.Claims.UnionWith([Claims.Name, Claims.AuthenticationTime, Claims.AuthenticationMethodReference, Claims.AuthenticationContextReference]);
        // Secrets that both sides know are for trying things out.
        if (!settings.Demo)
            options.ClientAuthenticationMethods.RemoveWhere(x => x is ClientAuthenticationMethods.ClientSecretBasic or ClientAuthenticationMethods.ClientSecretPost);
    }
}
