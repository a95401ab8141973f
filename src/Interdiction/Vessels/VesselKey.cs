using Interdiction.Contracts;

namespace Interdiction.Vessels;

/// <summary>What a vessel is found by in one revision of its report: its identifiers and names as they compare, and the rarest trigrams of the names.</summary>
public sealed class VesselKey
{
    const int Longest = 30;

    /// <summary>Kind and key in one word, such as i9074729.</summary>
    public required string Value { get; init; }
    public Guid BoardingId { get; init; }
    public int Revision { get; init; }

    /// <summary>How much two vessels have in common that have it: an identifier more than a name, and a name more than all its trigrams.</summary>
    public int Weight { get; init; }

    public static string? Imo(string? text) => Of('i', ShipMark.Imo(text));

    public static string? Mmsi(string? text) => Of('m', ShipMark.Mmsi(text));

    public static string? CallSign(string? text) => Of('c', ShipMark.CallSign(text));

    /// <summary>The keys of what was claimed, each once, with their weights.</summary>
    public static IReadOnlyDictionary<string, int> Of(IEnumerable<(string? Name, string? Imo, string? Mmsi, string? CallSign)> claims)
    {
        var keys = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var claim in claims)
        {
            foreach (var identifier in new[] { Imo(claim.Imo), Mmsi(claim.Mmsi), CallSign(claim.CallSign) }.OfType<string>())
                keys[identifier] = 1000;
            if (ShipName.Fold(claim.Name) is not { Length: > 0 } name)
                continue;
            keys[Of('w', name)!] = 100;
            foreach (var trigram in ShipName.Keys(name))
                keys[$"n{trigram}"] = 1;
        }
        return keys;
    }

    static string? Of(char kind, string? text) => text is null ? null : kind + text[..Math.Min(text.Length, Longest)];
}
