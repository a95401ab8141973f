using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Interdiction.Evidence;

/// <summary>Files as objects of a bucket, under their hash.</summary>
sealed class S3Store(S3Settings settings) : IBlobStore, IDisposable
{
    readonly AmazonS3Client client = new(settings.AccessKey, settings.SecretKey, Configure(settings));

    public async Task Keep(string sha256, string file, CancellationToken stop)
    {
        if (await LengthOf(sha256, stop) is null)
            // In chunks with signatures of their own, which not every server takes apart, nothing is gained: the file lies here.
            await client.PutObjectAsync(new PutObjectRequest { BucketName = settings.Bucket, Key = KeyOf(sha256), FilePath = file, ContentType = "application/octet-stream", UseChunkEncoding = false }, stop);
        File.Delete(file);
    }

    public async Task<Stream?> Open(string sha256, CancellationToken stop) =>
        await LengthOf(sha256, stop) is { } length ? new ObjectStream(length, (from, token) => Read(sha256, from, token)) : null;

    // The protocol answers the same where there is none.
    public Task Destroy(string sha256, CancellationToken stop) => client.DeleteObjectAsync(settings.Bucket, KeyOf(sha256), stop);

    public void Dispose() => client.Dispose();

    async Task<long?> LengthOf(string sha256, CancellationToken stop)
    {
        try
        {
            return (await client.GetObjectMetadataAsync(settings.Bucket, KeyOf(sha256), stop)).ContentLength;
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode is HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    async Task<Stream> Read(string sha256, long from, CancellationToken stop) =>
        (await client.GetObjectAsync(new GetObjectRequest { BucketName = settings.Bucket, Key = KeyOf(sha256), ByteRange = new ByteRange($"bytes={from}-") }, stop)).ResponseStream;

    static string KeyOf(string sha256) => $"blobs/{sha256[..2]}/{sha256[2..4]}/{sha256}";

    // The hash of what comes is compared here: a checksum beside it, which not every server knows, adds nothing.
    static AmazonS3Config Configure(S3Settings settings)
    {
        var config = new AmazonS3Config
        {
            ForcePathStyle = true,
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (settings.Endpoint is { } endpoint)
            (config.ServiceURL, config.AuthenticationRegion) = (endpoint.ToString(), settings.Region);
        else
            config.RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(settings.Region);
        return config;
    }
}
