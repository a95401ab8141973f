using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Interdiction.Pages.Docs;

/// <summary>The API document, made once from the routes.</summary>
sealed class ApiDocument([FromKeyedServices("v1")] IOpenApiDocumentProvider provider)
{
    Task<OpenApiDocument>? document;

    public Task<OpenApiDocument> Get() => document is { IsFaulted: false } made ? made : document = provider.GetOpenApiDocumentAsync();
}
