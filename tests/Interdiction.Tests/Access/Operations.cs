using System.Text.Json.Nodes;

namespace Interdiction.Tests.Access;

/// <summary>How each act is done over HTTP. Writes are dry runs: they pass every rule and leave the record as it is.</summary>
static class Operations
{
    const string DryRun = "?validateOnly=true";

    /// <summary>The path of the API document that serves the act.</summary>
    public static string Template(Act act) => Server.Base + act switch
    {
        Act.ReadCase => "/cases/{id}",
        Act.ReadContents => "/cases/{id}/contents",
        Act.ReadTimeline => "/cases/{id}/timeline",
        Act.PrintCase => "/cases/{id}/report.pdf",
        Act.ReadCaseTransitions or Act.TakeCaseUnderReview or Act.OpenCaseAgain => "/cases/{id}/transitions",
        Act.FileIntoCase => "/boardings",
        Act.ReadReport or Act.Write => "/boardings/{id}",
        Act.ReadRevisions => "/boardings/{id}/revisions",
        Act.ReadFirstRevision => "/boardings/{id}/revisions/{number}",
        Act.PrintReport => "/boardings/{id}/report.pdf",
        Act.ReadReportTransitions or Act.Submit or Act.Withdraw or Act.TakeIntoReview or Act.Return or Act.Accept or Act.Amend => "/boardings/{id}/transitions",
    };

    /// <summary>The transition that an act asks for; null for any other act.</summary>
    static string? To(Act act) => act switch
    {
        Act.TakeCaseUnderReview => "underReview",
        Act.OpenCaseAgain => "open",
        Act.Submit => "submitted",
        Act.Withdraw => "withdrawn",
        Act.TakeIntoReview => "inReview",
        Act.Return => "returned",
        Act.Accept => "accepted",
        Act.Amend => "amended",
        _ => null,
    };

    public static Task<Answer> Do(HttpClient client, Act act, Precondition precondition, Filed it)
    {
        var path = Template(act).Replace("{id}", (Oracle.IsAboutReport(act) ? it.ReportId : it.CaseId).ToString(), StringComparison.Ordinal)
            .Replace("{number}", "1", StringComparison.Ordinal);
        (string, string)[] headers = precondition switch
        {
            Precondition.Star => [("If-Match", "*")],
            Precondition.Stale => [("If-Match", "\"never.issued\"")],
            Precondition.Missing => [],
        };
        if (To(act) is { } state)
            return client.Post(path + DryRun, new JsonObject { ["to"] = state, ["reason"] = "As the matrix has it." }, headers);
        return act switch
        {
            Act.Write => client.Send(HttpMethod.Put, path + DryRun, Documents.Report(new JsonObject { ["id"] = null, ["marking"] = null }), headers),
            Act.FileIntoCase => client.Post(path + DryRun, Unclassified(it.CaseId)),
            _ => client.Get(path),
        };
    }

    static JsonObject Unclassified(Guid caseId) =>
        Documents.Report(new JsonObject { ["caseId"] = caseId.ToString(), ["marking"] = Filing.Marking(new Label(Level.Unclassified, "ALL")) });
}
