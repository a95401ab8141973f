using Interdiction.Data;
using Interdiction.Kernel;

namespace Interdiction.Evidence;

/// <summary>The uploader breaks an upload off (tus 1.0, termination): what had come is thrown away. What has arrived whole stays for good.</summary>
public sealed record EndUpload(Guid Id) : ICommand<Nothing>, IAbout<IUploaded>, IIdempotent
{
    public static Permission Needs => Permission.AddAttachments;

    public IMessage<Nothing> Again(Guid resource) => throw new InvalidOperationException("An upload is broken off without a key: nothing is replayed.");

    internal sealed class Handler(InterdictionDb db) : ICommandHandler<EndUpload, Nothing>
    {
        public Task<Result<Nothing>> Handle(EndUpload message, CancellationToken stop) => Task.FromResult(End(message));

        Result<Nothing> End(EndUpload message)
        {
            if (db.LoadedUpload(message.Id) is not Upload it)
                return Refusal.Conflict("wrongState", "The file has arrived: an attachment is never taken back.");
            db.Uploads.Remove(it);
            return Nothing.Answer;
        }
    }
}
