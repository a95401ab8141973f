namespace Interdiction.Tests.Access;

/// <summary>
/// Every operation of the API document, and every transition and two-person act that it names, is in an enumeration: what
/// is new tomorrow fails until the oracle knows who may do it.
/// </summary>
static class Coverage
{
    /// <summary>What every role does: it shows oneself, and reference data.</summary>
    public static readonly string[] OfEverybody = ["me", "me/sessions", "me/passkeys", "reference/countries", "screenings"];

    /// <summary>What people have and the enumeration's machine clients have not.</summary>
    public static readonly string[] OfPeople = ["me/sessions", "me/passkeys"];

    static readonly string[] Lists = ["cases", "boardings", "consent-requests", "dispatches", "destructions", "tasks", "proposals", "teams", "search", "statistics"];
    static readonly string[] Creates = ["cases", "boardings", "consent-requests", "dispatches"];
    static readonly string[] Codes = ["to", "act"];

    static IEnumerable<string> Enumerated =>
    [
        .. Enum.GetValues<Act>().Select(Operations.Operation),
        .. Enum.GetValues<Decision>().Select(MotionCells.Operation),
        .. Enum.GetValues<Asking>().Select(ConsentCells.Operation),
        .. Enum.GetValues<Sending>().Select(DispatchCells.Operation),
        .. Enum.GetValues<Working>().Select(WorkCells.Operation),
        .. Enum.GetValues<Holding>().Select(HoldCells.Operation),
        .. Enum.GetValues<Archiving>().Select(ArchiveCells.Operation),
        .. Enum.GetValues<Sailing>().Select(VesselCells.Operation),
        .. Enum.GetValues<Translating>().Select(TranslationCells.Operation),
        .. Enum.GetValues<Linking>().Select(CaseLinkCells.Operation),
        .. Enum.GetValues<Verifying>().Select(LawCells.Operation),
        .. Enum.GetValues<Telling>().Select(InboxCells.Operation),
        .. Enum.GetValues<Keeping>().Select(EvidenceCells.Operation),
        .. Deed.All.Select(OfficeCells.Operation),
        .. OfEverybody.Select(x => x == "screenings" ? Of("POST", x) : Of("GET", x.StartsWith("reference/", StringComparison.Ordinal) ? "reference/{set}" : x)),
        .. OfPeople.Select(x => Of("DELETE", $"{x}/{{id}}")),
        .. Lists.Select(x => Of("GET", x)),
        .. Creates.Select(x => Of("POST", x)),
    ];

    static IEnumerable<(string Operation, string? Code)> Transitions =>
    [
        .. Enum.GetValues<Act>().Select(x => (Operations.Operation(x), Operations.To(x))),
        .. Enum.GetValues<Decision>().Select(x => (MotionCells.Operation(x), MotionCells.To(x))),
        .. Enum.GetValues<Asking>().Select(x => (ConsentCells.Operation(x), ConsentCells.To(x))),
        .. Enum.GetValues<Sending>().Select(x => (DispatchCells.Operation(x), DispatchCells.To(x))),
        .. Deed.All.Select(x => (OfficeCells.Operation(x), OfficeCells.To(x))),
        .. Enum.GetValues<Act>().Where(x => x.IsProposal).Select(x => (Of("POST", "proposals"), (string?)ProposalCodes.Of(x))),
        .. Enum.GetValues<Holding>().SelectMany(x => new[] { (HoldCells.Operation(x), HoldCells.To(x)), (HoldCells.Operation(x), HoldCells.Proposes(x)) }),
        .. Enum.GetValues<Archiving>().SelectMany(x => new[] { (ArchiveCells.Operation(x), ArchiveCells.To(x)), (ArchiveCells.Operation(x), ArchiveCells.Proposes(x)) }),
        .. Enum.GetValues<Sailing>().SelectMany(x => new[] { (VesselCells.Operation(x), VesselCells.To(x)), (VesselCells.Operation(x), VesselCells.Proposes(x)) }),
    ];

    public static void Check(ApiDocument document)
    {
        var bodies = new Bodies(document);
        Assert.NotEmpty(document.Uploads);
        Assert.Equal(document.Operations.Select(x => x.ToString()).Concat(document.Uploads).Order(StringComparer.Ordinal), Enumerated.Distinct().Order(StringComparer.Ordinal));
        var named = from operation in document.Operations
                    where operation.Body is not null
                    from field in Codes
                    from code in bodies.Codes(operation.Body!, field)
                    select (operation.ToString(), (string?)code);
        Assert.Equal(named.Order(), Transitions.Where(x => x.Code is not null).Distinct().Order());
    }

    static string Of(string method, string path) => $"{method} {Server.Base}/{path}";
}
