using Interdiction.Contracts;
using Interdiction.Contracts.Reference;

namespace Interdiction.Consents;

/// <summary>
/// What a flag State's silence means. A clock runs by an agreement alone that is in force and that a legal adviser has
/// signed, from the acknowledgement of receipt; until then, and without one, silence is never consent.
/// </summary>
public static class Silence
{
    /// <summary>The clock of an agreement.</summary>
    /// <param name="Ends">deemed where the agreement takes silence for an authorisation, otherwise unanswered.</param>
    public sealed record ClockRule(TimeSpan Time, ConsentState Ends);

    /// <returns>Null where no clock runs by it on that day.</returns>
    public static ClockRule? Of(BoardingAgreement? agreement, DateTimeOffset day) =>
        agreement is { VerifiedBy: not null, ClockHours: { } hours, EnteredIntoForce: { } since } && since <= DateOnly.FromDateTime(day.UtcDateTime)
            ? new(TimeSpan.FromHours(hours), agreement.Silence is SilenceEffect.DeemedAuthorised ? ConsentState.Deemed : ConsentState.Unanswered)
            : null;

    /// <summary>Answers "if no answer by ...?" of a request, as it stands now.</summary>
    /// <returns>Null where no answer is awaited any more.</returns>
    public static SilenceMeaning? Meaning(ConsentRequest it, BoardingAgreement? agreement, DateTimeOffset now)
    {
        if (!ConsentMoves.IsOpen(it.State))
            return null;
        // Once the request was acknowledged its own clock counts, whatever becomes of the agreement's row.
        if (it is { DueAt: { } due, AtDue: { } ends })
            return new SilenceMeaning(ends, due, $"{it.Agreement}: {Says(ends)} when the time runs out.");
        if (it.State is ConsentState.Sent && Of(agreement, now) is { } rule)
            return new SilenceMeaning(rule.Ends, null, $"{Name(agreement!)}: {rule.Time.TotalHours:0} hours from the acknowledgement of receipt; then {Says(rule.Ends)}.");
        return new SilenceMeaning(it.State, null, agreement switch
        {
            null => "The request rests on no agreement: no clock runs, and silence is never consent.",
            { VerifiedBy: null } => $"{agreement.Code} is not signed by a legal adviser: no clock runs, and silence is never consent.",
            _ => $"{agreement.Code} sets no clock for it: silence is never consent.",
        });
    }

    static string Name(BoardingAgreement it) => it.Article is null ? $"{it.Code}, {it.Instrument}" : $"{it.Code}, {it.Instrument}, article {it.Article}";

    static string Says(ConsentState ends) => ends is ConsentState.Deemed ? "silence is deemed consent" : "silence is no consent";
}
