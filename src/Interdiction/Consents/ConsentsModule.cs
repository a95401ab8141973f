using Interdiction.Contracts;
using Interdiction.Http;

namespace Interdiction.Consents;

/// <summary>Requests to flag States for their consent: sent, acknowledged, answered, ended by their clock.</summary>
static class ConsentsModule
{
    public static void AddConsents(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ShownRequests>();
        builder.Services.AddHostedService<ConsentClock>();
    }

    public static void MapConsents(this RouteGroupBuilder api)
    {
        var requests = api.MapGroup("/consent-requests").WithTags("Consent requests");
        requests.Get<ListConsentRequests, Page<ShownConsentRequest>>("/", (string? state, string? flag, string? caseId, string? limit, string? cursor, string? count) =>
            ListConsentRequests.Read(state, flag, caseId, limit, cursor, count));
        requests.Create<SendConsentRequest, ShownConsentRequest>("/", (NewConsentRequest body) => new SendConsentRequest(body), x => $"/consent-requests/{x.Id}");
        requests.Get<GetConsentRequest, ShownConsentRequest>("/{id:guid}", (Guid id) => new GetConsentRequest(id));
        requests.Get<GetConsentTransitions, Transitions>("/{id:guid}/transitions", (Guid id) => new GetConsentTransitions(id));
        requests.Post<AnswerConsentRequest, WithdrawConsentRequest, ShownConsentRequest>("/{id:guid}/transitions", (Guid id, ConsentTransition body) => ConsentTransitions.Of(id, body));
    }
}
