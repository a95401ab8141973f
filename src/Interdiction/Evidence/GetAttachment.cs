using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;

namespace Interdiction.Evidence;

/// <summary>Shows what is known of an attachment, with its SHA-256.</summary>
public sealed record GetAttachment(Guid Id) : IQuery<ShownAttachment>, IAbout<Attachment>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope) : IQueryHandler<GetAttachment, ShownAttachment>
    {
        public Task<Result<ShownAttachment>> Handle(GetAttachment message, CancellationToken stop)
        {
            var it = db.Loaded(message);
            envelope.ETag = it.ETag;
            return Task.FromResult<Result<ShownAttachment>>(ShownEvidence.Of(it, it.Case!, it.Boarding, caller));
        }
    }
}
