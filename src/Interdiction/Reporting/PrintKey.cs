using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Interdiction.Identity;

namespace Interdiction.Reporting;

/// <summary>How prints are signed.</summary>
public sealed class PrintSettings
{
    /// <summary>PEM file with the certificate that vouches for prints, and those between it and its root; where it is absent the server makes one of its own, which readers compare with /print-certificate.pem.</summary>
    public string? Certificate { get; init; }

    /// <summary>PEM file with its private key; the certificate's own file where it is absent.</summary>
    public string? CertificateKey { get; init; }

    /// <summary>Address of a time-stamping authority (RFC 3161); prints bear its time stamp where it answers.</summary>
    public Uri? TimeStamps { get; init; }
}

/// <summary>The key that signs prints, with its certificate and those between it and its root.</summary>
sealed class PrintKey : IDisposable
{
    const string Kind = "print-signing";
    static readonly TimeSpan Life = TimeSpan.FromDays(3653);

    public PrintKey(Settings settings, KeyFolder folder, TimeProvider clock)
    {
        if (settings.Prints.Certificate is { } path)
        {
            Certificate = X509Certificate2.CreateFromPemFile(path, settings.Prints.CertificateKey);
            Chain.ImportFromPemFile(path);
        }
        else
        {
            if (folder.Of(Kind).Count == 0)
                folder.Add(Kind, clock.GetUtcNow(), Make(settings.Issuer?.Host ?? settings.Address, clock.GetUtcNow()));
            Certificate = X509CertificateLoader.LoadPkcs12(folder.Of(Kind)[0].Key, null);
            Chain.Add(Certificate);
        }
    }

    public X509Certificate2 Certificate { get; }

    /// <summary>The certificate first.</summary>
    public X509Certificate2Collection Chain { get; } = [];

    /// <summary>All certificates, without a key.</summary>
    public string Pem => string.Join('\n', Chain.Select(x => x.ExportCertificatePem())) + "\n";

    public void Dispose() => Certificate.Dispose();

    static byte[] Make(string host, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(new X500DistinguishedName($"CN=\"Prints of {host.Replace('"', ' ')}\", O=Interdiction"), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true));
        using var made = request.CreateSelfSigned(now.AddMinutes(-5), now + Life);
        return made.Export(X509ContentType.Pkcs12);
    }
}
