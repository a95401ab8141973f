using Interdiction.Data;
using Interdiction.Kernel;

namespace Interdiction.Evidence;

/// <summary>The uploader sends more of a file, from where it stands (tus 1.0). With its last byte it becomes an attachment.</summary>
/// <param name="Found">What was found out about the file; null while it is not whole.</param>
public sealed record ExtendUpload(Guid Id, long From, long To, Examination? Found) : ICommand<UploadState>, IAbout<IUploaded>, IIdempotent
{
    public static Permission Needs => Permission.AddAttachments;

    public IMessage<UploadState> Again(Guid resource) => new FindUpload(resource);

    internal sealed class Handler(InterdictionDb db, Settings settings, TimeProvider clock) : ICommandHandler<ExtendUpload, UploadState>
    {
        public Task<Result<UploadState>> Handle(ExtendUpload message, CancellationToken stop) => Task.FromResult(Extend(message));

        Result<UploadState> Extend(ExtendUpload message)
        {
            if (db.LoadedUpload(message.Id) is not Upload it || it.Received != message.From)
                return Uploading.OtherOffset;
            if (message.Found is { } found && it.File.Sha256 is { } promised && found.Sha256 != promised)
                return Checksum.Mismatch;
            it.Extend(message.To, message.Found, clock.Now() + settings.Evidence.UploadLife);
            return UploadState.Of(it);
        }
    }
}
