using System.Text.Json;
using System.Text.Json.Nodes;

namespace Interdiction.Tests;

/// <summary>Bodies to send.</summary>
static class Documents
{
    /// <summary>The Kaohsiung report of the API's contract, complete and lawful, with a fresh id.</summary>
    public static JsonObject Report(object? changes = null) => With(JsonNode.Parse($$"""
        {
          "id": "{{Guid.CreateVersion7()}}",
          "title": "Precursor consignment aboard a general cargo ship",
          "mode": "port",
          "startedAt": "2003-08-07T02:00:00Z",
          "endedAt": "2003-08-11T08:00:00Z",
          "place": { "unlocode": "TWKHH", "latitude": 22.6167, "longitude": 120.2667, "zone": "internalWaters" },
          "conveyance": {
            "kind": "vessel",
            "names": [ { "name": "BE GAE HUNG", "source": "hull" }, { "name": "Be Gaehung", "source": "papers" } ],
            "flagClaimed": "PRK", "type": "generalCargo"
          },
          "voyage": { "lastPort": "THBKK" },
          "legalBases": [ { "code": "INTERNAL_PORT", "statute": "strategic high-tech commodities", "grounds": "No transit permit for controlled goods" } ],
          "consent": { "flag": "notRequired", "master": "refused", "masterWords": "" },
          "outcome": "cargoSeized",
          "persons": { "crewCount": 43 },
          "checks": [ { "code": "documents", "result": "yes" }, { "code": "holds", "result": "yes" } ],
          "narrative": "Customs searched the ship in port.",
          "manifest": {
            "lines": [
              {
                "number": 1,
                "declared": { "description": "commodities in transit", "packages": { "count": 158, "type": "BA" } },
                "found": { "description": "phosphorous pentafulfide", "packages": { "count": 158, "type": "BA" } }
              }
            ]
          },
          "seizures": [
            { "authority": "Customs", "exhibits": [ { "number": "KHH-001", "manifestLine": 1, "description": "158 barrels", "packages": { "count": 158, "type": "BA" } } ] }
          ],
          "marking": { "classification": "restricted", "releasableTo": ["AUS", "JPN", "USA", "XCC"], "caveats": [] }
        }
        """)!.AsObject(), changes);

    /// <summary>A document with some of its fields put in or replaced; a null takes the field out.</summary>
    public static JsonObject With(JsonObject document, object? changes)
    {
        foreach (var (name, value) in (changes as JsonObject ?? JsonSerializer.SerializeToNode(changes) as JsonObject ?? []).ToList())
        {
            document.Remove(name);
            if (value is not null)
                document[name] = value.DeepClone();
        }
        return document;
    }
}
