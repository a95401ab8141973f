using Interdiction.CaseWork;
using Interdiction.Consents;

namespace Interdiction.Notifications;

/// <summary>When people are reminded: of a consent clock at half time and shortly before its end, of a task a day before.</summary>
static class ReminderTimes
{
    /// <summary>The reminders of a running clock that are due at a moment; none once it has run out, for then it is ended.</summary>
    public static IEnumerable<ReminderStep> Of(ConsentRequest it, TimeSpan before, DateTimeOffset now)
    {
        if (it is not { AcknowledgedAt: { } began, DueAt: { } due } || now >= due)
            yield break;
        if (now >= began + (due - began) / 2)
            yield return ReminderStep.HalfTime;
        if (now >= due - before)
            yield return ReminderStep.Soon;
    }

    public static IEnumerable<ReminderStep> Of(CaseTask it, TimeSpan before, DateTimeOffset now) => it.DueAt - before <= now ? [ReminderStep.Soon] : [];
}
