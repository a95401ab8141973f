using FluentValidation;
using Interdiction.Contracts.Reference;

namespace Interdiction.Contracts;

/// <summary>The shape of a signature: where the text was read, and what a row of its set holds and nothing else.</summary>
public sealed class SignatureValidator : AbstractValidator<RowSignature>
{
    const int MostHours = 720;

    public SignatureValidator(string set)
    {
        RuleFor(x => x.Source).IsGiven("where the text was read: edition, article, page").IsNote();
        var (agreement, declaration) = (set is LegalRegister.AgreementSet, set is LegalRegister.DeclarationSet);
        Belongs(x => x.ClockHours, agreement);
        Belongs(x => x.ClockStarts, agreement);
        Belongs(x => x.Silence, agreement);
        Belongs(x => x.EnteredIntoForce, agreement);
        Belongs(x => x.Notified, declaration);
        Belongs(x => x.Withdrawn, declaration);
        if (agreement)
            Agreement();
        if (declaration)
        {
            RuleFor(x => x.Notified).IsChosen("the day on which the flag State notified it");
            RuleFor(x => x.Withdrawn).Must((it, x) => x is null || it.Notified is null || x >= it.Notified).WithErrorCode(RuleCodes.Order).WithMessage("It is not withdrawn before it is notified.");
        }
    }

    void Agreement()
    {
        RuleFor(x => x.ClockHours).IsBetween(1, MostHours);
        RuleFor(x => x.ClockHours).IsChosen("the hours after which silence is an authorisation").When(x => x.Silence is SilenceEffect.DeemedAuthorised);
        RuleFor(x => x.ClockStarts).Must((it, x) => (it.ClockHours is null) == (x is null) && x is null or ClockStart.Acknowledged).WithErrorCode("notHere")
            .WithMessage("Hours run from the acknowledgement of receipt: give 'acknowledged' with them. Where the text counts from anything else leave both out, and no clock runs.");
        RuleFor(x => x.Silence).IsChosen("what silence means: none or deemedAuthorised");
        RuleFor(x => x.Silence).Must(x => x is not SilenceEffect.PerAgreement).WithErrorCode(RuleCodes.UnknownCode).WithMessage("This is the agreement: say none or deemedAuthorised.");
    }

    void Belongs<T>(System.Linq.Expressions.Expression<Func<RowSignature, T>> field, bool here)
    {
        if (!here)
            RuleFor(field).Must(x => x is null).WithErrorCode("notHere").WithMessage("A row of this set has no such field: leave it out.");
    }
}
