using System.Security.Cryptography;

namespace Interdiction.Contracts.Reference;

/// <summary>The control lists that cargo is screened against, and their version.</summary>
public static class ControlLists
{
    /// <summary>The day for which the lists were drawn up.</summary>
    const string Date = "2026-11-24";

    /// <summary>The day and a short hash of the tables that decide on a match, kept with each screening, such as 2026-11-24-1a2b3c4d.</summary>
    public static string Version { get; } = $"{Date}-{Hash()}";

    /// <summary>All entries: first the single chemicals, then the families.</summary>
    public static IEnumerable<ControlListEntry> Entries =>
        ReferenceData.Chemicals.Values.SelectMany(x => x.Entries(), (x, entry) => new ControlListEntry(entry.List, entry.Item, x.Cas, x.Name))
            .Concat(ReferenceData.ChemicalFamilies.Select(x => new ControlListEntry(x.List, x.Item, null, x.Entry)));

    static string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in (string[])["chemicals", "chemical_families", "chemical_family_terms", "uncontrolled_names"])
        {
            using var stream = Embedded.Open(file);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            hash.AppendData(bytes.ToArray());
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 4));
    }
}
