using Interdiction.Cases;
using Interdiction.Data;
using Interdiction.Kernel;

namespace Interdiction.Evidence;

/// <summary>
/// What was uploaded whole becomes an attachment of its record, with the marking that was given, or that the record has now: in one
/// transaction, so that nobody reads it before it is marked.
/// </summary>
public sealed record FinishUpload(Guid Id) : ICommand<UploadState>, IAbout<IUploaded>, IIdempotent
{
    public static Permission Needs => Permission.AddAttachments;

    public IMessage<UploadState> Again(Guid resource) => new FindUpload(resource);

    internal sealed class Handler(InterdictionDb db, Subjects subjects, Markings markings, CaseNumbers numbers, Settings settings, TimeProvider clock) : ICommandHandler<FinishUpload, UploadState>
    {
        public async Task<Result<UploadState>> Handle(FinishUpload message, CancellationToken stop)
        {
            if (db.LoadedUpload(message.Id) is not Upload { Found: { } found } upload)
                return Uploading.OtherOffset;
            // It may have been narrowed away from the uploader, or been closed, since the upload was begun.
            if (await subjects.Bound(upload.BoundTo, stop) is not { } record)
                return Refusal.NotFound;
            if (record.Closed is { } closed)
                return closed;
            var marking = upload.File.Marking ?? record.Record.Marking;
            if (upload.File.Marking is not null && await markings.Check(marking, stop, standing: marking) is { } refusal)
                return refusal;
            var now = clock.Now();
            var kept = Attachment.Keep(upload, await numbers.Next("AT", now.Year, stop), record, marking, found, settings.Evidence.Clamd is not null, now);
            db.Uploads.Remove(upload);
            db.Attachments.Add(kept);
            return UploadState.Of(kept);
        }
    }
}
