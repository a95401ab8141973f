using FluentValidation;
using Interdiction.Contracts.Identifiers;

namespace Interdiction.Contracts;

/// <summary>The shape of a translation: a language and a text. Whether there is such a revision is known to the server.</summary>
public sealed class NewTranslationValidator : AbstractValidator<NewTranslation>
{
    public NewTranslationValidator()
    {
        RuleFor(x => x.Language).IsChosen("the language, such as en").IsCode(LanguageTag.IsKnown, "a language tag of a known language, such as en, zh-Hant or pt-BR");
        RuleFor(x => x.Text).IsGiven("the translated text").IsText(Limits.Narrative);
    }
}
