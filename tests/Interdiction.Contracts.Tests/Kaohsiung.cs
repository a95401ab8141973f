using System.Text.Json;

namespace Interdiction.Contracts.Tests;

/// <summary>The worked case of August 2003, as it is filed.</summary>
static class Kaohsiung
{
    public const string Text = """
        {
          "id": "01981f5e-7c00-7000-8000-000000000001",
          "caseId": null,
          "title": "Precursor consignment aboard a general cargo ship",
          "mode": "port",
          "startedAt": "2003-08-07T02:00:00Z",
          "endedAt": "2003-08-11T08:00:00Z",
          "place": { "unlocode": "TWKHH", "latitude": 22.6167, "longitude": 120.2667, "zone": "internalWaters" },
          "conveyance": {
            "kind": "vessel",
            "names": [ { "name": "BE GAE HUNG", "source": "hull" }, { "name": "Be Gaehung", "source": "papers" } ],
            "flagClaimed": "PRK", "flagConfirmed": null,
            "imo": null, "mmsi": null, "callSign": null, "type": "generalCargo",
            "grossTonnage": null, "owner": null, "operator": null
          },
          "voyage": { "lastPort": "THBKK", "nextPort": null },
          "legalBases": [ { "code": "INTERNAL_PORT", "statute": "strategic high-tech commodities", "grounds": "No transit permit for controlled goods" } ],
          "consent": { "flag": "notRequired", "master": "refused", "masterWords": "" },
          "outcome": "cargoSeized",
          "persons": { "crewCount": 43, "masterName": null },
          "checks": [ { "code": "documents", "result": "yes" }, { "code": "holds", "result": "yes" } ],
          "narrative": "...",
          "manifest": {
            "lines": [
              { "number": 1,
                "declared": { "description": "commodities in transit", "packages": { "count": 158, "type": "BA" }, "cas": null },
                "found": { "description": "phosphorous pentafulfide", "packages": { "count": 158, "type": "BA" }, "cas": null } }
            ]
          },
          "seizures": [
            { "authority": "Customs", "exhibits": [ { "number": "KHH-001", "manifestLine": 1, "description": "158 barrels", "packages": { "count": 158, "type": "BA" }, "quantity": null, "seals": [] } ] }
          ],
          "marking": { "classification": "restricted", "releasableTo": ["AUS", "JPN", "USA", "XCC"], "caveats": [] }
        }
        """;

    public static BoardingReport Report { get; } = JsonSerializer.Deserialize<BoardingReport>(Text, Json.Options)!;

    public static Vessel Ship => (Vessel)Report.Conveyance!;
}

sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public static FixedClock In2026 { get; } = new(new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero));

    public override DateTimeOffset GetUtcNow() => now;
}
