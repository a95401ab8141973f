using System.Net;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Interdiction.Http;

/// <summary>Where the server listens: plain HTTP, or TLS with its own certificate, and a port beside it for systems that show theirs.</summary>
static class Listening
{
    public static void AddListening(this WebApplicationBuilder builder, Settings settings)
    {
        if (settings.Tls is not { } tls)
        {
            builder.WebHost.UseUrls($"http://{settings.Address}:{settings.Port}");
            return;
        }
        var (certificate, chain) = Read(tls);
        builder.WebHost.ConfigureKestrel(x =>
        {
            Listen(x, settings.Address, settings.Port, ClientCertificateMode.NoCertificate);
            if (tls.ClientPort is { } port)
                Listen(x, settings.Address, port, ClientCertificateMode.RequireCertificate);
        });

        void Listen(KestrelServerOptions kestrel, string address, int port, ClientCertificateMode mode)
        {
            if (address == "localhost")
                kestrel.ListenLocalhost(port, Secure);
            else if (IPAddress.TryParse(address.Trim('[', ']'), out var ip))
                kestrel.Listen(ip, port, Secure);
            else
                kestrel.ListenAnyIP(port, Secure);

            void Secure(ListenOptions listen) => listen.UseHttps(https =>
            {
                (https.ServerCertificate, https.ServerCertificateChain) = (certificate, chain);
                https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
                https.ClientCertificateMode = mode;
                // Which certificates count is decided where a client is recognised by one: here they only prove that it holds the key.
                https.AllowAnyClientCertificate();
            });
        }
    }

    /// <summary>Believes what the configured proxies say of the client's address and scheme.</summary>
    public static void UseProxies(this WebApplication app, Settings settings)
    {
        if (settings.Proxies.Count == 0)
            return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in settings.Proxies)
            options.KnownIPNetworks.Add(Network(proxy));
        app.UseForwardedHeaders(options);
    }

    static System.Net.IPNetwork Network(string proxy) =>
        System.Net.IPNetwork.TryParse(proxy, out var network) ? network
        : IPAddress.TryParse(proxy, out var address) ? new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw new InvalidOperationException($"Interdiction:Proxies holds {proxy}: write an address, or a network such as 10.0.0.0/8.");

    static (X509Certificate2 Own, X509Certificate2Collection Chain) Read(TlsSettings tls)
    {
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(tls.Certificate);
        return (X509Certificate2.CreateFromPemFile(tls.Certificate, tls.CertificateKey ?? tls.Certificate), chain);
    }
}
