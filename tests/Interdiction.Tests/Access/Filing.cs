using System.Text.Json.Nodes;

namespace Interdiction.Tests.Access;

/// <summary>A record of the matrix as it lies in the server.</summary>
sealed record Filed(Sample Sample, Guid CaseId, Guid ReportId, Guid ManifestId, Guid SeizureId, Guid ExhibitId);

/// <summary>Files records of the matrix over HTTP, as their officers and coordinators would.</summary>
sealed class Filing(OwnServer server, Staff staff)
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
            var body = new JsonObject { ["title"] = $"{Word} case {it.Number}", ["mode"] = "port", ["marking"] = staff.Marking(facts.Case.Label, facts.Case.Originator) };
            caseId = (string)(await opener.Post("cases", body)).Is(201).Json["id"]!;
        }
        var report = Documents.Report(new JsonObject
        {
            ["title"] = $"{Word} report {it.Number}", ["marking"] = staff.Marking(facts.Label, facts.Originator), ["caseId"] = caseId, ["persons"] = Persons(),
        });
        var filed = (await officer.Post(it.Stage is Stage.Announced ? "boardings?intent=true" : "boardings", report)).Is(201).Json;
        var record = $"boardings/{filed["id"]}";
        foreach (var (byReviewer, to) in Steps(it.Stage))
            (await (byReviewer ? await server.As(it.Reviewer!) : officer).Move(record, to, new { reason = "As the matrix has it." })).Is(200);
        if (facts.Case.HasGuest)
            (await (await server.As(new Principal(facts.Case.Lead, Post.Coordinator)))
                .Send(HttpMethod.Put, $"cases/{filed["caseId"]}/participants/{it.Guest}", new { part = "support" }, ("If-Match", "*"))).Is(200);
        var seizure = filed["seizures"]![0]!;
        return new Filed(it, (Guid)filed["caseId"]!, (Guid)filed["id"]!, (Guid)filed["manifest"]!["id"]!, (Guid)seizure["id"]!, (Guid)seizure["exhibits"]![0]!["id"]!);
    }

    public static JsonObject Marking(Label label) => new()
    {
#pragma warning disable CA1308 // Codes are in lower case.
        ["classification"] = label.Level.ToString().ToLowerInvariant(),
#pragma warning restore CA1308
        ["releasableTo"] = new JsonArray([.. label.ReleasableTo.Select(x => (JsonNode)x)]),
        ["caveats"] = new JsonArray(),
    };

    static JsonObject Persons() => new()
    {
        ["crewCount"] = 2,
        ["masterName"] = Shown.Master,
        ["aboard"] = new JsonArray(
            new JsonObject { ["name"] = Shown.Cook, ["role"] = "crew" },
            new JsonObject { ["name"] = Shown.Suspect, ["role"] = "crew", ["suspected"] = true }),
    };

    static (bool ByReviewer, string To)[] Steps(Stage stage) => stage switch
    {
        Stage.Announced or Stage.Draft => [],
        Stage.Submitted => [(false, "submitted")],
        Stage.InReview => [(false, "submitted"), (true, "inReview")],
        Stage.Returned => [(false, "submitted"), (true, "inReview"), (true, "returned")],
        Stage.Accepted => [(false, "submitted"), (true, "inReview"), (true, "accepted")],
        Stage.Amended => [(false, "submitted"), (true, "inReview"), (true, "accepted"), (false, "amended")],
        Stage.WithdrawnDraft => [(false, "withdrawn")],
        Stage.WithdrawnReturned => [(false, "submitted"), (true, "inReview"), (true, "returned"), (false, "withdrawn")],
    };
}
