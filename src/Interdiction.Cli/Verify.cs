using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using UglyToad.PdfPig;

namespace Interdiction.Cli;

/// <summary>Says of a print, without any network, whether it is whole, who vouches for it, for whom it was made and what it leaves out.</summary>
static class Verify
{
    const string Record = "record.json";

    /// <param name="certificate">PEM file with what vouches for prints; null: nobody does, and the bytes alone are looked at.</param>
    /// <returns>0 for a file that is whole, 1 for one that was altered or that nobody vouches for, 2 for another kind of file.</returns>
    public static async Task<int> Run(string path, string? certificate, TextWriter output, TextWriter error, CancellationToken stop)
    {
        byte[] file = File.Exists(path) ? await Read(path, stop) : [];
        if (!SignedFile.IsOurs(file))
        {
            await error.WriteLineAsync(File.Exists(path) ? $"{path} is no print of this system." : $"There is no file {path}.");
            return 2;
        }
        try
        {
            var signed = SignedFile.Check(file);
            var print = PrintIn(file);
            var vouched = certificate is null ? null : Vouch(signed, await Certificates(certificate, stop));
            await output.WriteLineAsync("Whole: nothing in it was changed since it was signed.");
            await output.WriteLineAsync($"Signed by {signed.Signer.Certificate!.Subject}, certificate {Convert.ToHexStringLower(signed.Signer.Certificate.GetCertHash(HashAlgorithmName.SHA256))}.");
            await output.WriteLineAsync(vouched ?? "Nobody vouches for the signer: give the certificate of the server with --certificate to compare them.");
            await output.WriteLineAsync(Stamp(signed.Signer));
            foreach (var line in About(print))
                await output.WriteLineAsync(line);
            return 0;
        }
        catch (AlteredException altered)
        {
            await error.WriteLineAsync($"Not whole: {altered.Message}");
            return 1;
        }
    }

    /// <summary>The record that travels in the file. The signature was checked before.</summary>
    static JsonObject PrintIn(byte[] file)
    {
        try
        {
            using var document = PdfDocument.Open(file);
            var found = document.Advanced.TryGetEmbeddedFiles(out var files) ? files.SingleOrDefault(x => x.Name == Record) : null;
            return found is null ? throw new AlteredException("It is signed, but holds no record: it was not printed by this system.") : JsonNode.Parse(found.Memory.Span)!.AsObject();
        }
#pragma warning disable CA1031 // Whoever signed it can have written anything: the reader of PDF and that of JSON fail in ways of their own.
        catch (Exception wrong) when (wrong is not AlteredException)
#pragma warning restore CA1031
        {
            throw new AlteredException("It is signed, but its record cannot be read.", wrong);
        }
    }

    static string Vouch(SignedFile signed, X509Certificate2Collection trusted)
    {
        var signer = signed.Signer.Certificate!;
        if (trusted.Any(x => x.RawData.AsSpan().SequenceEqual(signer.RawData)))
            return "The signer is the one whose certificate was given.";
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(trusted);
        chain.ChainPolicy.ExtraStore.AddRange(signed.Signature.Certificates);
        // Without a network nobody is asked whether a certificate was revoked, nor for one that is missing.
        (chain.ChainPolicy.RevocationMode, chain.ChainPolicy.DisableCertificateDownloads) = (X509RevocationMode.NoCheck, true);
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid;
        return chain.Build(signer) ? $"{chain.ChainElements[^1].Certificate.Subject}, whose certificate was given, vouches for the signer."
            : throw new AlteredException("It is signed by somebody else than the certificate that was given vouches for.");
    }

    static string Stamp(SignerInfo signer)
    {
        foreach (var attribute in signer.UnsignedAttributes)
            if (attribute.Oid.Value is "1.2.840.113549.1.9.16.2.14")
                return Rfc3161TimestampToken.TryDecode(attribute.Values[0].RawData, out var token, out _) && token.VerifySignatureForSignerInfo(signer, out var authority)
                    ? $"Stamped {Time(token.TokenInfo.Timestamp)} by {authority!.Subject}."
                    : throw new AlteredException("Its time stamp is of something else.");
        return "It bears no time stamp: the time of print is what the server's clock said.";
    }

    static IEnumerable<string> About(JsonObject print)
    {
        var copy = print["record"]?["copy"];
        yield return $"{print["kind"]} {print["number"]}, print {copy?["print"]}.";
        yield return $"For {copy?["reader"]}, {copy?["partner"]}, printed {(DateTimeOffset.TryParse((string?)copy?["at"], CultureInfo.InvariantCulture, out var at) ? Time(at) : "at no time")}.";
        var withheld = Withheld(print["record"]).ToList();
        yield return withheld.Count == 0 ? "Nothing is withheld that this reader may know of." : $"Withheld from this copy: {string.Join("; ", withheld)}.";
    }

    /// <summary>What the reports in the print name as masked.</summary>
    static IEnumerable<string> Withheld(JsonNode? record) =>
        from printed in record?["reports"]?.AsArray() ?? []
        let report = printed!["report"]!
        from masked in report["masked"]?.AsArray() ?? []
        select $"{report["number"]} {masked!["pointer"]} ({masked["rule"]})";

    static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    static async Task<byte[]> Read(string path, CancellationToken stop)
    {
        try
        {
            return await File.ReadAllBytesAsync(path, stop);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CannotException($"{path} cannot be read: {failure.Message}", failure);
        }
    }

    static async Task<X509Certificate2Collection> Certificates(string path, CancellationToken stop)
    {
        var found = new X509Certificate2Collection();
        try
        {
            found.ImportFromPem(System.Text.Encoding.Latin1.GetString(await Read(path, stop)));
        }
        catch (CryptographicException wrong)
        {
            throw new CannotException($"{path} holds a damaged certificate.", wrong);
        }
        return found.Count > 0 ? found : throw new CannotException($"{path} holds no certificate in PEM.");
    }
}
