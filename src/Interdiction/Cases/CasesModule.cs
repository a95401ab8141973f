using Interdiction.Contracts;
using Interdiction.Http;
using Interdiction.Pipeline;

namespace Interdiction.Cases;

/// <summary>Case files: opened, found, followed, reviewed.</summary>
static class CasesModule
{
    public static void AddCases(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<Markings>();
        builder.Services.AddScoped<Openings>();
        builder.Services.AddScoped<CaseNumbers>();
        builder.Services.AddScoped<Cursors>();
    }

    public static void MapCases(this RouteGroupBuilder api)
    {
        var cases = api.MapGroup("/cases").WithTags("Cases");
        cases.Get<ListCases, Page<CaseHead>>("/", ([AsParameters] CaseQuery query) => Parameters.Then(CaseFilter.Read(query), x => new ListCases(x)));
        cases.Create<OpenCase, CaseHead>("/", (NewCase body) => new OpenCase(body), x => $"/cases/{x.Id}");
        cases.Get<GetCase, CaseHead>("/{id:guid}", (Guid id) => new GetCase(id));
        cases.Patch<ChangeCase, CaseHead>("/{id:guid}", (Guid id, CaseChange body) => new ChangeCase(id, body));
        cases.Get<ListParticipants, CaseParticipants>("/{id:guid}/participants", (Guid id) => new ListParticipants(id));
        cases.Put<BringIn, CaseParticipants>("/{id:guid}/participants/{partner}", (Guid id, string partner, ParticipantPart body) => new BringIn(id, partner, body));
        cases.Delete<TakeOut>("/{id:guid}/participants/{partner}", (Guid id, string partner) => new TakeOut(id, partner));
        cases.Get<GetCaseContents, CaseContents>("/{id:guid}/contents", (Guid id) => new GetCaseContents(id));
        cases.Get<GetTimeline, Page<TimelineEntry>>("/{id:guid}/timeline", (Guid id, string? limit, string? cursor, string? count) =>
            Parameters.Then(Parameters.Paging(limit, cursor, count), x => new GetTimeline(id, x)));
        cases.Get<GetCaseTransitions, Transitions>("/{id:guid}/transitions", (Guid id) => new GetCaseTransitions(id));
        cases.Post<MoveCase, CaseHead>("/{id:guid}/transitions", (Guid id, CaseTransition body) => new MoveCase(id, body));
    }
}
