namespace Interdiction.Contracts;

/// <summary>How much a report may hold. Characters are Unicode scalar values, so that no script is worse off.</summary>
public static class Limits
{
    public const int Name = 200;

    /// <summary>Characters of a subject, as OpenID Connect Core 1.0 has it (section 2, sub).</summary>
    public const int Subject = 255;
    public const int Note = 4_000;
    public const int Narrative = 100_000;
    public const int Lines = 2_000;
    public const int Exhibits = 500;
    public const int Seizures = 100;
    public const int LegalBases = 50;
    public const int Names = 50;
    public const int Checks = 100;
    public const int Seals = 100;
    public const int Containers = 2_000;
    public const int Partners = 300;
    public const int Caveats = 20;
    public const int ScreeningLines = 10_000;
    public const int Grants = 10;
    public const int TeamPeople = 1_000;
    public const int ClientKeys = 10;
    public const int RedirectUris = 20;
    public const int Address = 2_000;
    public const int CrewCount = 10_000;

    /// <summary>People by name.</summary>
    public const int Persons = 2_000;
    public const int GrossTonnage = 1_000_000;

    /// <summary>How far a device's clock may run ahead.</summary>
    public static readonly TimeSpan ClockGrace = TimeSpan.FromMinutes(5);
}
