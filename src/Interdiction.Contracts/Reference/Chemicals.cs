namespace Interdiction.Contracts.Reference;

/// <summary>A chemical that at least one control list names.</summary>
/// <param name="CwcSchedule">Schedule, part and item of the CWC Annex on Chemicals, such as 2B(4).</param>
/// <param name="AustraliaGroupItem">Item of the Chemical Weapons Precursors list.</param>
/// <param name="Un1988Table">I or II of the 1988 Convention.</param>
/// <param name="UnNumber">Four digits; null where it travels under a "not otherwise specified" entry.</param>
/// <param name="HazardClass">Class, and subsidiary hazard in brackets.</param>
public sealed record Chemical(
    string Cas, string Name, IReadOnlyList<string> Synonyms, string? CwcSchedule, string? AustraliaGroupItem, string? Un1988Table,
    string? UnNumber, string? HazardClass, string? HsCode)
{
    internal static Chemical Of(CsvRow row) => new(
        row.Text("cas"), row.Text("name"), row.List("synonyms"), row["cwc_schedule"], row["australia_group_item"], row["un1988_table"],
        row["un_number"], row["hazard_class"], row["hs_code"]);

    /// <summary>Where it stands on the control lists.</summary>
    internal IEnumerable<(ControlList List, string Item)> Entries()
    {
        if (CwcSchedule is not null)
            yield return (ControlList.Cwc, CwcSchedule);
        if (AustraliaGroupItem is not null)
            yield return (ControlList.AustraliaGroup, AustraliaGroupItem);
        if (Un1988Table is not null)
            yield return (ControlList.Un1988, $"Table {Un1988Table}");
    }
}

/// <summary>An entry that controls a whole family of chemicals: a CAS number of its own says nothing about it.</summary>
public sealed record ChemicalFamily(ControlList List, string Item, string Entry, IReadOnlyList<string> Exemptions)
{
    internal static ChemicalFamily Of(CsvRow row) => row.Text("list") is "CWC"
        ? new(ControlList.Cwc, row.Text("item"), row.Text("entry"), row.List("exemptions"))
        : new(ControlList.Un1988, $"Table {row.Text("item")}", row.Text("entry"), row.List("exemptions"));
}

/// <summary>One line of a control list, as the list has it.</summary>
/// <param name="Cas">Null for a family of chemicals.</param>
public sealed record ControlListEntry(ControlList List, string Item, string? Cas, string Name);
