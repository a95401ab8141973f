using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Interdiction.Tests;

/// <summary>An authority of a test, with certificates for a server and for systems.</summary>
sealed class Certificates : IDisposable
{
    static readonly Oid ForServers = new("1.3.6.1.5.5.7.3.1");
    static readonly Oid ForClients = new("1.3.6.1.5.5.7.3.2");

    readonly X509Certificate2 authority;

    public Certificates()
    {
        var request = Request("Authority of a test", out _);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        authority = request.CreateSelfSigned(Now.AddDays(-1), Now.AddDays(30));
    }

    static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public X509Certificate2 Authority => authority;

    public X509Certificate2 Server() => Issue("localhost", ForServers);

    /// <summary>A client's certificate of this authority, for a DNS name.</summary>
    public X509Certificate2 Client(string name) => Issue(name, ForClients);

    /// <summary>A client's certificate of its own making.</summary>
    public static X509Certificate2 SelfSigned(string name)
    {
        var request = Request(name, out _);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([ForClients], critical: false));
        return request.CreateSelfSigned(Now.AddDays(-1), Now.AddDays(30));
    }

    public static string KeyOf(X509Certificate2 certificate) => certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem();

    public void Dispose() => authority.Dispose();

    X509Certificate2 Issue(string name, Oid use)
    {
        var request = Request(name, out var key);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([use], critical: false));
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using var issued = request.Create(authority, Now.AddDays(-1), Now.AddDays(29), RandomNumberGenerator.GetBytes(16));
        return issued.CopyWithPrivateKey(key);
    }

    static CertificateRequest Request(string name, out RSA key)
    {
        key = RSA.Create(2048);
        return new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }
}
