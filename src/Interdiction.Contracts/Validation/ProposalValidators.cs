using FluentValidation;

namespace Interdiction.Contracts;

/// <summary>The shape of a proposal: its act, its record, why, and the arguments of that act alone.</summary>
public sealed class NewProposalValidator : AbstractValidator<NewProposal>
{
    public NewProposalValidator()
    {
        RuleFor(x => x.Act).IsChosen($"the act: {Code<ProposalAct>.List}");
        RuleFor(x => x.Resource).IsChosen("the id of the record that the act is done to");
        RuleFor(x => x.Reason).IsGiven("the reason, for who is to approve it").IsNote();
        Takes(x => x.Arguments.ReleasableTo, "releasableTo", ProposalAct.WidenMarking);
        Takes(x => x.Arguments.Marking, "marking", ProposalAct.WidenMarking);
        Takes(x => x.Arguments.Disposition, "disposition", ProposalAct.CloseCase);
        Takes(x => x.Arguments.Partner, "partner", ProposalAct.MoveLead);
        Takes(x => x.Arguments.Scope, "scope", ProposalAct.SetHold);
        Takes(x => x.Arguments.Class, "class", ProposalAct.SetRetention);
        Takes(x => x.Arguments.Until, "until", ProposalAct.SetRetention);
        Takes(x => x.Arguments.With, "with", ProposalAct.LinkVessels, ProposalAct.UnlinkVessels);
        Takes(x => x.Arguments.Type, "type", ProposalAct.DisposeExhibit);
        Takes(x => x.Arguments.Quantity, "quantity", ProposalAct.DisposeExhibit);
        Takes(x => x.Arguments.At, "at", ProposalAct.DisposeExhibit);
        Takes(x => x.Arguments.To, "to", ProposalAct.DisposeExhibit);
        RuleFor(x => x.Arguments.Type).IsChosen($"what is to become of the exhibit: {Code<Disposal>.List}").When(x => x.Act is ProposalAct.DisposeExhibit);
        RuleFor(x => x.Arguments.Quantity).SetValidator(new QuantityValidator()!);
        RuleFor(x => x.Arguments.To).SetValidator(new ReceiverValidator()!);
        RuleFor(x => x.Arguments).Must(x => x.ReleasableTo is null != x.Marking is null).WithErrorCode(RuleCodes.Required)
            .WithMessage("Give releasableTo, or the whole marking that the record is to have.").When(x => x.Act is ProposalAct.WidenMarking);
        RuleFor(x => x.Arguments.ReleasableTo!).HasAtMost(Limits.Partners, "partners").When(x => x.Arguments.ReleasableTo is not null);
        RuleFor(x => x.Arguments.Marking!).SetValidator(new MarkingValidator()).When(x => x.Arguments.Marking is not null);
        RuleFor(x => x.Arguments.Disposition).IsChosen($"what became of the case: {Code<Disposition>.List}").When(x => x.Act is ProposalAct.CloseCase);
        RuleFor(x => x.Arguments.Scope).IsNote();
        RuleFor(x => x.Arguments.Scope).IsGiven("what is held, and for which proceedings").When(x => x.Act is ProposalAct.SetHold);
        RuleFor(x => x.Arguments.Class).IsChosen($"how long the case is to be kept: {Code<RetentionClass>.List}").When(x => x.Act is ProposalAct.SetRetention);
        RuleFor(x => x.Arguments.Until).Must(x => x is null).WithErrorCode("notHere").WithMessage("A case that is kept for good has no end: leave until out.")
            .When(x => x.Arguments.Class is RetentionClass.Permanent);
        RuleFor(x => x.Arguments.With).IsChosen("the id of the vessel that is the same ship").When(x => x.Act is ProposalAct.LinkVessels);
        RuleFor(x => x.Arguments.Partner).IsGiven("the partner that is to lead").IsName().When(x => x.Act is ProposalAct.MoveLead);
    }

    void Takes<T>(System.Linq.Expressions.Expression<Func<NewProposal, T>> argument, string name, params ProposalAct[] acts) =>
        RuleFor(argument).Must(x => x is null).WithErrorCode("notHere").WithMessage($"{name} goes with {string.Join(" and ", acts.Select(Code<ProposalAct>.Of))}.")
            .When(x => x.Act is { } act && !acts.Contains(act));
}

/// <summary>The shape of a decision: a refusal says why.</summary>
public sealed class ProposalTransitionValidator : AbstractValidator<ProposalTransition>
{
    public ProposalTransitionValidator()
    {
        RuleFor(x => x.To).Must(x => x is ProposalState.Approved or ProposalState.Refused or ProposalState.Withdrawn)
            .WithErrorCode(RuleCodes.Required).WithMessage("Say what becomes of it: approved, refused or withdrawn.");
        RuleFor(x => x.Reason).IsNote();
        RuleFor(x => x.Reason).IsGiven("the reason of the refusal").When(x => x.To is ProposalState.Refused);
    }
}
