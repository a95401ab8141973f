using Interdiction.Data;
using Interdiction.Kernel;

namespace Interdiction.Evidence;

/// <summary>Gives out the file of an attachment as it came, whole or in ranges, after it was compared with its SHA-256.</summary>
public sealed record GetContent(Guid Id) : IQuery<StoredFile>, IAbout<Attachment>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope) : IQueryHandler<GetContent, StoredFile>
    {
        public Task<Result<StoredFile>> Handle(GetContent message, CancellationToken stop) => Task.FromResult(Of(db.Loaded(message)));

        Result<StoredFile> Of(Attachment it)
        {
            if (it.Closed is { } closed)
                return closed;
            if (ShownEvidence.HidesOriginal(it, it.Case!, it.Boarding, caller))
                return Refusal.NotAllowed($"Its originator, {it.Originator}, releases positions rounded, and a file may hold the exact one. The thumbnail holds none.");
            envelope.ETag = StoredFile.ETagOf(it.Sha256);
            return new StoredFile(it.Sha256, it.Length, it.Type, it.Name);
        }
    }
}
