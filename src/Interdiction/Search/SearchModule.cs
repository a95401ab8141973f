using Interdiction.Contracts;
using Interdiction.Http;
using Interdiction.Kernel;
using Interdiction.Pipeline;

namespace Interdiction.Search;

/// <summary>Search by words over everything that the caller reads.</summary>
static class SearchModule
{
    public static void AddSearch(this WebApplicationBuilder builder) => 
        builder.Services.AddScoped<HitMarkings>().AddScoped<FillSearch>();

    public static void MapSearch(this RouteGroupBuilder api) =>
        api.MapGroup("/search").WithTags("Search").Get<SearchRecords, Page<SearchHit>>("/", (string? q, string? limit, string? cursor, string? count) =>
            Read(q, Parameters.Paging(limit, cursor, count)));

    static object Read(string? q, Result<Paging> paging) =>
        paging.Refusal is { } refusal ? refusal : Parameters.Then(SearchQuestion.Read(q), x => new SearchRecords(x, paging.Value));
}
