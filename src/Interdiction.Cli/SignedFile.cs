using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;

namespace Interdiction.Cli;

/// <summary>What is wrong with a file that claims to be a print of ours, in words for who holds it.</summary>
sealed class AlteredException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// The signature of a print. It is found by its bytes and not by what the file says of itself: a reader that follows the
/// file's own tables could be led to another file in it than the one that was signed.
/// </summary>
sealed partial class SignedFile
{
    SignedFile(SignedCms signature) => Signature = signature;

    public SignedCms Signature { get; }
    public SignerInfo Signer => Signature.SignerInfos[0];

    /// <summary>True for a file that says that our writer made it, or that bears a signature of this kind.</summary>
    public static bool IsOurs(byte[] file) => file.AsSpan().IndexOf("Interdiction.Documents"u8) >= 0 || Dictionary().IsMatch(Encoding.Latin1.GetString(file));

    /// <exception cref="AlteredException">It is not as it was signed, or was never signed.</exception>
    public static SignedFile Check(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);
        var found = Dictionary().Matches(text);
        if (found.Count != 1)
            throw new AlteredException(found.Count == 0 ? "It bears no signature: it was never signed, or the signature was taken out or damaged." : "It bears several signatures: something was added to it.");
        long[] range = [.. Enumerable.Range(1, 4).Select(x => long.Parse(found[0].Groups[x].Value, CultureInfo.InvariantCulture))];
        var contents = found[0].Groups[5];
        // Everything but the string with its brackets, from the first byte to the last.
        if (range is not [0, var start, var end, var rest] || start != contents.Index - 1 || end != contents.Index + contents.Length + 1)
            throw new AlteredException("What the signature says that it covers was changed.");
        if (end + rest != file.Length)
            throw new AlteredException(end + rest < file.Length ? $"{file.Length - end - rest} bytes were added after it was signed." : "Its end is missing.");
        var signature = new SignedCms(new ContentInfo([.. file.AsSpan(0, (int)start), .. file.AsSpan((int)end)]), detached: true);
        try
        {
            var bytes = Unpadded(contents.Value);
            signature.Decode(bytes);
            if (!IsAsWritten(signature, bytes))
                throw new AlteredException("The signature itself was damaged.");
            if (!NamesItsCertificates(signature))
                throw new AlteredException("The signature does not name the certificates that come with it.");
        }
        catch (Exception damaged) when (damaged is CryptographicException or AsnContentException)
        {
            throw new AlteredException("The signature itself was damaged.", damaged);
        }
        try
        {
            signature.CheckSignature(verifySignatureOnly: true);
        }
        catch (CryptographicException wrong)
        {
            throw new AlteredException("Something in it was changed after it was signed: its bytes are not those that were signed.", wrong);
        }
        return new SignedFile(signature);
    }

    /// <summary>What no signature covers is as our writer has it: its version, the one digest, data without its content, and nothing twice.</summary>
    static bool IsAsWritten(SignedCms signature, byte[] bytes)
    {
        var message = new AsnReader(bytes, AsnEncodingRules.DER).ReadSequence();
        message.ReadObjectIdentifier();
        return message.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0)).ReadEncodedValue().Span.IndexOf(Head) is >= 2 and <= 4
            && signature.SignerInfos is [{ Version: 1, DigestAlgorithm.Value: Sha256 }] && signature.Encode().AsSpan().SequenceEqual(bytes);
    }

    /// <summary>ESS signing-certificate-v2 (RFC 5035): it names every certificate in the signature by its SHA-256, the signer's first.</summary>
    static bool NamesItsCertificates(SignedCms signature)
    {
        var named = signature.SignerInfos[0].SignedAttributes.OfType<CryptographicAttributeObject>().SingleOrDefault(x => x.Oid.Value is "1.2.840.113549.1.9.16.2.47");
        if (named is null || signature.SignerInfos[0].Certificate is not { } signer)
            return false;
        var hashes = new List<string>();
        for (var list = new AsnReader(named.Values[0].RawData, AsnEncodingRules.DER).ReadSequence().ReadSequence(); list.HasData;)
            hashes.Add(Convert.ToHexString(list.ReadSequence().ReadOctetString()));
        return hashes.FirstOrDefault() == Hash(signer) && hashes.Order(StringComparer.Ordinal).SequenceEqual(signature.Certificates.Select(Hash).Order(StringComparer.Ordinal));
    }

    static string Hash(X509Certificate2 certificate) => Convert.ToHexString(certificate.GetCertHash(HashAlgorithmName.SHA256));

    const string Sha256 = "2.16.840.1.101.3.4.2.1";

    /// <summary>version 1, digestAlgorithms { sha256 }, encapContentInfo { data } of SignedData (RFC 5652, 5.1).</summary>
    static ReadOnlySpan<byte> Head => [0x02, 0x01, 0x01, 0x31, 0x0D, 0x30, 0x0B, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x30, 0x0B, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x01];

    /// <summary>The signature says its own length; what is behind it is room.</summary>
    static byte[] Unpadded(string hexadecimal)
    {
        var bytes = Convert.FromHexString(hexadecimal);
        try
        {
            AsnDecoder.ReadEncodedValue(bytes, AsnEncodingRules.DER, out _, out _, out var length);
            return bytes.AsSpan(length).ContainsAnyExcept((byte)0) ? throw new AlteredException("Something was hidden behind the signature.") : bytes[..length];
        }
        catch (AsnContentException damaged)
        {
            throw new AlteredException("The signature itself was damaged.", damaged);
        }
    }

    [GeneratedRegex(@"/SubFilter/ETSI\.CAdES\.detached(?:/[A-Za-z]+(?:<[0-9A-F]*>|\([^)]*\)))*/ByteRange\[(\d{1,10}) (\d{1,10}) (\d{1,10}) (\d{1,10})\] */Contents<((?:[0-9A-F]{2})+)>", RegexOptions.CultureInvariant)]
    private static partial Regex Dictionary();
}
