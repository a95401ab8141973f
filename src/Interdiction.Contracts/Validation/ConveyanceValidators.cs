using FluentValidation;

namespace Interdiction.Contracts;

/// <summary>A ship: codes exist; its own identifiers are kept as seen.</summary>
public sealed class VesselValidator : AbstractValidator<Vessel>
{
    public VesselValidator()
    {
        var party = new PartyValidator();
        RuleFor(x => x.Names).HasAtMost(Limits.Names, "names");
        RuleForEach(x => x.Names).ChildRules(name => name.RuleFor(x => x.Name).IsGiven("the name").IsName());
        RuleFor(x => x.FlagClaimed).IsCountry();
        RuleFor(x => x.FlagConfirmed).IsCountry();
        RuleFor(x => x.Imo).IsName();
        RuleFor(x => x.Mmsi).IsName();
        RuleFor(x => x.CallSign).IsName();
        RuleFor(x => x.GrossTonnage).IsBetween(0, Limits.GrossTonnage);
        RuleFor(x => x.Owner).SetValidator(party!);
        RuleFor(x => x.Operator).SetValidator(party!);
    }
}

public sealed class AircraftValidator : AbstractValidator<Aircraft>
{
    public AircraftValidator(TimeProvider clock)
    {
        RuleFor(x => x.Registration).IsName();
        RuleFor(x => x.Icao24).IsName();
        RuleFor(x => x.Type).IsName();
        RuleFor(x => x.Operator).SetValidator(new PartyValidator()!);
        RuleFor(x => x.StateOfRegistry).IsCountry();
        RuleFor(x => x.Aerodrome).IsName();
        RuleFor(x => x.OrderToLand).ChildRules(order =>
        {
            order.RuleFor(x => x!.At).IsPast(clock, "a time of the order");
            order.RuleFor(x => x!.Authority).IsName();
            order.RuleFor(x => x!.Means).IsName();
            order.RuleFor(x => x!.Answer).IsNote();
        });
    }
}

public sealed class ShipmentValidator : AbstractValidator<Shipment>
{
    public ShipmentValidator()
    {
        RuleFor(x => x.Containers).HasAtMost(Limits.Containers, "containers");
        RuleForEach(x => x.Containers).IsName();
        RuleFor(x => x.Vehicle).IsName();
        RuleFor(x => x.Wagon).IsName();
        RuleFor(x => x.Carrier).SetValidator(new PartyValidator()!);
    }
}

public sealed class PartyValidator : AbstractValidator<Party>
{
    public PartyValidator()
    {
        RuleFor(x => x.Name).IsName();
        RuleFor(x => x.Country).IsCountry();
        RuleFor(x => x.Address).IsNote();
        RuleFor(x => x.Lei).IsName();
    }
}
