using FluentValidation;
using FluentValidation.Results;
using Interdiction.Contracts.Reference;

namespace Interdiction.Contracts;

/// <summary>An amount is above zero and has a unit of UN/ECE Recommendation 20.</summary>
public sealed class QuantityValidator : AbstractValidator<Quantity>
{
    public QuantityValidator()
    {
        RuleFor(x => x.Value).IsChosen("the amount as a decimal, such as \"12.500\"")
            .Must(x => x is null or > 0).WithErrorCode(RuleCodes.OutOfRange).WithMessage("Give an amount above zero, or leave the quantity out.");
        RuleFor(x => x.Unit).IsChosen("the unit, such as KGM").IsCode(ReferenceData.Units.ContainsKey, "a unit of UN/ECE Recommendation 20, such as KGM, LTR or TNE");
    }
}

/// <summary>A quantity in a unit of mass.</summary>
public sealed class MassValidator : AbstractValidator<Quantity>
{
    public MassValidator()
    {
        Include(new QuantityValidator());
        RuleFor(x => x.Unit).Must(x => x is null || !ReferenceData.Units.TryGetValue(x, out var unit) || unit.Dimension is "mass")
            .WithErrorCode(RuleCodes.UnknownCode).WithMessage((_, x) => $"'{x}' is no unit of mass: give one such as KGM or TNE.");
    }
}

/// <summary>A number of packages of a kind of UN/ECE Recommendation 21.</summary>
public sealed class PackagesValidator : AbstractValidator<Packages>
{
    public PackagesValidator()
    {
        RuleFor(x => x.Count).IsBetween(0, int.MaxValue);
        RuleFor(x => x.Type).IsCode(ReferenceData.PackageTypes.ContainsKey, "a package of UN/ECE Recommendation 21, such as BA (barrel) or DR (drum)");
    }
}

/// <summary>Goods as declared or found; their identifiers are kept as seen.</summary>
public sealed class GoodsValidator : AbstractValidator<Goods>
{
    public GoodsValidator()
    {
        RuleFor(x => x.Description).IsNote();
        RuleFor(x => x.Packages).SetValidator(new PackagesValidator()!);
        RuleFor(x => x.Quantity).SetValidator(new QuantityValidator()!);
        RuleFor(x => x.GrossMass).SetValidator(new MassValidator()!);
        RuleFor(x => x.NetMass).SetValidator(new MassValidator()!);
        RuleFor(x => x.Marks).IsNote();
        RuleFor(x => x.Container).IsName();
        RuleFor(x => x.Seal).IsName();
        RuleFor(x => x.Cas).IsName();
        RuleFor(x => x.Ec).IsName();
        RuleFor(x => x.Purity).IsName();
        RuleFor(x => x.Un).IsName();
        RuleFor(x => x.HazardClass).IsName();
        RuleFor(x => x.Hs).IsName();
    }
}

/// <summary>The lines are numbered from 1, each number once.</summary>
public sealed class ManifestValidator : AbstractValidator<Manifest>
{
    public ManifestValidator()
    {
        var (goods, party) = (new GoodsValidator(), new PartyValidator());
        RuleFor(x => x.Lines).HasAtMost(Limits.Lines, "lines").Custom((lines, context) =>
        {
            var seen = new HashSet<int>();
            for (var i = 0; i < lines.Count; i++)
                if (lines[i].Number is { } number && !seen.Add(number))
                    context.AddFailure(new ValidationFailure($"{context.PropertyPath}[{i}].Number", $"Line {number} stands there twice: number each line once.") { ErrorCode = RuleCodes.Duplicate });
        });
        RuleForEach(x => x.Lines).ChildRules(line =>
        {
            line.RuleFor(x => x.Number).IsChosen("the line's number, from 1").IsBetween(1, int.MaxValue);
            line.RuleFor(x => x.Declared).SetValidator(goods!);
            line.RuleFor(x => x.Found).SetValidator(goods!);
            line.RuleFor(x => x.BillOfLading).IsName();
            line.RuleFor(x => x.Consignor).SetValidator(party!);
            line.RuleFor(x => x.Consignee).SetValidator(party!);
            line.RuleFor(x => x.NotifyParty).SetValidator(party!);
            line.RuleFor(x => x.Origin).IsName();
            line.RuleFor(x => x.Destination).IsName();
            line.RuleFor(x => x.Licence).IsName();
            line.RuleFor(x => x.EndUse).IsNote();
            line.RuleFor(x => x.DifferenceReason).IsNote();
        });
    }
}

/// <summary>What was taken into custody by one authority.</summary>
public sealed class SeizureValidator : AbstractValidator<Seizure>
{
    public SeizureValidator()
    {
        RuleFor(x => x.Authority).IsName();
        RuleForEach(x => x.Exhibits).ChildRules(exhibit =>
        {
            exhibit.RuleFor(x => x.Number).IsGiven("the exhibit's number").IsName();
            exhibit.RuleFor(x => x.Description).IsNote();
            exhibit.RuleFor(x => x.Packages).SetValidator(new PackagesValidator()!);
            exhibit.RuleFor(x => x.Quantity).SetValidator(new QuantityValidator()!);
            exhibit.RuleFor(x => x.Seals).HasAtMost(Limits.Seals, "seals");
            exhibit.RuleForEach(x => x.Seals).SetValidator(new SealValidator());
        });
    }
}

/// <summary>A seal as it was read.</summary>
public sealed class SealValidator : AbstractValidator<Seal>
{
    public SealValidator() => RuleFor(x => x.Number).IsName();
}
