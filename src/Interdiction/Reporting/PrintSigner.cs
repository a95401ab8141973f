using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Interdiction.Documents.Pdf;

namespace Interdiction.Reporting;

/// <summary>
/// Signs prints by PAdES baseline B-B (ETSI EN 319 142-1): a detached CMS that names its certificate by hash (RFC 5035) and
/// leaves the time to the file; B-T where a time-stamping authority answers.
/// </summary>
sealed class PrintSigner(PrintKey key, TimeStamps stamps) : IPdfSigner
{
    static readonly Oid Sha256 = new("2.16.840.1.101.3.4.2.1"), SigningCertificateV2 = new("1.2.840.113549.1.9.16.2.47");

    public string Name => key.Certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);

    // The certificates, the signature, and a time stamp with certificates of its own.
    public int Room => key.Chain.Sum(x => x.RawDataMemory.Length) + 2_048 + stamps.Room;

    public async Task<byte[]> Sign(byte[] content, CancellationToken stop)
    {
        var cms = new SignedCms(new ContentInfo(content), detached: true);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, key.Certificate) { DigestAlgorithm = Sha256, IncludeOption = X509IncludeOption.None };
        signer.Certificates.AddRange(key.Chain);
        signer.SignedAttributes.Add(new AsnEncodedData(SigningCertificateV2, Named(key.Chain)));
        cms.ComputeSignature(signer);
        await stamps.Add(cms.SignerInfos[0], stop);
        return cms.Encode();
    }

    /// <summary>SigningCertificateV2: an ESSCertIDv2 of each, the signer's first, whose hash is SHA-256 by default (RFC 5035, 3 and 4).</summary>
    static byte[] Named(X509Certificate2Collection chain)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
            foreach (var certificate in chain)
                using (writer.PushSequence())
                    writer.WriteOctetString(certificate.GetCertHash(HashAlgorithmName.SHA256));
        return writer.Encode();
    }
}
