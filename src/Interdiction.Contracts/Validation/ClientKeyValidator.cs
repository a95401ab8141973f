using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FluentValidation;

namespace Interdiction.Contracts;

/// <summary>A public key that is strong enough to prove who a client is, with its certificate where there is one.</summary>
public sealed class ClientKeyValidator : AbstractValidator<ClientKey>
{
    static readonly Dictionary<string, (ECCurve Curve, int Bytes)> Curves = new(StringComparer.Ordinal)
    {
        ["P-256"] = (ECCurve.NamedCurves.nistP256, 32),
        ["P-384"] = (ECCurve.NamedCurves.nistP384, 48),
        ["P-521"] = (ECCurve.NamedCurves.nistP521, 66),
    };

    public ClientKeyValidator()
    {
        RuleFor(x => x.Kid).IsGiven("the key a name (kid)").IsName();
        RuleFor(x => x.Kty).IsChosen("the kind of key: RSA or EC").IsCode(x => x is "RSA" or "EC", "a kind of key: RSA or EC");
        RuleFor(x => x.Use).IsCode(x => x is "sig", "a use of a client's key: sig");
        RuleFor(x => x.Alg).IsName();
        RuleFor(x => x.N).Must((key, _) => IsStrongRsa(key)).When(x => x.Kty is "RSA").WithErrorCode(RuleCodes.Form).WithMessage("Give modulus and exponent (n, e) of an RSA key of 2048 to 8192 bits, base64url.");
        RuleFor(x => x.Crv).IsChosen($"a curve: {string.Join(", ", Curves.Keys)}").IsCode(Curves.ContainsKey, $"a curve: {string.Join(", ", Curves.Keys)}").When(x => x.Kty is "EC");
        RuleFor(x => x.X).Must((key, _) => IsPoint(key)).When(x => x.Kty is "EC" && x.Crv is not null && Curves.ContainsKey(x.Crv))
            .WithErrorCode(RuleCodes.Form).WithMessage("Give the point (x, y) of an EC key on its curve, base64url.");
        RuleFor(x => x.X5c).Must((key, chain) => chain is null || chain is [var only] && IsCertificateOf(key, only)).WithErrorCode(RuleCodes.Form)
            .WithMessage("Give one certificate of this very key, DER in base64.");
        RuleFor(x => x.Thumbprint).Must((key, print) => print is null || key.X5c is [var only] && Certificate(only) is { } certificate && Base64Url(certificate.GetCertHash(HashAlgorithmName.SHA256)) == print)
            .OverridePropertyName("x5t#S256").WithErrorCode(RuleCodes.Form).WithMessage("The thumbprint is the SHA-256 of the certificate in x5c, base64url.");
    }

    static bool IsStrongRsa(ClientKey key) => Rsa(key) is { } rsa && rsa.Modulus!.Length * 8 is >= 2048 and <= 8192 && rsa.Modulus[0] != 0 && (rsa.Modulus[^1] & 1) == 1 && rsa.Exponent is [.., var low] && (low & 1) == 1 && rsa.Exponent is not [1];

    static RSAParameters? Rsa(ClientKey key) => Bytes(key.N) is { Length: > 0 } n && Bytes(key.E) is { Length: > 0 and <= 8 } e ? new RSAParameters { Modulus = n, Exponent = e } : null;

    static bool IsPoint(ClientKey key)
    {
        var (curve, bytes) = Curves[key.Crv!];
        if (Bytes(key.X) is not { } x || Bytes(key.Y) is not { } y || x.Length != bytes || y.Length != bytes)
            return false;
        try
        {
            using var made = ECDsa.Create(new ECParameters { Curve = curve, Q = new ECPoint { X = x, Y = y } });
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    static bool IsCertificateOf(ClientKey key, string text)
    {
        using var certificate = Certificate(text);
        if (certificate is null)
            return false;
        using var rsa = certificate.GetRSAPublicKey();
        using var ec = certificate.GetECDsaPublicKey();
        return key.Kty is "RSA" ? rsa?.ExportParameters(false) is { } its && Rsa(key) is { } own && its.Modulus!.AsSpan().SequenceEqual(own.Modulus) && its.Exponent!.AsSpan().SequenceEqual(own.Exponent)
            : ec?.ExportParameters(false).Q is { } point && point.X!.AsSpan().SequenceEqual(Bytes(key.X)) && point.Y!.AsSpan().SequenceEqual(Bytes(key.Y));
    }

    static X509Certificate2? Certificate(string text)
    {
        var der = new byte[text.Length];
        try
        {
            return Convert.TryFromBase64String(text, der, out var length) ? X509CertificateLoader.LoadCertificate(der.AsSpan(0, length)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    static byte[]? Bytes(string? text)
    {
        try
        {
            return text is null ? null : System.Buffers.Text.Base64Url.DecodeFromChars(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    static string Base64Url(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
