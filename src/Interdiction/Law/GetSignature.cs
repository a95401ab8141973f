using Interdiction.Contracts;
using Interdiction.Kernel;

namespace Interdiction.Law;

/// <summary>Shows who signed a row of the reference data, what they read in the treaty text, and what was signed and withdrawn before.</summary>
public sealed record GetSignature(string Set, string Row) : IQuery<ShownSignature>, IAboutRow
{
    public static Permission Needs => Permission.ReadReference;

    internal sealed class Handler(LegalRows rows, Envelope envelope) : IQueryHandler<GetSignature, ShownSignature>
    {
        public async Task<Result<ShownSignature>> Handle(GetSignature message, CancellationToken stop) => (await rows.Find(message, stop))!.Show(envelope);
    }
}
