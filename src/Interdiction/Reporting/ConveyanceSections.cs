using System.Globalization;
using Interdiction.Contracts;

namespace Interdiction.Reporting;

/// <summary>What was stopped, as it claimed to be.</summary>
static class ConveyanceSections
{
    public static void Write(Leaf leaf, FiledReport report)
    {
        var words = leaf.Words;
        switch (report.Conveyance)
        {
            case Vessel vessel:
                leaf.Section("Vessel", x => Write(x, vessel));
                break;
            case Aircraft aircraft:
                leaf.Section("Aircraft", x =>
                {
                    x.Grid(
                        ("Registration", words.Say(aircraft.Registration)), ("ICAO 24-bit address", words.Say(aircraft.Icao24)),
                        ("Type", words.Say(aircraft.Type)), ("State of registry", words.Country(aircraft.StateOfRegistry)),
                        ("Operator", Say(aircraft.Operator, words)), ("Aerodrome", words.Say(aircraft.Aerodrome)));
                    if (aircraft.OrderToLand is { } order)
                        x.Grid(
                            ("Ordered to land", words.Time(order.At, report.LocalOffset)), ("By", words.Say(order.Authority)),
                            ("Means of the order", words.Say(order.Means)), ("Crew's answer", words.Say(order.Answer)));
                });
                break;
            case Shipment shipment:
                leaf.Section("Shipment", x => x.Grid(
                    ("Containers", shipment.Containers.Count == 0 ? words.None : string.Join(", ", shipment.Containers)), ("Vehicle", words.Say(shipment.Vehicle)),
                    ("Wagon", words.Say(shipment.Wagon)), ("Carrier", Say(shipment.Carrier, words))));
                break;
            default:
                leaf.Section("Conveyance", x => x.Notice(words["No conveyance is stated."]));
                break;
        }
    }

    static void Write(Leaf leaf, Vessel vessel)
    {
        var words = leaf.Words;
        leaf.Table("No name is stated.", [("Name", 3), ("Read or heard from", 2)], vessel.Names, name => [words.Say(name.Name), words.Say(name.Source)]);
        if (vessel.Names.Select(x => x.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1)
            leaf.Notice(words["The sources give different names; all are kept as seen."]);
        leaf.Grid(
            ("Flag claimed", words.Country(vessel.FlagClaimed)), ("Flag confirmed", words.Country(vessel.FlagConfirmed)),
            ("IMO number", words.Say(vessel.Imo)), ("MMSI", words.Say(vessel.Mmsi)),
            ("Call sign", words.Say(vessel.CallSign)), ("Type", words.Say(vessel.Type)),
            ("Gross tonnage", vessel.GrossTonnage?.ToString(CultureInfo.InvariantCulture) ?? words.None), ("Owner", Say(vessel.Owner, words)),
            ("Operator", Say(vessel.Operator, words)));
    }

    static string Say(Party? party, Wording words) =>
        new CargoFacts(words).Party(party) is { Length: > 0 } known ? known : words.None;
}
