using Interdiction.Tests.Access;

namespace Interdiction.Tests.Data;

/// <summary>A server of its own, with a canary in every text of five partners' records.</summary>
public sealed class PlantedServer : IAsyncLifetime
{
    readonly OwnServer own = new();

    internal Server Server => own.Server;
    internal Canaries Canaries { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await own.InitializeAsync();
        var world = new World(own, await ApiDocument.Read(own.Server), Canaries);
        for (var nation = 0; nation < Principal.Nations.Length; nation++)
        {
            await world.Plant(nation, _ => true);
            await world.PlantRequest(nation);
            await world.PlantDispatches(nation);
            await world.PlantWork(nation);
            await world.PlantHold(nation);
            await world.PlantLink(nation);
            await world.PlantEnd(nation);
            await world.PlantCaseLink(nation);
            await world.PlantEvidence(nation);
        }
    }

    public ValueTask DisposeAsync() => own.DisposeAsync();

    internal Task<HttpClient> As(Principal who) => own.As(who);

    /// <summary>What of the canaries in an answer is not for this caller.</summary>
    internal IEnumerable<string> Foreign(Principal? who, string text) => Foreign(who, text, x => x.Sees);

    /// <summary>What of the canaries in rows is not for this caller: fields are masked after a row was read.</summary>
    internal IEnumerable<string> ForeignRows(Principal? who, string text) => Foreign(who, text, x => x.Holds);

    IEnumerable<string> Foreign(Principal? who, string text, Func<Canary, Func<Principal, bool>> rule) =>
        Access.Canaries.In(text).Select(Canaries.Find).Where(x => x is not null && (who is null || !rule(x)(who))).Select(x => $"{who?.ToString() ?? "nobody"} reads {x!.Where}");
}
