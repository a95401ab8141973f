using System.Text.Json.Nodes;

namespace Interdiction.Tests.Access;

/// <summary>How each act is done over HTTP. Writes are dry runs: they pass every rule and leave the record as it is.</summary>
sealed class Operations(Staff staff)
{
    public const string DryRun = "?validateOnly=true";

    public static string Operation(Act act) => $"{Method(act)} {Template(act)}";

    static HttpMethod Method(Act act) => act switch
    {
        _ when act.IsMarking || act is Act.Write or Act.BringIn => HttpMethod.Put,
        Act.TakeOut or Act.TakeOutLead => HttpMethod.Delete,
        Act.ChangeTitle => HttpMethod.Patch,
        _ when act is Act.FileIntoCase or Act.RecordCustodyEvent || act.IsProposal || To(act) is not null => HttpMethod.Post,
        _ => HttpMethod.Get,
    };

    /// <summary>The path of the API document that serves the act.</summary>
    public static string Template(Act act) => Server.Base + act switch
    {
        Act.ReadCase or Act.ChangeTitle => "/cases/{id}",
        Act.ReadContents => "/cases/{id}/contents",
        Act.ReadTimeline => "/cases/{id}/timeline",
        Act.PrintCase => "/cases/{id}/report.pdf",
        Act.ReadParticipants => "/cases/{id}/participants",
        Act.BringIn or Act.TakeOut or Act.TakeOutLead => "/cases/{id}/participants/{partner}",
        Act.ReadCaseTransitions or Act.TakeCaseUnderReview or Act.OpenCaseAgain or Act.CloseCaseAlone or Act.ArchiveCaseAlone => "/cases/{id}/transitions",
        Act.ReadCaseMarking or Act.NarrowCase or Act.NarrowCaseToSecret or Act.WidenCaseAlone => "/cases/{id}/marking",
        Act.ReadCaseAccess => "/cases/{id}/access",
        Act.ReadCaseDisclosures => "/cases/{id}/disclosures",
        Act.FileIntoCase => "/boardings",
        Act.ProposeWideningCase or Act.ProposeWideningReport or Act.ProposeClosing or Act.ProposeReopening or Act.ProposeMovingLead => "/proposals",
        Act.ProposeDisposal => "/proposals",
        Act.ReadManifest => "/manifests/{id}",
        Act.ReadSeizure => "/seizures/{id}",
        Act.ReadExhibit => "/exhibits/{id}",
        Act.PrintCustody => "/exhibits/{id}/custody.pdf",
        Act.ReadCustodyEvents or Act.RecordCustodyEvent => "/exhibits/{id}/custody-events",
        Act.ReadCustodyEvent => "/custody-events/{id}",
        Act.ReadCustodyTransitions or Act.AcceptTransfer or Act.RefuseTransfer => "/custody-events/{id}/transitions",
        Act.ReadReport or Act.Write => "/boardings/{id}",
        Act.ReadRevisions => "/boardings/{id}/revisions",
        Act.ReadFirstRevision => "/boardings/{id}/revisions/{number}",
        Act.PrintReport => "/boardings/{id}/report.pdf",
        Act.ReadReportMarking or Act.NarrowReport or Act.NarrowReportToSecret or Act.WidenReportAlone => "/boardings/{id}/marking",
        Act.ReadReportAccess => "/boardings/{id}/access",
        Act.ReadReportDisclosures => "/boardings/{id}/disclosures",
        Act.ReadReportTransitions or Act.Submit or Act.Withdraw or Act.TakeIntoReview or Act.Return or Act.Accept or Act.Amend or Act.Announce or Act.MakeDraft => "/boardings/{id}/transitions",
    };

    /// <summary>The transition that an act asks for; null for any other act.</summary>
    public static string? To(Act act) => act switch
    {
        Act.TakeCaseUnderReview => "underReview",
        Act.OpenCaseAgain => "open",
        Act.CloseCaseAlone => "closed",
        Act.ArchiveCaseAlone => "archived",
        Act.Submit => "submitted",
        Act.Withdraw => "withdrawn",
        Act.TakeIntoReview => "inReview",
        Act.Return => "returned",
        Act.Accept or Act.AcceptTransfer => "accepted",
        Act.RefuseTransfer => "refused",
        Act.Amend => "amended",
        Act.Announce => "intent",
        Act.MakeDraft => "draft",
        _ => null,
    };

    public Task<Answer> Do(HttpClient client, Act act, Precondition precondition, Filed it)
    {
        var path = Template(act).Replace("{id}", Id(act, it).ToString(), StringComparison.Ordinal)
            .Replace("{number}", "1", StringComparison.Ordinal)
            .Replace("{partner}", act is Act.TakeOutLead ? it.Sample.Facts.Case.Lead : it.Sample.Guest, StringComparison.Ordinal);
        var method = Method(act);
        if (method == HttpMethod.Get)
            return client.Get(path);
        var headers = Headers(precondition);
        return method == HttpMethod.Post
            ? client.Post(path + DryRun, Body(act, it), headers)
            : client.Send(method, path + DryRun, Body(act, it), headers);
    }

    /// <summary>The id of what the act is about. The first event of an exhibit, its seizure, has the exhibit's.</summary>
    static Guid Id(Act act, Filed it) => act switch
    {
        Act.ReadManifest => it.ManifestId,
        Act.ReadSeizure => it.SeizureId,
        Act.ReadExhibit or Act.PrintCustody or Act.ReadCustodyEvents or Act.ReadCustodyEvent or Act.ReadCustodyTransitions or Act.RecordCustodyEvent or Act.AcceptTransfer or Act.RefuseTransfer => it.ExhibitId,
        _ => act.IsAboutReport ? it.ReportId : it.CaseId,
    };

    public static (string, string)[] Headers(Precondition precondition) => precondition switch
    {
        Precondition.Star => [("If-Match", "*")],
        Precondition.Stale => [("If-Match", "\"never.issued\"")],
        Precondition.Missing => [],
    };

    JsonObject? Body(Act act, Filed it)
    {
        var facts = it.Sample.Facts;
        return act switch
        {
            Act.Write => Documents.Report(new JsonObject { ["id"] = null, ["marking"] = null }),
            Act.BringIn => new JsonObject { ["part"] = "transit" },
            Act.RecordCustodyEvent => new JsonObject { ["type"] = "inspected", ["at"] = "2003-08-12T00:00:00Z", ["reason"] = "As the matrix has it." },
            Act.TakeOut or Act.TakeOutLead => null,
            Act.ChangeTitle => new JsonObject { ["title"] = "As the matrix has it" },
            Act.FileIntoCase => Documents.Report(new JsonObject { ["caseId"] = it.CaseId.ToString(), ["marking"] = Filing.Marking(new Label(Level.Unclassified, "ALL")) }),
            _ when act.IsProposal => ProposalCodes.Body(act, it),
            _ when act.IsMarking => act.IsAboutReport ? Marking(act, facts.Label, facts.Originator) : Marking(act, facts.Case.Label, facts.Case.Originator),
            _ => new JsonObject { ["to"] = To(act), ["reason"] = "As the matrix has it." },
        };
    }

    JsonObject Marking(Act act, Label label, string originator) => staff.Marking(act switch
    {
        Act.NarrowCase or Act.NarrowReport => label with { ReleasableTo = [originator] },
        Act.NarrowCaseToSecret or Act.NarrowReportToSecret => label with { Level = Level.Secret },
        _ => label with { ReleasableTo = ["ALL"] },
    }, originator);
}

/// <summary>How proposals stand in bodies.</summary>
static class ProposalCodes
{
    public static string Of(Act act) => act switch
    {
        Act.ProposeWideningCase or Act.ProposeWideningReport => "widenMarking",
        Act.ProposeClosing => "closeCase",
        Act.ProposeReopening => "reopenCase",
        Act.ProposeMovingLead => "moveLead",
        Act.ProposeDisposal => "disposeExhibit",
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, "It is no two-person act."),
    };

    public static JsonObject Body(Act act, Filed it) => new()
    {
        ["act"] = Of(act),
        ["resource"] = (act is Act.ProposeDisposal ? it.ExhibitId : act.IsAboutReport ? it.ReportId : it.CaseId).ToString(),
        ["reason"] = "As the matrix has it.",
        ["arguments"] = Of(act) switch
        {
            "widenMarking" => new JsonObject { ["releasableTo"] = new JsonArray("ALL") },
            "disposeExhibit" => new JsonObject { ["type"] = "destroyed" },
            "closeCase" => new JsonObject { ["disposition"] = "basisMissing" },
            "moveLead" => new JsonObject { ["partner"] = Principal.Cell },
            _ => new JsonObject(),
        },
    };
}
