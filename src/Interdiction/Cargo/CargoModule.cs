using Interdiction.Contracts;
using Interdiction.Http;

namespace Interdiction.Cargo;

/// <summary>Cargo: manifests, and their screening against the control lists.</summary>
static class CargoModule
{
    public static void MapCargo(this RouteGroupBuilder api)
    {
        api.MapGroup("/screenings").WithTags("Screening").Post<ScreenCargo, Screening>("/", (ScreeningRequest body) => new ScreenCargo(body));
        api.MapGroup("/manifests").WithTags("Manifests").Get<GetManifest, ShownManifest>("/{id:guid}", (Guid id) => new GetManifest(id));
    }
}
