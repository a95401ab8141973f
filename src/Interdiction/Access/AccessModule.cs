using Interdiction.Contracts;
using Interdiction.Http;
using Interdiction.Kernel;

namespace Interdiction.Access;

/// <summary>Markings: shown, narrowed, explained. Widening goes by proposal.</summary>
static class AccessModule
{
    public static void AddAccess(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<Remarking>();
        builder.Services.AddScoped<AccessHistory>();
        builder.Services.AddScoped<DisclosureLog>();
    }

    public static void MapAccess(this RouteGroupBuilder api)
    {
        var cases = api.MapGroup("/cases/{id:guid}").WithTags("Access");
        cases.Get<GetCaseMarking, ShownMarking>("/marking", (Guid id) => new GetCaseMarking(id));
        cases.Put<NarrowCaseMarking, ShownMarking>("/marking", (Guid id, ShownMarking body) => new NarrowCaseMarking(id, body));
        cases.Get<ExplainCaseAccess, RecordAccess>("/access", (Guid id, string? at) => Moment(at, x => new ExplainCaseAccess(id, x)));
        cases.Get<ReadCaseDisclosures, Disclosures>("/disclosures", (Guid id) => new ReadCaseDisclosures(id));

        var boardings = api.MapGroup("/boardings/{id:guid}").WithTags("Access");
        boardings.Get<GetReportMarking, ShownMarking>("/marking", (Guid id) => new GetReportMarking(id));
        boardings.Put<NarrowReportMarking, ShownMarking>("/marking", (Guid id, ShownMarking body) => new NarrowReportMarking(id, body));
        boardings.Get<ExplainReportAccess, RecordAccess>("/access", (Guid id, string? at) => Moment(at, x => new ExplainReportAccess(id, x)));
        boardings.Get<ReadReportDisclosures, Disclosures>("/disclosures", (Guid id) => new ReadReportDisclosures(id));

        var requests = api.MapGroup("/consent-requests/{id:guid}").WithTags("Access");
        requests.Get<GetConsentMarking, ShownMarking>("/marking", (Guid id) => new GetConsentMarking(id));
        requests.Put<NarrowConsentMarking, ShownMarking>("/marking", (Guid id, ShownMarking body) => new NarrowConsentMarking(id, body));

        var comments = api.MapGroup("/comments/{id:guid}").WithTags("Access");
        comments.Get<GetCommentMarking, ShownMarking>("/marking", (Guid id) => new GetCommentMarking(id));
        comments.Put<NarrowCommentMarking, ShownMarking>("/marking", (Guid id, ShownMarking body) => new NarrowCommentMarking(id, body));

        var attachments = api.MapGroup("/attachments/{id:guid}").WithTags("Access");
        attachments.Get<GetAttachmentMarking, ShownMarking>("/marking", (Guid id) => new GetAttachmentMarking(id));
        attachments.Put<NarrowAttachmentMarking, ShownMarking>("/marking", (Guid id, ShownMarking body) => new NarrowAttachmentMarking(id, body));

        var dispatches = api.MapGroup("/dispatches/{id:guid}").WithTags("Access");
        dispatches.Get<GetDispatchMarking, ShownMarking>("/marking", (Guid id) => new GetDispatchMarking(id));
        dispatches.Put<NarrowDispatchMarking, ShownMarking>("/marking", (Guid id, ShownMarking body) => new NarrowDispatchMarking(id, body));

        var tasks = api.MapGroup("/tasks/{id:guid}").WithTags("Access");
        tasks.Get<GetTaskMarking, ShownMarking>("/marking", (Guid id) => new GetTaskMarking(id));
        tasks.Put<NarrowTaskMarking, ShownMarking>("/marking", (Guid id, ShownMarking body) => new NarrowTaskMarking(id, body));
    }

    static object Moment(string? at, Func<DateTimeOffset?, object> message) =>
        at is null ? message(null)
        : TimeConverter.Parse(at) is { } moment ? message(moment)
        : Refusal.BadParameter("at", "it is a time with a zone, such as 2003-08-07T00:00:00Z.");
}
