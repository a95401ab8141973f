using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;

namespace Interdiction.Consents;

/// <summary>Shows a consent request, with what the flag State's silence would mean and from when on.</summary>
public sealed record GetConsentRequest(Guid Id) : IQuery<ShownConsentRequest>, IAbout<ConsentRequest>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, ShownRequests shown, Envelope envelope) : IQueryHandler<GetConsentRequest, ShownConsentRequest>
    {
        public Task<Result<ShownConsentRequest>> Handle(GetConsentRequest message, CancellationToken stop) =>
            Task.FromResult<Result<ShownConsentRequest>>(shown.Answer(db.Loaded(message), envelope));
    }
}
