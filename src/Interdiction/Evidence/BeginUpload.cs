using FluentValidation;
using Interdiction.Cases;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;

namespace Interdiction.Evidence;

/// <summary>
/// An officer or coordinator begins to upload a file for a case, a boarding report or an exhibit of their partner (tus 1.0, creation;
/// with its first bytes, or its only ones, in the body). It is theirs alone until it is whole.
/// </summary>
public sealed record BeginUpload(Guid Id, NewAttachment File) : ICommand<UploadState>, IAbout<IMarked>, IIdempotent
{
    public static Permission Needs => Permission.AddAttachments;

    public IMessage<UploadState> Again(Guid resource) => new FindUpload(resource);

    internal sealed class Validator : AbstractValidator<BeginUpload>
    {
        public Validator() => this.Body(x => x.File, new NewAttachmentValidator());
    }

    internal sealed class Handler(InterdictionDb db, Subjects subjects, Caller caller, Markings markings, Settings settings, TimeProvider clock) : ICommandHandler<BeginUpload, UploadState>
    {
        public async Task<Result<UploadState>> Handle(BeginUpload message, CancellationToken stop)
        {
            var (file, limits) = (message.File, settings.Evidence);
            if (file.Length > limits.MaxSize)
                return new Refusal(RefusalKind.TooLarge, "tooLarge", $"The file is larger than {limits.MaxSize} bytes, which is the most that is taken in here.");
            if (file.Marking is { } marking && await markings.Check(marking, stop) is { } refusal)
                return refusal;
            if ((await subjects.Bound(message.Id, stop))!.Closed is { } closed)
                return closed;
            var begun = Upload.Begin(clock.NewId(), message.Id, file with { Marking = file.Marking is { } given ? markings.Complete(given) : null }, caller, clock.Now(), limits.UploadLife);
            db.Uploads.Add(begun);
            db.IssuedIds.Add(new IssuedId { Id = begun.Id, Record = begun.Id });
            return UploadState.Of(begun);
        }
    }
}
