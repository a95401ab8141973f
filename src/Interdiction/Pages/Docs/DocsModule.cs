using Interdiction.Http;

namespace Interdiction.Pages.Docs;

/// <summary>The API document and the problems as pages, for whoever wants to connect a system.</summary>
static class DocsModule
{
    public static void MapDocs(this WebApplication app)
    {
        var docs = app.MapGroup("/docs").ExcludeFromDescription();
        docs.MapGet("/", async (ApiDocument document) => Page.Of<DocsPage>((nameof(DocsPage.Api), await document.Get())));
        docs.MapGet("/problems", () => Page.Of<ProblemsPage>());
        docs.MapGet("/problems/{code}", (string code) => ProblemPages.Find(code) is null
            ? Page.Error(StatusCodes.Status404NotFound)
            : Page.Of<ProblemPage>((nameof(ProblemPage.Code), code)));
    }
}
