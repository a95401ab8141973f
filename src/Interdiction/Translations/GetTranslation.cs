using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;

namespace Interdiction.Translations;

/// <summary>Shows a translation to whom the revision is shown that it is of.</summary>
public sealed record GetTranslation(Guid Id) : IQuery<ShownTranslation>, IAbout<Translation>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Envelope envelope) : IQueryHandler<GetTranslation, ShownTranslation>
    {
        public Task<Result<ShownTranslation>> Handle(GetTranslation message, CancellationToken stop)
        {
            var it = db.Loaded(message);
            (envelope.Resource, envelope.ETag) = (it.Id, it.ETag);
            return Task.FromResult<Result<ShownTranslation>>(it.Show(it.Boarding.Number));
        }
    }
}
