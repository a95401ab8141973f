using System.Text.Json.Nodes;

namespace Interdiction.Tests.Access;

/// <summary>To whom a record is released.</summary>
enum Release { Own, Some, All }

/// <summary>Who opened the case: the report itself, the report's originator before it, or another partner.</summary>
enum Opening { ByFiling, ByOriginator, ByOther }

/// <summary>What the principal's partner is to the record.</summary>
enum Relation { Originator, Lead, Cell, Released, Unreleased, Flag }

/// <summary>One record of the matrix: the axes that a test chooses before it files it.</summary>
sealed record Sample(int Number, Opening Opening, Level CaseLevel, Level ReportLevel, Release CaseRelease, Release ReportRelease, Stage Stage)
{
    // Partners change places from record to record, so that no partner's code is special.
    public string Originator => At(0);
    public string Other => At(1);
    public string Friend => At(2);
    public string Stranger => At(3);

    public ReportFacts Facts => new(
        new CaseFacts(Opener, Opener, Of(CaseLevel, CaseRelease, Opener), Opening is not Opening.ByFiling, HoldsSubmitted: Stage is not (Stage.Draft or Stage.WithdrawnDraft)),
        Originator, Of(ReportLevel, ReportRelease, Originator), Stage, new Principal(Originator, Post.Officer));

    /// <summary>Every account of one partner of each relation.</summary>
    public IEnumerable<Principal> Principals =>
        new[] { Originator, Other, Friend, Stranger, Principal.Cell, Principal.FlagStates[Number % 2] }.SelectMany(Principal.Of);

    public Relation RelationOf(Principal who) =>
        who.Partner == Originator ? Relation.Originator
        : who.Partner == Opener ? Relation.Lead
        : who.Partner == Principal.Cell ? Relation.Cell
        : Principal.FlagStates.Contains(who.Partner) ? Relation.Flag
        : Facts.Label.ReleasableTo is var to && (to.Contains(who.Partner) || to.Contains("ALL")) ? Relation.Released
        : Relation.Unreleased;

    /// <summary>A coordinator who can bring it to its stage; null where nobody can, and such a record cannot be.</summary>
    public Principal? Reviewer => new[] { new Principal(Opener, Post.Coordinator), new Principal(Principal.Cell, Post.Coordinator) }
        .FirstOrDefault(x => Oracle.CanRead(x, Facts with { Stage = Stage.Submitted, Case = Facts.Case with { HoldsSubmitted = true } }));

    bool CanBe => Stage is Stage.Draft or Stage.Submitted or Stage.WithdrawnDraft || Reviewer is not null;

    string Opener => Opening is Opening.ByOther ? Other : Originator;

    string At(int place) => Principal.Nations[(Number + place) % Principal.Nations.Length];

    Label Of(Level level, Release release, string owner) => release switch
    {
        Release.Own => new Label(level, owner),
        Release.Some => new Label(level, [.. new[] { owner, Originator, Opener, Friend, Principal.Cell }.Distinct()]),
        Release.All => new Label(level, "ALL"),
    };

    /// <summary>Every combination of the axes that can be.</summary>
    public static IReadOnlyList<Sample> All()
    {
        var all = new List<Sample>();
        foreach (var opening in Enum.GetValues<Opening>())
        foreach (var caseLevel in Enum.GetValues<Level>())
        foreach (var reportLevel in Enum.GetValues<Level>())
        foreach (var caseRelease in Enum.GetValues<Release>())
        foreach (var reportRelease in Enum.GetValues<Release>())
        foreach (var stage in Enum.GetValues<Stage>())
        {
            // A case opened by filing has the report's marking; a case that the originator cannot read takes no report of it.
            if (opening is Opening.ByFiling && (caseLevel != reportLevel || caseRelease != reportRelease))
                continue;
            if (opening is Opening.ByOther && caseRelease is Release.Own)
                continue;
            if (new Sample(all.Count, opening, caseLevel, reportLevel, caseRelease, reportRelease, stage) is { CanBe: true } sample)
                all.Add(sample);
        }
        return all;
    }
}

/// <summary>A record of the matrix as it lies in the server.</summary>
sealed record Filed(Sample Sample, Guid CaseId, Guid ReportId);

/// <summary>Files records of the matrix over HTTP, as their officers and coordinators would.</summary>
sealed class Filing(OwnServer server)
{
    /// <summary>A word that stands in the title of every record of this run, so that a search finds these and no others.</summary>
    public string Word { get; } = $"matrix{Guid.CreateVersion7():N}";

    public async Task<Filed> File(Sample it)
    {
        var facts = it.Facts;
        var officer = await server.As(facts.Author);
        string? caseId = null;
        if (it.Opening is not Opening.ByFiling)
        {
            var opener = await server.As(new Principal(facts.Case.Originator, it.Number % 2 == 0 ? Post.Officer : Post.Coordinator));
            var body = new JsonObject { ["title"] = $"{Word} case {it.Number}", ["mode"] = "port", ["marking"] = Marking(facts.Case.Label) };
            caseId = (string)(await opener.Post("cases", body)).Is(201).Json["id"]!;
        }
        var report = Documents.Report(new JsonObject { ["title"] = $"{Word} report {it.Number}", ["marking"] = Marking(facts.Label), ["caseId"] = caseId });
        var filed = (await officer.Post("boardings", report)).Is(201).Json;
        var record = $"boardings/{filed["id"]}";
        foreach (var (byReviewer, to) in Steps(it.Stage))
            (await (byReviewer ? await server.As(it.Reviewer!) : officer).Move(record, to, new { reason = "As the matrix has it." })).Is(200);
        return new Filed(it, (Guid)filed["caseId"]!, (Guid)filed["id"]!);
    }

    public static JsonObject Marking(Label label) => new()
    {
#pragma warning disable CA1308 // Codes are in lower case.
        ["classification"] = label.Level.ToString().ToLowerInvariant(),
#pragma warning restore CA1308
        ["releasableTo"] = new JsonArray([.. label.ReleasableTo.Select(x => (JsonNode)x)]),
        ["caveats"] = new JsonArray(),
    };

    static (bool ByReviewer, string To)[] Steps(Stage stage) => stage switch
    {
        Stage.Draft => [],
        Stage.Submitted => [(false, "submitted")],
        Stage.InReview => [(false, "submitted"), (true, "inReview")],
        Stage.Returned => [(false, "submitted"), (true, "inReview"), (true, "returned")],
        Stage.Accepted => [(false, "submitted"), (true, "inReview"), (true, "accepted")],
        Stage.Amended => [(false, "submitted"), (true, "inReview"), (true, "accepted"), (false, "amended")],
        Stage.WithdrawnDraft => [(false, "withdrawn")],
        Stage.WithdrawnReturned => [(false, "submitted"), (true, "inReview"), (true, "returned"), (false, "withdrawn")],
    };
}
