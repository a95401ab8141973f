using Interdiction.Contracts;
using Interdiction.Http;
using Interdiction.Pipeline;

namespace Interdiction.CaseLinks;

/// <summary>Cases of which somebody said that they belong together.</summary>
static class CaseLinksModule
{
    public static void MapCaseLinks(this RouteGroupBuilder api)
    {
        var cases = api.MapGroup("/cases/{id:guid}").WithTags("Linked cases");
        cases.Get<ListLinks, Page<LinkedCase>>("/links", (Guid id, string? limit, string? cursor, string? count) =>
            Parameters.Then(Parameters.Paging(limit, cursor, count), x => new ListLinks(id, x)));
        cases.Put<LinkCases, LinkedCase>("/links/{other:guid}", (Guid id, Guid other, LinkReason body) => new LinkCases(id, other, body));
        cases.Delete<UnlinkCases>("/links/{other:guid}", (Guid id, Guid other) => new UnlinkCases(id, other));
    }
}
