namespace Interdiction.Evidence;

/// <summary>Where files are kept and how large they may be: Interdiction__Evidence__Name in the environment.</summary>
public sealed class EvidenceSettings
{
    /// <summary>The largest file, bytes.</summary>
    public long MaxSize { get; init; } = 2L << 30;

    /// <summary>The largest picture of which a thumbnail is made: pixels that are decoded, four bytes each, one picture at a time.</summary>
    public long MaxPixels { get; init; } = 50_000_000;

    /// <summary>How long what has come of a file is kept while nothing more comes.</summary>
    public TimeSpan UploadLife { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Host and port of a ClamAV daemon, such as localhost:3310; nothing is scanned where it is absent.</summary>
    public string? Clamd { get; init; }

    /// <summary>An S3 bucket for the files; they lie below the data folder where it is absent.</summary>
    public S3Settings? S3 { get; init; }
}

/// <summary>A bucket of a server that speaks S3.</summary>
public sealed class S3Settings
{
    public string Bucket { get; init; } = "";

    /// <summary>Address of the server; that of the region where it is absent.</summary>
    public Uri? Endpoint { get; init; }
    public string Region { get; init; } = "us-east-1";
    public string AccessKey { get; init; } = "";
    public string SecretKey { get; init; } = "";
}
