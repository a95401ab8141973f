using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace Interdiction.Reporting;

/// <summary>
/// Asks the time-stamping authority that the operator named (RFC 3161). A print does not wait long for it, and is made
/// without a stamp where it does not answer: who checks the file is told which of the two it is.
/// </summary>
sealed class TimeStamps(Settings settings, ILogger<TimeStamps> log) : IDisposable
{
    const int LargestToken = 16_384;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    static readonly Oid SignatureTimeStamp = new("1.2.840.113549.1.9.16.2.14");

    readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = Patience, MaxResponseContentBufferSize = LargestToken };

    /// <summary>Bytes that a stamp may take in a signature.</summary>
    public int Room => settings.Prints.TimeStamps is null ? 0 : LargestToken;

    public async Task Add(SignerInfo signature, CancellationToken stop)
    {
        if (settings.Prints.TimeStamps is not { } address)
            return;
        try
        {
            var request = Rfc3161TimestampRequest.CreateFromSignerInfo(signature, HashAlgorithmName.SHA256, nonce: RandomNumberGenerator.GetBytes(8), requestSignerCertificates: true);
            using var body = new ByteArrayContent(request.Encode()) { Headers = { ContentType = new MediaTypeHeaderValue("application/timestamp-query") } };
            using var answer = await http.PostAsync(address, body, stop);
            var token = request.ProcessResponse(await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(stop), out _);
            signature.AddUnsignedAttribute(new AsnEncodedData(SignatureTimeStamp, token.AsSignedCms().Encode()));
        }
        catch (Exception failure) when (failure is HttpRequestException or CryptographicException || failure is OperationCanceledException && !stop.IsCancellationRequested)
        {
            log.LogError(failure, "The time-stamping authority gave no stamp: the print bears none.");
        }
    }

    public void Dispose() => http.Dispose();
}
