namespace Interdiction.Contracts;

/// <summary>What a warning is about: the code that stands beside its pointer, for programs.</summary>
public static class WarningCodes
{
    public const string Missing = "missing";

    /// <summary>Only bases that must never stand alone.</summary>
    public const string SoleBasis = "soleBasis";
    public const string WrongZone = "wrongZone";

    /// <summary>The basis was not yet, or no longer, in force on that day.</summary>
    public const string NotInForce = "notInForce";

    /// <summary>No chosen basis gives a right to board.</summary>
    public const string NoBoardingPower = "noBoardingPower";

    /// <summary>No chosen basis gives a right to keep what was found.</summary>
    public const string NoSeizurePower = "noSeizurePower";
    public const string ConsentMissing = "consentMissing";

    /// <summary>The flag State answered a request of the case, and the report does not say so.</summary>
    public const string ConsentOnRecord = "consentOnRecord";

    /// <summary>Silence or an advance declaration is relied on, under a rule that no legal adviser has signed.</summary>
    public const string NotVerified = "notVerified";

    public const string ImoNumber = "imoNumber";
    public const string Mmsi = "mmsi";

    /// <summary>The flag is not that of the MMSI's digits, or of the call sign's series.</summary>
    public const string FlagMismatch = "flagMismatch";
    public const string CallSign = "callSign";
    public const string Icao24 = "icao24";
    public const string LegalEntity = "legalEntity";

    /// <summary>The machine readable zone of a document.</summary>
    public const string Mrz = "mrz";
    public const string ContainerNumber = "containerNumber";
    public const string CasNumber = "casNumber";
    public const string EcNumber = "ecNumber";
    public const string UnNumber = "unNumber";
    public const string HsCode = "hsCode";
    public const string Unlocode = "unlocode";
}
