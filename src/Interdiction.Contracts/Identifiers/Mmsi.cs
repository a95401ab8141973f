using Interdiction.Contracts.Reference;

namespace Interdiction.Contracts.Identifiers;

/// <summary>What station a maritime mobile service identity belongs to, by its first digits (ITU-R M.585).</summary>
public enum MmsiKind { Ship, ShipGroup, CoastStation, SearchAircraft, Handheld, Craft, AidToNavigation, SearchTransmitter, ManOverboard, PositionBeacon, Unassigned }

/// <summary>
/// The maritime mobile service identity (ITU-R M.585): nine digits without a check digit, three of which (the MID) tell
/// the flag. A doubt is told, never a refusal.
/// </summary>
public static class Mmsi
{
    /// <summary>Why the number is doubtful for a ship, in words; null where it is well made or absent.</summary>
    public static string? Doubt(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (Normalize(text) is not { } digits)
            return $"'{Excerpt.Of(text)}' is not of the form of an MMSI: nine digits, such as 316001245.";
        var kind = KindOf(digits);
        if (kind is MmsiKind.Unassigned)
            return $"No kind of station has an MMSI that begins like {digits}.";
        if (Mid(digits) is { } mid && !ReferenceData.MaritimeIdentificationDigits.ContainsKey(mid))
            return $"The digits {mid} of MMSI {digits} are not in the ITU table of maritime identification digits.";
        return kind is MmsiKind.Ship ? null : $"MMSI {digits} is the number of {Words(kind)}, not of a ship.";
    }

    /// <summary>Why the number does not fit the flag (ISO 3166-1 alpha-3), in words; null where it does or one of them is unknown.</summary>
    public static string? FlagDoubt(string? text, string? flag) =>
        flag is not null && Mid(text) is { } mid && ReferenceData.MaritimeIdentificationDigits.TryGetValue(mid, out var flags) && !flags.Contains(flag)
            ? $"The digits {mid} of MMSI {Normalize(text)} stand for {string.Join(", ", flags.Order(StringComparer.Ordinal))}, not for the flag {flag}."
            : null;

    /// <summary>The nine digits without spaces; null where the form is another.</summary>
    public static string? Normalize(string? text) =>
        text?.Replace(" ", "", StringComparison.Ordinal) is { Length: 9 } digits && digits.All(char.IsAsciiDigit) ? digits : null;

    /// <summary>The kind of station; null where the form is another.</summary>
    public static MmsiKind? Kind(string? text) => Normalize(text) is { } digits ? KindOf(digits) : null;

    /// <summary>The three maritime identification digits; null where the kind of station has none.</summary>
    public static string? Mid(string? text)
    {
        if (Normalize(text) is not { } digits)
            return null;
        var start = KindOf(digits) switch
        {
            MmsiKind.Ship => 0,
            MmsiKind.ShipGroup or MmsiKind.Handheld => 1,
            MmsiKind.CoastStation or MmsiKind.Craft or MmsiKind.AidToNavigation => 2,
            MmsiKind.SearchAircraft => 3,
            _ => -1,
        };
        return start < 0 ? null : digits.Substring(start, 3);
    }

    static MmsiKind KindOf(string digits) => digits switch
    {
        ['0', '0', ..] => MmsiKind.CoastStation,
        ['0', ..] => MmsiKind.ShipGroup,
        ['1', '1', '1', ..] => MmsiKind.SearchAircraft,
        [>= '2' and <= '7', ..] => MmsiKind.Ship,
        ['8', ..] => MmsiKind.Handheld,
        ['9', '8', ..] => MmsiKind.Craft,
        ['9', '9', ..] => MmsiKind.AidToNavigation,
        ['9', '7', '0', ..] => MmsiKind.SearchTransmitter,
        ['9', '7', '2', ..] => MmsiKind.ManOverboard,
        ['9', '7', '4', ..] => MmsiKind.PositionBeacon,
        _ => MmsiKind.Unassigned,
    };

    static string Words(MmsiKind kind) => kind switch
    {
        MmsiKind.ShipGroup => "a group of ships",
        MmsiKind.CoastStation => "a coast station",
        MmsiKind.SearchAircraft => "a search and rescue aircraft",
        MmsiKind.Handheld => "a hand-held radio",
        MmsiKind.Craft => "a craft of a mother ship",
        MmsiKind.AidToNavigation => "an aid to navigation",
        MmsiKind.SearchTransmitter => "a search and rescue transmitter",
        MmsiKind.ManOverboard => "a man-overboard device",
        MmsiKind.PositionBeacon => "an emergency position beacon",
        _ => "another station",
    };
}
