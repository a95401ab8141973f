namespace Interdiction.Contracts;

/// <summary>Who was aboard: how many, and who of them is named.</summary>
public sealed record Persons
{
    public int? CrewCount { get; init; }

    /// <summary>The master by name. It is shown as a name of the list is: to whom, depends on the master's being suspected there.</summary>
    public string? MasterName { get; init; }

    /// <summary>Master, crew, passengers and others, one by one; up to 2,000.</summary>
    public IReadOnlyList<PersonAboard> Aboard { get; init => field = value ?? []; } = [];
}

/// <summary>
/// One person aboard. Name, birth date and document of who is not suspected are shown to the originator, and to
/// coordinators of the partners that the report is released to; nobody else is told them.
/// </summary>
public sealed record PersonAboard
{
    /// <summary>As the papers have it, up to 200 characters.</summary>
    public string? Name { get; init; }

    /// <summary>ISO 3166-1 alpha-3.</summary>
    public string? Nationality { get; init; }
    public RoleAboard? Role { get; init; }
    public IdentityDocument? Document { get; init; }
    public DateOnly? BirthDate { get; init; }

    /// <summary>True for who is suspected of an offence. Never prefilled; who it is not said of is not suspected.</summary>
    public bool? Suspected { get; init; }

    /// <summary>Treatment, injuries, an interpreter; released as it is written, so name nobody in it.</summary>
    public string? Remarks { get; init; }
}

/// <summary>A passport, seafarer's identity document or other paper that a person showed; kept as seen.</summary>
public sealed record IdentityDocument
{
    /// <summary>Such as passport or seafarer's identity document.</summary>
    public string? Type { get; init; }
    public string? Number { get; init; }

    /// <summary>The State that issued it, ISO 3166-1 alpha-3.</summary>
    public string? Country { get; init; }

    /// <summary>The machine readable zone of a passport (ICAO Doc 9303): two lines of 44 characters, as read.</summary>
    public string? Mrz { get; init; }
}
