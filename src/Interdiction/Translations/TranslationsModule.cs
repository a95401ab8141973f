using Interdiction.Contracts;
using Interdiction.Http;
using Interdiction.Pipeline;

namespace Interdiction.Translations;

/// <summary>Narratives of boarding reports in other languages.</summary>
static class TranslationsModule
{
    public static void MapTranslations(this RouteGroupBuilder api)
    {
        var boardings = api.MapGroup("/boardings/{id:guid}").WithTags("Translations");
        boardings.Get<ListTranslations, Page<ShownTranslation>>("/translations", (Guid id, string? limit, string? cursor, string? count) =>
            Parameters.Then(Parameters.Paging(limit, cursor, count), x => new ListTranslations(id, x)));
        boardings.Create<TranslateNarrative, ShownTranslation>("/translations", (Guid id, NewTranslation body) => new TranslateNarrative(id, body), x => $"/translations/{x.Id}");
        api.MapGroup("/translations").WithTags("Translations").Get<GetTranslation, ShownTranslation>("/{id:guid}", (Guid id) => new GetTranslation(id));
    }
}
