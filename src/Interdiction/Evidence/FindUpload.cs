using Interdiction.Data;
using Interdiction.Kernel;

namespace Interdiction.Evidence;

/// <summary>Tells the uploader how far an upload has come (tus 1.0).</summary>
public sealed record FindUpload(Guid Id) : IQuery<UploadState>, IAbout<IUploaded>
{
    public static Permission Needs => Permission.AddAttachments;

    internal sealed class Handler(InterdictionDb db) : IQueryHandler<FindUpload, UploadState>
    {
        public Task<Result<UploadState>> Handle(FindUpload message, CancellationToken stop) => Task.FromResult<Result<UploadState>>(UploadState.Of(db.LoadedUpload(message.Id)));
    }
}
