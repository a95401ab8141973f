using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Interdiction.Tests.Pipeline;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Interdiction.Tests;

/// <summary>The product outside a demonstration: in Production, with its own certificate, and a port for systems that show theirs.</summary>
public sealed class TlsServer : WebApplicationFactory<Program>, IAsyncLifetime
{
    readonly Certificates certificates = new();
    readonly int port = Ports.Free();
    readonly int clientPort = Ports.Free();
    StationData data = null!;

    /// <summary>Settings beyond those that the server needs.</summary>
    internal Dictionary<string, string> More { get; } = [];

    internal Certificates Certificates => certificates;

    public Uri Address => new($"https://localhost:{port}/");

    /// <summary>Where a certificate must be shown.</summary>
    public Uri CertificateAddress => new($"https://localhost:{clientPort}/");

    public string AuthorityFile => Path.Combine(data.Folder, "authority.pem");

    public async ValueTask InitializeAsync()
    {
        data = await StationData.Make();
        using var own = certificates.Server();
        await File.WriteAllTextAsync(AuthorityFile, certificates.Authority.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(data.Folder, "server.pem"), own.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(data.Folder, "server.key"), Certificates.KeyOf(own));
        await File.WriteAllTextAsync(Path.Combine(data.Folder, "operator"), Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        UseKestrel();
        StartServer();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Interdiction:Demo", "false");
        builder.UseSetting("Interdiction:Data", Path.Combine(data.Folder, "data"));
        builder.UseSetting("Interdiction:Port", $"{port}");
        builder.UseSetting("Interdiction:Issuer", $"{Address}");
        builder.UseSetting("Interdiction:Key_FILE", Path.Combine(data.Folder, "operator"));
        builder.UseSetting("Interdiction:Tls:Certificate", Path.Combine(data.Folder, "server.pem"));
        builder.UseSetting("Interdiction:Tls:CertificateKey", Path.Combine(data.Folder, "server.key"));
        builder.UseSetting("Interdiction:Tls:ClientPort", $"{clientPort}");
        builder.UseSetting("Interdiction:Tls:ClientAuthorities", AuthorityFile);
        if (data.Database is not null)
            builder.UseSetting("Interdiction:Database", data.Database);
        foreach (var (name, value) in More)
            builder.UseSetting(name, value);
    }

    /// <summary>A client that believes the test's authority, with a certificate of its own where one is given.</summary>
    public HttpClient Client(X509Certificate2? certificate = null)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { certificates.Authority }, RevocationMode = X509RevocationMode.NoCheck };
        if (certificate is not null)
            handler.SslOptions.ClientCertificateContext = SslStreamCertificateContext.Create(certificate, additionalCertificates: null, offline: true);
        return new HttpClient(handler) { BaseAddress = certificate is null ? Address : CertificateAddress };
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await data.DisposeAsync();
        certificates.Dispose();
    }
}
