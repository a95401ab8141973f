using FluentValidation;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;

namespace Interdiction.Law;

/// <summary>
/// A legal adviser enters what the treaty text says of a row of their partner and vouches for it. From then on its silence
/// or declaration counts; a clock that runs already keeps what counted when it began.
/// </summary>
public sealed record SignRow(string Set, string Row, ShownSignature Signature) : ICommand<ShownSignature>, IAboutRow, IChange<LegalRow>, IIdempotent, IStepUp
{
    public static Permission Needs => Permission.VerifyLaw;

    public IMessage<ShownSignature> Again(Guid resource) => new GetSignature(Set, Row);

    internal sealed class Validator : AbstractValidator<SignRow>
    {
        public Validator()
        {
            foreach (var set in new[] { LegalRegister.BasisSet, LegalRegister.AgreementSet, LegalRegister.DeclarationSet })
                When(x => x.Set == set, () => this.Body(x => x.Signature, new SignatureValidator(set)));
        }
    }

    internal sealed class Handler(LegalRows rows, Signing signing, Envelope envelope) : ICommandHandler<SignRow, ShownSignature>
    {
        public async Task<Result<ShownSignature>> Handle(SignRow message, CancellationToken stop)
        {
            var it = (await rows.Find(message, stop))!;
            return it.Show(envelope, signing.Add(it, message.Signature.AsGiven()));
        }
    }
}

/// <summary>A legal adviser takes the signature of a row back: it behaves as express consent again.</summary>
public sealed record WithdrawSignature(string Set, string Row) : ICommand<Nothing>, IAboutRow, IChange<LegalRow>, IIdempotent, IStepUp
{
    public static Permission Needs => Permission.VerifyLaw;

    public IMessage<Nothing> Again(Guid resource) => this;

    internal sealed class Handler(LegalRows rows, Signing signing, Envelope envelope) : ICommandHandler<WithdrawSignature, Nothing>
    {
        public async Task<Result<Nothing>> Handle(WithdrawSignature message, CancellationToken stop)
        {
            var it = (await rows.Find(message, stop))!;
            if (it.Signed is null)
                return Refusal.Conflict("wrongState", $"{it.Partner} has not signed {it.Code}: there is nothing to withdraw.");
            it.Show(envelope, signing.Add(it, null));
            return Nothing.Answer;
        }
    }
}

/// <summary>Adds to what was signed of a row. Once it is stored, this server judges by it.</summary>
public sealed class Signing(InterdictionDb db, LawBook law, Caller caller, Envelope envelope, TimeProvider clock)
{
    /// <param name="entered">Null for a withdrawal.</param>
    /// <returns>Null where the same person signed the same before: then nothing is added.</returns>
    public LegalSignature? Add(LegalRow row, RowSignature? entered)
    {
        if (row.Signed is { } signed && signed.Signer == caller.Id && signed.Entered == entered)
            return null;
        var it = new LegalSignature
        {
            Set = row.Set,
            Code = row.Code,
            Partner = row.Partner,
            Number = row.Number + 1,
            Entered = entered,
            Signer = caller.Id,
            SignedBy = caller.Name,
            At = clock.Now(),
        };
        db.LegalSignatures.Add(it);
        envelope.Stored = () => law.Take([it]);
        return it;
    }
}
