using Interdiction.Contracts;
using Interdiction.Kernel;

namespace Interdiction.Evidence;

/// <summary>What an uploader asks the state of: a file on its way, or one that has arrived.</summary>
public interface IUploaded : ISubject
{
    Guid Id { get; }
    long Length { get; }

    /// <summary>Bytes that are here, and on the disk.</summary>
    long Received { get; }

    /// <summary>When what is here of it is thrown away; null for what has arrived.</summary>
    DateTimeOffset? ExpiresAt { get; }
}

/// <summary>A file on its way. It is its uploader's alone, and no record yet: it can be broken off, and is thrown away when nothing more comes.</summary>
public sealed class Upload : IUploaded
{
    Upload() { }

    public Guid Id { get; private init; }
    public Guid BoundTo { get; private init; }
    public string Originator { get; private init; } = "";
    public Guid Uploader { get; private init; }
    public string UploadedBy { get; private init; } = "";
    public DateTimeOffset At { get; private init; }

    /// <summary>What was said about the file; of its marking, where it has one, what the server completed.</summary>
    public NewAttachment File { get; private init; } = new();
    public long Length { get; private init; }
    public long Received { get; private set; }

    /// <summary>What was found out about the file; null while it is not whole.</summary>
    public Examination? Found { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public int Version { get; private set; }

    DateTimeOffset? IUploaded.ExpiresAt => ExpiresAt;
    public string Lead => Originator;
    public string ETag => $"\"{Version}\"";
    public bool IsAuthor(Guid account) => account == Uploader;

    public static Upload Begin(Guid id, Guid boundTo, NewAttachment file, Caller caller, DateTimeOffset now, TimeSpan life) => new()
    {
        Id = id,
        BoundTo = boundTo,
        Originator = caller.Partner,
        Uploader = caller.Id,
        UploadedBy = caller.Name,
        At = now,
        File = file,
        Length = file.Length,
        ExpiresAt = now + life,
        Version = 1,
    };

    /// <summary>More of it is on the disk.</summary>
    public void Extend(long to, Examination? found, DateTimeOffset expires) => (Received, Found, ExpiresAt, Version) = (to, found, expires, Version + 1);
}

/// <summary>How far an upload has come.</summary>
/// <param name="ExpiresAt">UTC; null for what has arrived.</param>
public sealed record UploadState(Guid Id, long Length, long Received, DateTimeOffset? ExpiresAt)
{
    public bool IsWhole => Received == Length;

    public static UploadState Of(IUploaded it) => new(it.Id, it.Length, it.Received, it.ExpiresAt);
}
