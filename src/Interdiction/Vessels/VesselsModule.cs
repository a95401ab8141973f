using Interdiction.Contracts;
using Interdiction.Http;

namespace Interdiction.Vessels;

/// <summary>What ships claimed to be; which of them are likely one, and which two people said are.</summary>
static class VesselsModule
{
    public static void AddVessels(this WebApplicationBuilder builder) => builder.Services.AddScoped<Ships>();

    public static void MapVessels(this RouteGroupBuilder api)
    {
        var vessels = api.MapGroup("/vessels").WithTags("Vessels");
        vessels.Get<ListVessels, Page<VesselHead>>("/", ([AsParameters] VesselQuery query) => ListVessels.Read(query));
        vessels.Get<GetVessel, ShownVessel>("/{id:guid}", (Guid id) => new GetVessel(id));
        vessels.Get<GetLikelySame, Page<LikelyVessel>>("/{id:guid}/likely-same", (Guid id) => new GetLikelySame(id));
    }
}
