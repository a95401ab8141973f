using System.Security.Cryptography;
using Interdiction.Data;
using Interdiction.Kernel;

namespace Interdiction.Evidence;

/// <summary>
/// Takes in what comes of a file. Bytes are written outside of any transaction, since they may take days; each step that
/// counts is a message of its own, so that who may is asked, and what was done is audited, as everywhere.
/// </summary>
sealed class Uploading(Messenger messenger, InterdictionDb db, Spool spool, Hands hands, IBlobStore store)
{
    public static readonly Refusal OtherOffset = Refusal.Conflict("offsetConflict", "The upload stands at another offset. Ask for it by HEAD, and go on from there.");
    static readonly Refusal TooMuch = new(RefusalKind.Malformed, "malformed", "More came than Upload-Length said.");

    /// <summary>How far an upload has come. Where a request still waits for more of it, that one is ended first.</summary>
    public async Task<Result<UploadState>> Look(Guid id, CancellationToken stop)
    {
        if ((await Find(id, stop)).Refusal is { } hidden)
            return hidden;
        using var hand = await hands.Take(id, stop);
        return await Find(id, stop);
    }

    public async Task<Result<UploadState>> Append(Guid id, long offset, Stream body, Checksum? checksum, CancellationToken aborted)
    {
        if ((await Find(id, aborted)).Refusal is { } hidden)
            return hidden;
        using var hand = await hands.Take(id, aborted);
        var found = await Find(id, aborted);
        if (found.Refusal is not null)
            return found;
        if (found.Value.Received != offset)
            return OtherOffset;
        if (found.Value.ExpiresAt is null)
            return await body.ReadAsync(new byte[1], aborted) == 0 ? found : TooMuch;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(aborted, hand.Interrupted);
        return await Receive(found.Value, body, checksum, stop.Token);
    }

    public async Task<Result<Nothing>> End(Guid id, CancellationToken stop)
    {
        if ((await Find(id, stop)).Refusal is { } hidden)
            return hidden;
        using var hand = await hands.Take(id, stop);
        var ended = await Tell(new EndUpload(id));
        if (ended.Refusal is null)
            spool.Drop(id);
        return ended;
    }

    async Task<Result<UploadState>> Receive(UploadState state, Stream body, Checksum? checksum, CancellationToken stop)
    {
        using var whole = state.Received == 0 ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;
        using var sent = checksum is null ? null : IncrementalHash.CreateHash(checksum.Algorithm);
        for (var how = Ending.OfPiece; how is Ending.OfPiece;)
        {
            (var came, how) = await spool.Write(state.Id, state.Received, state.Length - state.Received, body, checksum is null, [.. new[] { whole, sent }.OfType<IncrementalHash>()], stop);
            if (how is Ending.TooMuch)
                return TooMuch;
            if (checksum is not null && (how is Ending.OfLine || !checksum.Fits(sent!)))
                return Checksum.Mismatch;
            if (came == 0)
                break;
            // What is here is here, whether the client is still there to hear of it or not.
            var extended = await Tell(new ExtendUpload(state.Id, state.Received, state.Received + came, null));
            if (extended.Refusal is not null)
                return extended;
            state = extended.Value;
        }
        return state.IsWhole ? await Finish(state, whole is null ? null : Convert.ToHexStringLower(whole.GetHashAndReset())) : state;
    }

    // What was found out is on record before the file goes to its place: from wherever this breaks off, it is gone on with.
    async Task<Result<UploadState>> Finish(UploadState state, string? sha256)
    {
        if (spool.Holds(state.Id))
        {
            var found = await Examiner.Examine(spool.PathOf(state.Id), sha256);
            var examined = await Tell(new ExtendUpload(state.Id, state.Received, state.Received, found));
            if (examined.Refusal is { } refusal)
            {
                if (refusal == Checksum.Mismatch && (await Tell(new EndUpload(state.Id))).Refusal is null)
                    spool.Drop(state.Id);
                return refusal;
            }
            await store.Keep(found.Sha256, spool.PathOf(state.Id), CancellationToken.None);
        }
        return await Tell(new FinishUpload(state.Id));
    }

    Task<Result<T>> Tell<T>(ICommand<T> command)
    {
        db.ChangeTracker.Clear();
        return messenger.Send(command, CancellationToken.None);
    }

    Task<Result<UploadState>> Find(Guid id, CancellationToken stop)
    {
        // What was read before may have been changed by a request that was ended meanwhile.
        db.ChangeTracker.Clear();
        return messenger.Send(new FindUpload(id), stop);
    }
}
