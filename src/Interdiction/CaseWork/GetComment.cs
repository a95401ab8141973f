using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;

namespace Interdiction.CaseWork;

/// <summary>Shows a comment.</summary>
public sealed record GetComment(Guid Id) : IQuery<ShownComment>, IAbout<Comment>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope) : IQueryHandler<GetComment, ShownComment>
    {
        public Task<Result<ShownComment>> Handle(GetComment message, CancellationToken stop) => Task.FromResult<Result<ShownComment>>(db.Loaded(message).Answer(envelope, caller));
    }
}
