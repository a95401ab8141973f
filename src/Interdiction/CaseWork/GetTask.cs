using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;

namespace Interdiction.CaseWork;

/// <summary>Shows a task as it stands.</summary>
public sealed record GetTask(Guid Id) : IQuery<ShownTask>, IAbout<CaseTask>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope) : IQueryHandler<GetTask, ShownTask>
    {
        public async Task<Result<ShownTask>> Handle(GetTask message, CancellationToken stop) => await db.Loaded(message).Answer(db, envelope, caller, stop);
    }
}
