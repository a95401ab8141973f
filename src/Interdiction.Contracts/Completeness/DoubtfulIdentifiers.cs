using Interdiction.Contracts.Identifiers;

namespace Interdiction.Contracts;

/// <summary>Identifiers that are kept as they were seen and do not look right. What was declared and what was found may differ: that is the point of looking.</summary>
static class DoubtfulIdentifiers
{
    public static IEnumerable<Warning> Of(BoardingReport report) => Doubts(report)
        .Where(x => x.Doubt is not null).Select(x => new Warning(x.Pointer, x.Code, x.Doubt!, Severity.Note));

    static IEnumerable<(string Pointer, string Code, string? Doubt)> Doubts(BoardingReport report) =>
    [
        ("/place/unlocode", WarningCodes.Unlocode, Unlocode.Doubt(report.Place?.Unlocode)),
        ("/voyage/lastPort", WarningCodes.Unlocode, Unlocode.Doubt(report.Voyage?.LastPort)),
        ("/voyage/nextPort", WarningCodes.Unlocode, Unlocode.Doubt(report.Voyage?.NextPort)),
        .. report.Conveyance switch
        {
            Vessel ship => Doubts(ship),
            Aircraft aircraft => [("/conveyance/icao24", WarningCodes.Icao24, Icao24.Doubt(aircraft.Icao24)), Doubt(aircraft.Operator, "/conveyance/operator")],
            Shipment shipment => [.. shipment.Containers.Select((x, i) => ($"/conveyance/containers/{i}", WarningCodes.ContainerNumber, ContainerNumber.Doubt(x))), Doubt(shipment.Carrier, "/conveyance/carrier")],
            _ => [],
        },
        .. (report.Persons?.Aboard ?? []).Select((x, i) => ($"/persons/aboard/{i}/document/mrz", WarningCodes.Mrz, MachineReadableZone.Doubt(x.Document?.Mrz))),
        .. (report.Manifest?.Lines ?? []).SelectMany((line, i) => Doubts(line, $"/manifest/lines/{i}")),
    ];

    static IEnumerable<(string Pointer, string Code, string? Doubt)> Doubts(Vessel ship)
    {
        yield return ("/conveyance/imo", WarningCodes.ImoNumber, ImoNumber.Doubt(ship.Imo));
        yield return ("/conveyance/mmsi", WarningCodes.Mmsi, Mmsi.Doubt(ship.Mmsi));
        yield return ("/conveyance/flagClaimed", WarningCodes.FlagMismatch, Mmsi.FlagDoubt(ship.Mmsi, ship.FlagClaimed));
        yield return ("/conveyance/flagClaimed", WarningCodes.FlagMismatch, CallSign.FlagDoubt(ship.CallSign, ship.FlagClaimed));
        if (ship.FlagConfirmed != ship.FlagClaimed)
        {
            yield return ("/conveyance/flagConfirmed", WarningCodes.FlagMismatch, Mmsi.FlagDoubt(ship.Mmsi, ship.FlagConfirmed));
            yield return ("/conveyance/flagConfirmed", WarningCodes.FlagMismatch, CallSign.FlagDoubt(ship.CallSign, ship.FlagConfirmed));
        }
        yield return ("/conveyance/callSign", WarningCodes.CallSign, CallSign.Doubt(ship.CallSign));
        yield return Doubt(ship.Owner, "/conveyance/owner");
        yield return Doubt(ship.Operator, "/conveyance/operator");
    }

    static (string Pointer, string Code, string? Doubt) Doubt(Party? party, string pointer) => ($"{pointer}/lei", WarningCodes.LegalEntity, LegalEntityIdentifier.Doubt(party?.Lei));

    static IEnumerable<(string Pointer, string Code, string? Doubt)> Doubts(ManifestLine line, string pointer) =>
    [
        .. Doubts(line.Declared, $"{pointer}/declared"), .. Doubts(line.Found, $"{pointer}/found"),
        Doubt(line.Consignor, $"{pointer}/consignor"), Doubt(line.Consignee, $"{pointer}/consignee"), Doubt(line.NotifyParty, $"{pointer}/notifyParty"),
    ];

    static IEnumerable<(string Pointer, string Code, string? Doubt)> Doubts(Goods? goods, string pointer)
    {
        if (goods is null)
            yield break;
        yield return ($"{pointer}/container", WarningCodes.ContainerNumber, ContainerNumber.Doubt(goods.Container));
        yield return ($"{pointer}/cas", WarningCodes.CasNumber, CasNumber.Doubt(goods.Cas));
        yield return ($"{pointer}/ec", WarningCodes.EcNumber, EcNumber.Doubt(goods.Ec));
        yield return ($"{pointer}/un", WarningCodes.UnNumber, UnNumber.Doubt(goods.Un));
        yield return ($"{pointer}/hs", WarningCodes.HsCode, HsNumber.Doubt(goods.Hs));
    }
}
