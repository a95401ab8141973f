namespace Interdiction.Evidence;

/// <summary>Keeps files under their hash. What is kept is never written again.</summary>
interface IBlobStore
{
    /// <summary>Keeps a file that lies on this machine, and takes it away from there. One that is kept already stays as it is.</summary>
    /// <param name="sha256">Hexadecimal digits, as they were computed from this file.</param>
    Task Keep(string sha256, string file, CancellationToken stop);

    /// <returns>A stream that can be read from anywhere; null where there is no such file.</returns>
    Task<Stream?> Open(string sha256, CancellationToken stop);

    /// <summary>Takes a file away for good, at the end of its case. That it is gone already is no failure.</summary>
    Task Destroy(string sha256, CancellationToken stop);
}
