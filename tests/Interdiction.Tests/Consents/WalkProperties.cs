using System.Globalization;
using CsCheck;
using Interdiction.Cases;
using Interdiction.Consents;
using Interdiction.Contracts;
using Interdiction.Contracts.Reference;
using Interdiction.Kernel;

namespace Interdiction.Tests.Consents;

/// <summary>Whatever is done with a request, and however long it waits, nothing but a signed row in force makes silence consent.</summary>
public sealed class WalkProperties
{
    static readonly DateTimeOffset Begun = DateTimeOffset.Parse("2026-05-03T08:00:00Z", CultureInfo.InvariantCulture);
    static readonly Caller Officer = Person("USA"), Liaison = Person("PAN");

    static readonly Gen<BoardingAgreement?> Agreements = Gen.Select(Gen.Int[0, 6], Gen.Bool, Gen.Int[0, 5], Gen.Enum<SilenceEffect>(), Gen.Int[-1, 1]).Select((there, signed, hours, silence, year) =>
        there == 0 ? null : ReferenceData.BoardingAgreements["PSI-PA"] with
        {
            VerifiedBy = signed ? "adviser" : null, ClockHours = hours == 0 ? null : hours, Silence = silence,
            EnteredIntoForce = year == 0 ? null : DateOnly.FromDateTime(Begun.UtcDateTime).AddYears(-year),
        });

    sealed record Step(int Move, int Minutes);

    [Fact]
    public void Nothing_but_a_signed_row_in_force_makes_silence_consent()
    {
        var deemed = 0;
        Gen.Select(Agreements, Gen.Select(Gen.Int[0, 5], Gen.Int[0, 600]).Select((move, minutes) => new Step(move, minutes)).Array[1, 12]).Sample((agreement, steps) =>
        {
            var (it, now) = (Fresh(), Begun);
            foreach (var step in steps)
            {
                now = now.AddMinutes(step.Minutes);
                _ = step.Move switch
                {
                    0 => it.Acknowledge(Silence.Of(agreement, now), null, null, now),
                    1 when step.Minutes > 500 => it.Answer(ConsentState.Granted, null, null, Liaison, now),
                    2 when step.Minutes > 500 => it.Withdraw(null, now),
                    3 => it.Answer(ConsentState.Deemed, null, null, Liaison, now),
                    _ => it.RunOut(now),
                };
                if (it.State is not ConsentState.Deemed)
                    continue;
                Interlocked.Increment(ref deemed);
                return agreement is { VerifiedBy: not null, ClockHours: { } hours, Silence: SilenceEffect.DeemedAuthorised, EnteredIntoForce: { } since }
                    && since <= DateOnly.FromDateTime(it.AcknowledgedAt!.Value.UtcDateTime) && it.DueAt == it.AcknowledgedAt.Value.AddHours(hours) && it.DueAt <= now;
            }
            return true;
        }, iter: 20_000);
        Assert.True(deemed > 20, $"{deemed} were deemed: nothing was looked at.");
    }

    static ConsentRequest Fresh()
    {
        var marking = new Marking { Classification = Classification.Restricted, ReleasableTo = ["USA"] };
        var @case = Case.Open(Guid.CreateVersion7(), "INT-2026-USA-AAAAA", "Asked", Mode.Sea, marking, Officer, Begun, byItself: true);
        var asked = new NewConsentRequest { Flag = "PAN", Agreement = "PSI-PA", Vessel = new Vessel { Imo = "9074729" }, Grounds = "Grounds.", Channel = Channel.Voice };
        return ConsentRequest.Send(Guid.CreateVersion7(), "CR-2026-USA-AAAAA", @case, asked, marking, Officer, Begun);
    }

    static Caller Person(string partner)
    {
        var it = new Caller();
        it.Become(Account.Open(Guid.CreateVersion7(), AccountKind.Person, partner, "Somebody", partner, new Duties([Role.Officer], [], Classification.Secret), Begun));
        return it;
    }
}
