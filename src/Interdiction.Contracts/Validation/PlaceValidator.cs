using FluentValidation;

namespace Interdiction.Contracts;

/// <summary>Where it happened: a position has both coordinates, within the Earth (WGS 84 degrees).</summary>
public sealed class PlaceValidator : AbstractValidator<Place>
{
    public PlaceValidator()
    {
        RuleFor(x => x.Unlocode).IsName();
        RuleFor(x => x.Description).IsNote();
        RuleFor(x => x.Latitude)
            .Must(x => x is null or >= -90 and <= 90).WithErrorCode(RuleCodes.OutOfRange).WithMessage("Give the latitude in degrees from -90 to 90.")
            .Must((place, x) => x is not null || place.Longitude is null).WithErrorCode(RuleCodes.Required).WithMessage("Give the latitude too, or neither coordinate.");
        RuleFor(x => x.Longitude)
            .Must(x => x is null or >= -180 and <= 180).WithErrorCode(RuleCodes.OutOfRange).WithMessage("Give the longitude in degrees from -180 to 180.")
            .Must((place, x) => x is not null || place.Latitude is null).WithErrorCode(RuleCodes.Required).WithMessage("Give the longitude too, or neither coordinate.");
    }
}
