namespace Interdiction.Contracts.Reference;

/// <summary>A country or territory of ISO 3166-1, and whether it endorsed the Statement of Interdiction Principles.</summary>
/// <param name="Numeric">Three digits.</param>
/// <param name="PsiEndorser">True where a source says so; false where none does.</param>
public sealed record Country(string Alpha2, string Alpha3, string Numeric, string Name, bool PsiEndorser)
{
    internal static Country Of(CsvRow row) =>
        new(row.Text("alpha2"), row.Text("alpha3"), row.Text("numeric"), row.Text("name"), row["psi_endorser"] is "yes");
}

/// <summary>Three digits that open a ship's MMSI, and who gave them out (ITU-R M.585, ITU table).</summary>
/// <param name="Mid">Three digits, the first from 2 to 7.</param>
/// <param name="Alpha3">Country or territory; some digits serve several.</param>
public sealed record MaritimeDigits(string Mid, string Alpha3, string Allocation)
{
    internal static MaritimeDigits Of(CsvRow row) => new(row.Text("mid"), row.Text("alpha3"), row.Text("itu_allocation"));
}

/// <summary>A series of radio call signs (ITU Radio Regulations, appendix 42): those whose beginning lies from one to another, both included.</summary>
/// <param name="First">One to three characters; digits sort before letters.</param>
/// <param name="Last">As many.</param>
/// <param name="Flags">The State and its territories, ISO 3166-1 alpha-3.</param>
public sealed record CallSignSeries(string First, string Last, IReadOnlyList<string> Flags)
{
    public bool Holds(string sign) =>
        string.CompareOrdinal(sign, 0, First, 0, First.Length) >= 0 && string.CompareOrdinal(sign, 0, Last, 0, Last.Length) <= 0;

    internal static CallSignSeries Of(CsvRow row) => new(row.Text("first"), row.Text("last"), row.Text("alpha3").Split('|'));
}

/// <summary>A sea port of UN/LOCODE.</summary>
/// <param name="Country">ISO 3166-1 alpha-3.</param>
/// <param name="Latitude">Degrees, WGS 84, to one arc-minute: for a locator map, not for navigation.</param>
public sealed record Port(string Unlocode, string Name, string Country, double Latitude, double Longitude);

/// <summary>A heading of the Harmonized System, edition 2022.</summary>
/// <param name="Level">Digits: 2 a chapter, 4 a heading, 6 a subheading.</param>
public sealed record HsCode(string Code, int Level, string? Parent, string Title)
{
    internal static HsCode Of(CsvRow row) => new(row.Text("hs_code"), Number.Whole(row["level"])!.Value, row["parent"], row.Text("title"));
}
