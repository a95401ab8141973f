using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;

namespace Interdiction.Dispatches;

/// <summary>Shows a dispatch.</summary>
public sealed record GetDispatch(Guid Id) : IQuery<ShownDispatch>, IAbout<Dispatch>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, ShownDispatches shown, Envelope envelope) : IQueryHandler<GetDispatch, ShownDispatch>
    {
        public async Task<Result<ShownDispatch>> Handle(GetDispatch message, CancellationToken stop) => await shown.Answer(db.Loaded(message), envelope, stop);
    }
}
