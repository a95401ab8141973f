using System.Text.Json.Nodes;
using Interdiction.Tests.Consents;
using Interdiction.Tests.Custody;

namespace Interdiction.Tests.Proposals;

/// <summary>A case is not closed over what somebody still waits for in it.</summary>
public sealed class ClosingTests(Server server)
{
    [Fact]
    public async Task A_flag_state_that_is_asked_is_waited_for()
    {
        var (officer, coordinator) = (await server.As("aus-officer"), await server.As("aus-coordinator"));
        var request = (await officer.Post("consent-requests", await officer.Request())).Is(201).Json;
        var caseId = (string)request["caseId"]!;
        var refused = (await Close(coordinator, caseId)).Is(409);
        Assert.Contains((string)request["number"]!, (string)refused.Json["detail"]!, StringComparison.Ordinal);
        (await officer.Move(Flags.At(request), "withdrawn")).Is(200);
        (await Close(coordinator, caseId)).Is(201);
    }

    [Fact]
    public async Task A_hand_over_that_waits_is_ended_before()
    {
        var (officer, coordinator) = (await server.As("aus-officer"), await server.As("aus-coordinator"));
        var filed = await Exhibits.File(server, Exhibits.HalfAKilo);
        foreach (var to in new[] { "inReview", "accepted" })
            (await coordinator.Move($"boardings/{filed["id"]}", to)).Is(200);
        var transfer = (await officer.Record(Exhibits.Of(filed), Exhibits.Transfer("AUS"))).Is(201);
        var refused = (await Close(coordinator, (string)filed["caseId"]!)).Is(409);
        Assert.Contains("KHH-001", (string)refused.Json["detail"]!, StringComparison.Ordinal);
        (await coordinator.End(transfer, "accepted")).Is(200);
        (await Close(coordinator, (string)filed["caseId"]!)).Is(201);
    }

    static Task<Answer> Close(HttpClient coordinator, string caseId) => coordinator.Propose("closeCase", caseId, new JsonObject { ["disposition"] = "prosecution" });
}
