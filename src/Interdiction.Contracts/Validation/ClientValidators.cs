using FluentValidation;

namespace Interdiction.Contracts;

/// <summary>The shape of a machine client to register.</summary>
public sealed class NewClientValidator : AbstractValidator<NewClient>
{
    public NewClientValidator()
    {
        RuleFor(x => x.Name).IsGiven("the client a name").IsName();
        RuleFor(x => x.Roles).Must((it, x) => x.Count > 0 != it.RedirectUris.Count > 0).WithErrorCode(RuleCodes.Required)
            .WithMessage($"Give roles ({Code<Role>.List}) to a system that acts by itself, or redirect addresses to an application in which people sign in: one of both.");
        RuleFor(x => x.Grants).HasAtMost(Limits.Grants, "grants");
        RuleForEach(x => x.Grants).IsName();
        RuleFor(x => x.Keys).AreKeys();
        RuleForEach(x => x.Keys).SetValidator(new ClientKeyValidator());
        RuleFor(x => x.RedirectUris).HasAtMost(Limits.RedirectUris, "addresses");
        RuleForEach(x => x.RedirectUris).IsRedirect();
    }
}

/// <summary>The shape of a change of a machine client.</summary>
public sealed class ClientChangeValidator : AbstractValidator<ClientChange>
{
    public ClientChangeValidator()
    {
        RuleFor(x => x.Name).Must((it, _) => it != new ClientChange()).WithErrorCode(RuleCodes.Required).WithMessage("Say what is to change: name, roles, grants, clearance, keys or addresses.");
        RuleFor(x => x.Name).IsGiven("the client a name").When(x => x.Name is not null);
        RuleFor(x => x.Name).IsName();
        RuleFor(x => x.Grants!).HasAtMost(Limits.Grants, "grants").When(x => x.Grants is not null);
        RuleForEach(x => x.Grants).IsName();
        RuleFor(x => x.Keys!).AreKeys().When(x => x.Keys is not null);
        RuleForEach(x => x.Keys).SetValidator(new ClientKeyValidator());
        RuleFor(x => x.RedirectUris!).HasAtMost(Limits.RedirectUris, "addresses").When(x => x.RedirectUris is not null);
        RuleForEach(x => x.RedirectUris).IsRedirect();
    }
}

static class ClientRules
{
    public static IRuleBuilderOptions<T, IReadOnlyList<ClientKey>> AreKeys<T>(this IRuleBuilder<T, IReadOnlyList<ClientKey>> rule) => rule
        .HasAtMost(Limits.ClientKeys, "keys")
        .Must(x => x.Select(k => k.Kid).Distinct(StringComparer.Ordinal).Count() == x.Count).WithErrorCode(RuleCodes.Duplicate).WithMessage("Give each key a name of its own (kid).");

    /// <summary>An exact address (RFC 9700): https, or http on loopback for a program on the person's own machine.</summary>
    public static IRuleBuilderOptions<T, string> IsRedirect<T>(this IRuleBuilder<T, string> rule) => rule
        .Must(x => x.Length <= Limits.Address).WithErrorCode(RuleCodes.TooLong).WithMessage($"Shorten the address to at most {Limits.Address} characters.")
        .Must(x => Uri.TryCreate(x, UriKind.Absolute, out var uri) && uri is { Fragment: "", UserInfo: "" } && !x.Contains('*', StringComparison.Ordinal)
            && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        .WithErrorCode(RuleCodes.Form).WithMessage("Give an exact address with https, or with http on loopback: no star, no fragment, no user.");
}
