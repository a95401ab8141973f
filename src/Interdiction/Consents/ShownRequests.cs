using Interdiction.Contracts;
using Interdiction.Kernel;
using Interdiction.Law;
using Interdiction.Partners;

namespace Interdiction.Consents;

/// <summary>The one step between a stored consent request and every answer: it adds the clock, and hides the case from whom it is not readable.</summary>
public sealed class ShownRequests(Caller caller, LawBook law, PartnerRegister partners, TimeProvider clock)
{
    /// <summary>Answers with the request as it now stands.</summary>
    public ShownConsentRequest Answer(ConsentRequest it, Envelope envelope)
    {
        (envelope.Resource, envelope.ETag) = (it.Id, it.ETag);
        return Of(it, it.Case?.Number);
    }

    /// <param name="caseNumber">Null where the caller does not read the case.</param>
    public ShownConsentRequest Of(ConsentRequest it, string? caseNumber) => new()
    {
        Id = it.Id,
        CaseId = caseNumber is null ? null : it.CaseId,
        Flag = it.Flag,
        Agreement = it.Agreement,
        Vessel = it.Vessel,
        Grounds = it.Grounds,
        Channel = it.Channel,
        Marking = Masking.Of(it.Marking, caller.StandingTo(it.Originator)),
        Number = it.Number,
        CaseNumber = caseNumber,
        State = it.State,
        Originator = it.Originator,
        SentBy = it.SentBy,
        SentAt = it.At,
        AcknowledgedAt = it.AcknowledgedAt,
        DueAt = it.DueAt,
        AnsweredAt = it.AnsweredAt,
        AnsweredBy = it.AnsweredBy,
        ExpiredAt = it.State is ConsentState.Deemed or ConsentState.Unanswered ? it.DueAt : null,
        Conditions = it.Conditions,
        IfSilent = Silence.Meaning(it, law.For(it.Originator).AgreementOf(it.Agreement), clock.Now()),
        Warnings = partners.Knows(it.Flag) || !ConsentMoves.IsOpen(it.State) ? [] :
        [
            new Warning("/flag", "notAPartner", $"{it.Flag} takes no part here, so that nobody can answer for it. What it says is recorded in the boarding report: consent.flag, with who said it and when in the narrative.", Severity.Note),
        ],
    };
}
