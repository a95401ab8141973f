namespace Interdiction.Http;

/// <summary>The server's certificate, in files that its operator renews.</summary>
public sealed class TlsSettings
{
    /// <summary>PEM file with the certificate and those between it and its root.</summary>
    public required string Certificate { get; init; }

    /// <summary>PEM file with the private key; the certificate's own file where it is absent.</summary>
    public string? CertificateKey { get; init; }

    /// <summary>A second port, for systems that show a certificate of their own; none where it is absent.</summary>
    public int? ClientPort { get; init; }

    /// <summary>PEM file with the authorities whose client certificates are believed; where it is absent, only certificates that were registered themselves.</summary>
    public string? ClientAuthorities { get; init; }
}
