using Interdiction.Contracts;
using Interdiction.Http;

namespace Interdiction.Cargo;

/// <summary>Cargo, and its screening against the control lists.</summary>
static class CargoModule
{
    public static void MapCargo(this RouteGroupBuilder api) =>
        api.MapGroup("/screenings").WithTags("Screening").Post<ScreenCargo, Screening>("/", (ScreeningRequest body) => new ScreenCargo(body));
}
