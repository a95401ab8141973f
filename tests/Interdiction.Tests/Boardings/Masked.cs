using System.Text.Json.Nodes;

namespace Interdiction.Tests.Boardings;

/// <summary>
/// A report of AUS with a suspected person and some who are not, at a position that is released to a tenth of a degree.
/// Its words stand nowhere else.
/// </summary>
sealed class Masked
{
    readonly string mark = $"{Random.Shared.NextInt64(100_000_000, 999_999_999)}";

    public string Word => $"word{mark}";
    public string Suspect => $"suspect{mark}";
    public string SuspectPaper => $"spaper{mark}";
    public string Cook => $"cook{mark}";
    public string CookPaper => $"cpaper{mark}";
    public string Master => $"master{mark}";
    public string Remark => $"remark{mark}";
    public string CaseId { get; private set; } = "";
    public string Id { get; private set; } = "";
    public string Record => $"boardings/{Id}";

    /// <summary>Words of persons who are not suspected, as an answer could show them.</summary>
    public IEnumerable<string> OfPersons => [Cook, CookPaper, Master, "1957-11-23", "23November1957"];

    /// <summary>The exact position, as an answer could show it.</summary>
    public static IEnumerable<string> OfPlace => ["31.4567", "126.7654", "27.40'N", "45.92'E"];

    public JsonObject Body(bool cleared = false, string precision = "tenthOfDegree", object? changes = null) => Documents.Report(Documents.With(new JsonObject
    {
        ["title"] = $"{Word} persons aboard",
        ["mode"] = "port",
        ["place"] = new JsonObject { ["latitude"] = 31.4567, ["longitude"] = 126.7654, ["zone"] = "internalWaters", ["description"] = "Outer roads" },
        ["persons"] = new JsonObject
        {
            ["crewCount"] = 3,
            ["masterName"] = Master,
            ["aboard"] = new JsonArray(
                new JsonObject
                {
                    ["name"] = Suspect, ["nationality"] = "PAN", ["role"] = "crew", ["suspected"] = !cleared, ["birthDate"] = "1964-08-21",
                    ["document"] = new JsonObject { ["type"] = "passport", ["number"] = SuspectPaper, ["country"] = "PAN" },
                },
                new JsonObject
                {
                    ["name"] = Cook, ["nationality"] = "LBR", ["role"] = "crew", ["birthDate"] = "1957-11-23", ["remarks"] = Remark,
                    ["document"] = new JsonObject { ["type"] = "passport", ["number"] = CookPaper, ["country"] = "LBR" },
                }),
        },
        ["marking"] = new JsonObject
        {
            ["classification"] = "restricted", ["releasableTo"] = new JsonArray("AUS", "JPN", "XCC"), ["caveats"] = new JsonArray("H1", "H3:Askbeforeuse"), ["positionPrecision"] = precision,
        },
    }, changes));

    /// <summary>Filed, submitted and accepted by the coordination cell.</summary>
    public async Task<Masked> Accepted(Server server, object? changes = null)
    {
        var filed = (await (await server.As("aus-officer")).Post("boardings?submit=true", Body(changes: changes))).Is(201).Json;
        (Id, CaseId) = ((string)filed["id"]!, (string)filed["caseId"]!);
        await Accept(server);
        return this;
    }

    public async Task Accept(Server server)
    {
        var cell = await server.As("xcc-coordinator");
        (await cell.Move(Record, "inReview")).Is(200);
        (await cell.Move(Record, "accepted")).Is(200);
    }

    /// <summary>Every way to look at it.</summary>
    public IEnumerable<string> Channels =>
    [
        Record, $"{Record}/revisions", $"{Record}/revisions/1", $"{Record}/transitions", $"{Record}/report.pdf", $"boardings?q={Word}",
        $"cases?q={Word}", $"cases/{CaseId}", $"cases/{CaseId}/contents", $"cases/{CaseId}/timeline", $"cases/{CaseId}/transitions", $"cases/{CaseId}/report.pdf",
        $"/cases?q={Word}", $"/cases/{CaseId}", $"/{Record}", $"/{Record}/revisions/1",
    ];

    /// <summary>Those that show the report itself, and so the persons in it.</summary>
    public IEnumerable<string> Whole => [Record, $"{Record}/revisions/1", $"{Record}/report.pdf", $"cases/{CaseId}/report.pdf", $"/{Record}", $"/{Record}/revisions/1"];
}
