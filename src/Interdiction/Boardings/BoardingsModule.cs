using Interdiction.Cases;
using Interdiction.Contracts;
using Interdiction.Http;
using Interdiction.Pipeline;

namespace Interdiction.Boardings;

/// <summary>Boarding reports: filed, written, submitted, reviewed, amended.</summary>
static class BoardingsModule
{
    public static void AddBoardings(this WebApplicationBuilder builder) => builder.Services.AddScoped<ReportParts>();

    public static void MapBoardings(this RouteGroupBuilder api)
    {
        var boardings = api.MapGroup("/boardings").WithTags("Boarding reports");
        boardings.Get<ListBoardingReports, Page<BoardingHead>>("/", ([AsParameters] CaseQuery query) => Parameters.Then(CaseFilter.Read(query), x => new ListBoardingReports(x)));
        boardings.Create<FileBoardingReport, FiledReport>("/", (BoardingReport body, bool? submit, bool? intent) => Parameters.Then(FileBoardingReport.Of(body, submit, intent), x => x), x => $"/boardings/{x.Id}");
        boardings.Get<GetBoardingReport, FiledReport>("/{id:guid}", (Guid id) => new GetBoardingReport(id));
        boardings.Put<WriteBoardingReport, FiledReport>("/{id:guid}", (Guid id, FiledReport body) => new WriteBoardingReport(id, body));
        boardings.Get<GetRevisions, Page<RevisionHead>>("/{id:guid}/revisions", (Guid id) => new GetRevisions(id));
        boardings.Get<GetRevision, FiledReport>("/{id:guid}/revisions/{number:int}", (Guid id, int number) => new GetRevision(id, number));
        boardings.Get<GetReportTransitions, Transitions>("/{id:guid}/transitions", (Guid id) => new GetReportTransitions(id));
        boardings.Post<MoveOwnReport, ReviewReport, FiledReport>("/{id:guid}/transitions", (Guid id, BoardingTransition body) => ReportTransitions.Of(id, body));
    }
}
