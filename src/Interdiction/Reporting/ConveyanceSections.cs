using System.Globalization;
using Interdiction.Contracts;
using Interdiction.Documents;

namespace Interdiction.Reporting;

/// <summary>What was stopped, as it claimed to be.</summary>
static class ConveyanceSections
{
    public static void Write(ColumnDescriptor column, FiledReport report)
    {
        switch (report.Conveyance)
        {
            case Vessel vessel:
                column.Section("Vessel", x => Write(x, vessel));
                break;
            case Aircraft aircraft:
                column.Section("Aircraft", x =>
                {
                    x.Grid(
                        ("Registration", Wording.Say(aircraft.Registration)), ("ICAO 24-bit address", Wording.Say(aircraft.Icao24)),
                        ("Type", Wording.Say(aircraft.Type)), ("State of registry", Wording.Country(aircraft.StateOfRegistry)),
                        ("Operator", Say(aircraft.Operator)), ("Aerodrome", Wording.Say(aircraft.Aerodrome)));
                    if (aircraft.OrderToLand is { } order)
                        x.Grid(
                            ("Ordered to land", Wording.Time(order.At, report.LocalOffset)), ("By", Wording.Say(order.Authority)),
                            ("Means of the order", Wording.Say(order.Means)), ("Crew's answer", Wording.Say(order.Answer)));
                });
                break;
            case Shipment shipment:
                column.Section("Shipment", x => x.Grid(
                    ("Containers", shipment.Containers.Count == 0 ? Wording.None : string.Join(", ", shipment.Containers)), ("Vehicle", Wording.Say(shipment.Vehicle)),
                    ("Wagon", Wording.Say(shipment.Wagon)), ("Carrier", Say(shipment.Carrier))));
                break;
            default:
                column.Section("Conveyance", x => x.Notice("No conveyance is stated."));
                break;
        }
    }

    static void Write(ColumnDescriptor column, Vessel vessel)
    {
        column.Table("No name is stated.", [("Name", 3), ("Read or heard from", 2)], vessel.Names, name => [Wording.Say(name.Name), Wording.Say(name.Source)]);
        if (vessel.Names.Select(x => x.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1)
            column.Notice("The sources give different names; all are kept as seen.");
        column.Grid(
            ("Flag claimed", Wording.Country(vessel.FlagClaimed)), ("Flag confirmed", Wording.Country(vessel.FlagConfirmed)),
            ("IMO number", Wording.Say(vessel.Imo)), ("MMSI", Wording.Say(vessel.Mmsi)),
            ("Call sign", Wording.Say(vessel.CallSign)), ("Type", Wording.Say(vessel.Type)),
            ("Gross tonnage", vessel.GrossTonnage?.ToString(CultureInfo.InvariantCulture) ?? Wording.None), ("Owner", Say(vessel.Owner)),
            ("Operator", Say(vessel.Operator)));
    }

    static string Say(Party? party) =>
        CargoFacts.Party(party) is { Length: > 0 } words ? words : Wording.None;
}
