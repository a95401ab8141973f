using Interdiction.Data;
using Interdiction.Kernel;

namespace Interdiction.Evidence;

/// <summary>Shows a picture small, drawn anew and without what its camera wrote into it.</summary>
public sealed record GetThumbnail(Guid Id) : IQuery<Thumbnail>, IAbout<Attachment>
{
    public static Permission Needs => Permission.ReadContent;

    public static Refusal None { get; } = new(RefusalKind.RuleBroken, "noThumbnail", "There is no thumbnail of it: it is no picture, one that is too large, or one that cannot be read.");

    internal sealed class Handler(InterdictionDb db, Envelope envelope) : IQueryHandler<GetThumbnail, Thumbnail>
    {
        public Task<Result<Thumbnail>> Handle(GetThumbnail message, CancellationToken stop) => Task.FromResult(Of(db.Loaded(message)));

        Result<Thumbnail> Of(Attachment it)
        {
            if (it.Closed is { } closed)
                return closed;
            if (it.Width is null)
                return None;
            envelope.ETag = $"\"{it.Sha256}.small\"";
            return new Thumbnail(it.Sha256, it.Length, it.Type);
        }
    }
}
