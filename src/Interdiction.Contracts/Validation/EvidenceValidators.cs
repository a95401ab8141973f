using System.Text.RegularExpressions;
using FluentValidation;

namespace Interdiction.Contracts;

/// <summary>The shape of what an upload says about its file.</summary>
public sealed partial class NewAttachmentValidator : AbstractValidator<NewAttachment>
{
    public NewAttachmentValidator()
    {
        RuleFor(x => x.Name).IsGiven("the name of the file").IsName();
        RuleFor(x => x.DeclaredType).IsName();
        RuleFor(x => x.DeclaredType).Must(x => x is null || MediaType().IsMatch(x)).WithErrorCode(RuleCodes.Form).WithMessage("Give a media type, such as image/jpeg, or none.");
        RuleFor(x => x.Sha256).Must(x => x is null || Digest().IsMatch(x)).WithErrorCode(RuleCodes.Form).WithMessage("Give 64 hexadecimal digits, or none.");
        RuleFor(x => x.Marking!).SetValidator(new MarkingValidator()).When(x => x.Marking is not null);
    }

    [GeneratedRegex(@"^[\w!#$&^.+-]+/[\w!#$&^.+-]+(\s*;.*)?\z", RegexOptions.NonBacktracking)]
    private static partial Regex MediaType();

    [GeneratedRegex("^[0-9a-f]{64}\\z", RegexOptions.IgnoreCase)]
    private static partial Regex Digest();
}
