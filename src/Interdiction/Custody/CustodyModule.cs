using Interdiction.Contracts;
using Interdiction.Http;

namespace Interdiction.Custody;

/// <summary>Exhibits and their chains of custody.</summary>
static class CustodyModule
{
    public static void AddCustody(this WebApplicationBuilder builder) =>
        builder.Services.AddScoped<Chains>().AddScoped<ShownExhibits>().AddScoped<Receivers>().AddScoped<ExhibitsInCustody>();

    public static void MapCustody(this RouteGroupBuilder api)
    {
        api.MapGroup("/seizures").WithTags("Exhibits").Get<GetSeizure, ShownSeizure>("/{id:guid}", (Guid id) => new GetSeizure(id));
        var exhibits = api.MapGroup("/exhibits").WithTags("Exhibits");
        exhibits.Get<GetExhibit, ShownExhibit>("/{id:guid}", (Guid id) => new GetExhibit(id));
        exhibits.Get<GetCustodyEvents, Page<ShownCustodyEvent>>("/{id:guid}/custody-events", (Guid id) => new GetCustodyEvents(id));
        exhibits.Create<RecordCustody, ShownCustodyEvent>("/{id:guid}/custody-events", (Guid id, NewCustodyEvent body) => new RecordCustody(id, body), x => $"/custody-events/{x.Id}");
        var events = api.MapGroup("/custody-events").WithTags("Exhibits");
        events.Get<GetCustodyEvent, ShownCustodyEvent>("/{id:guid}", (Guid id) => new GetCustodyEvent(id));
        events.Get<GetCustodyTransitions, Transitions>("/{id:guid}/transitions", (Guid id) => new GetCustodyTransitions(id));
        events.Post<EndTransfer, ShownCustodyEvent>("/{id:guid}/transitions", (Guid id, CustodyTransition body) => new EndTransfer(id, body));
    }
}
