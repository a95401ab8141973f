using FluentValidation;
using Interdiction.Contracts.Reference;

namespace Interdiction.Contracts;

/// <summary>The rules that many fields share. Each says what to do, and lets an absent value pass.</summary>
public static class Rules
{
    /// <summary>A name or title: up to 200 characters.</summary>
    public static IRuleBuilderOptions<T, string?> IsName<T>(this IRuleBuilder<T, string?> rule) => rule.IsText(Limits.Name);

    /// <summary>A note: up to 4,000 characters.</summary>
    public static IRuleBuilderOptions<T, string?> IsNote<T>(this IRuleBuilder<T, string?> rule) => rule.IsText(Limits.Note);

    /// <summary>Text of at most so many Unicode characters, without control characters.</summary>
    public static IRuleBuilderOptions<T, string?> IsText<T>(this IRuleBuilder<T, string?> rule, int most) => rule
        .Must(x => x is null || TextConverter.Clean(x) is not null).WithErrorCode(RuleCodes.Form).WithMessage("Take out the control characters.")
        .Must(x => x is null || x.Length <= most || x.EnumerateRunes().Count() <= most).WithErrorCode(RuleCodes.TooLong)
        .WithMessage($"Shorten the text to at most {most} characters.");

    /// <summary>Something that stands there, not only spaces.</summary>
    public static IRuleBuilderOptions<T, string?> IsGiven<T>(this IRuleBuilder<T, string?> rule, string what) =>
        rule.Must(x => !string.IsNullOrWhiteSpace(x)).WithErrorCode(RuleCodes.Required).WithMessage($"Give {what}.");

    /// <summary>A value that is there.</summary>
    public static IRuleBuilderOptions<T, TValue> IsChosen<T, TValue>(this IRuleBuilder<T, TValue> rule, string what) =>
        rule.Must(x => x is not null).WithErrorCode(RuleCodes.Required).WithMessage($"Give {what}.");

    /// <summary>A country or territory of ISO 3166-1 alpha-3.</summary>
    public static IRuleBuilderOptions<T, string?> IsCountry<T>(this IRuleBuilder<T, string?> rule) =>
        rule.IsCode(ReferenceData.Countries.ContainsKey, "a country code of ISO 3166-1 alpha-3, such as PAN");

    /// <summary>A code of a list.</summary>
    public static IRuleBuilderOptions<T, string?> IsCode<T>(this IRuleBuilder<T, string?> rule, Func<string, bool> known, string what) =>
        rule.Must(x => x is null || known(x)).WithErrorCode(RuleCodes.UnknownCode).WithMessage((_, x) => $"'{Excerpt.Of(x)}' is not {what}.");

    /// <summary>A whole number from zero, or from another least, to a most.</summary>
    public static IRuleBuilderOptions<T, int?> IsBetween<T>(this IRuleBuilder<T, int?> rule, int least, int most) =>
        rule.Must(x => x is null || x >= least && x <= most).WithErrorCode(RuleCodes.OutOfRange).WithMessage($"Give a whole number from {least} to {most}.");

    /// <summary>A time that has come, by the clock here with some grace for another.</summary>
    public static IRuleBuilderOptions<T, DateTimeOffset?> IsPast<T>(this IRuleBuilder<T, DateTimeOffset?> rule, TimeProvider clock, string what) =>
        rule.Must(x => x is null || x <= clock.GetUtcNow() + Limits.ClockGrace).WithErrorCode(RuleCodes.Future).WithMessage($"Give {what} that is not in the future; look at the device's clock.");

    /// <summary>A list of at most so many.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<TItem>> HasAtMost<T, TItem>(this IRuleBuilder<T, IReadOnlyList<TItem>> rule, int most, string what) =>
        rule.Must(x => x.Count <= most).WithErrorCode(RuleCodes.TooMany).WithMessage($"Give at most {most} {what}.");
}
