using Interdiction.Evidence;
using Interdiction.Identity;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Interdiction.Http;

/// <summary>The API document: OpenAPI 3.1 at /openapi/v1.json, made from the routes themselves.</summary>
static class OpenApiModule
{
    const string Name = "v1";
    const string ProblemSchema = "Problem";

    public static void AddOpenApiDocument(this WebApplicationBuilder builder) => builder.Services.AddOpenApi(Name, x =>
    {
        x.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        x.AddDocumentTransformer(Describe);
        x.AddOperationTransformer(Conventions);
        x.AddSchemaTransformer(OpenApiSchemas.Write);
    });

    public static void MapOpenApiDocument(this WebApplication app) => app.MapOpenApi("/openapi/{documentName}.json");

    static async Task Describe(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken stop)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Interdiction",
            Version = Name,
            Description = "Boarding reports, cargo seizures and precursor manifests of partner nations. What you may not read does not exist for you.",
        };
        document.Servers = [];
        OpenApiSchemas.MarkAnswered(document);
        document.AddComponent(ProblemSchema, await context.GetOrCreateSchemaAsync(typeof(Problem), null, stop));
        document.AddComponent<IOpenApiSecurityScheme>("token", new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.OAuth2,
            Flows = new OpenApiOAuthFlows
            {
                ClientCredentials = new OpenApiOAuthFlow
                {
                    TokenUrl = new Uri("/connect/token", UriKind.Relative),
                    Scopes = new Dictionary<string, string> { [IdentityModule.Scope] = "The API." },
                },
            },
        });
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("token", document)] = [IdentityModule.Scope] }];
    }

    static Task Conventions(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken stop)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<Delivery>().FirstOrDefault() is not { } delivery)
            return Task.CompletedTask;
        var message = delivery.Messages[0];
        operation.OperationId = string.Join("Or", delivery.Messages.Select(x => x.Name));
        operation.Summary = string.Join(' ', delivery.Messages.Select(Summaries.Of));
        operation.Description = $"Needs {string.Join(" or ", delivery.Needs.Select(x => x.Name))}.";
        operation.Parameters ??= [];
        if (delivery.IsUpload)
            return Upload(operation, delivery, context);
        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>().Where(x => x.In is ParameterLocation.Query))
            parameter.Name = char.ToLowerInvariant(parameter.Name![0]) + parameter.Name[1..];

        var method = context.Description.HttpMethod;
        if (delivery.IsWrite)
            Add("validateOnly", ParameterLocation.Query, "Run permissions and all rules, store nothing.", JsonSchemaType.Boolean);
        if (method == "POST")
            Add("Idempotency-Key", ParameterLocation.Header, "A UUID of your own for this command; an id in the body serves where a record is made.", JsonSchemaType.String);
        if (delivery.IsChange)
            Add("If-Match", ParameterLocation.Header, "The ETag that you read, or a star.", JsonSchemaType.String);
        if (method == "GET")
            Add("If-None-Match", ParameterLocation.Header, "The ETag that you hold: 304 where it still stands.", JsonSchemaType.String);

        operation.Responses ??= [];
        if (method == "GET")
            operation.Responses["304"] = new OpenApiResponse { Description = "Not modified" };
        if (delivery.Status == StatusCodes.Status201Created)
            operation.Responses["200"] = new OpenApiResponse { Description = "The record that is there already, or the answer of a dry run", Content = operation.Responses["201"].Content };
        if (delivery.Also.Contains(StatusCodes.Status416RangeNotSatisfiable))
            operation.Responses["206"] = new OpenApiResponse { Description = "The range of it that Range asks for", Content = operation.Responses["200"].Content };
        foreach (var status in delivery.Problems(operation.RequestBody is not null))
            operation.Responses[$"{status}"] = new OpenApiResponse
            {
                Description = ProblemPages.ByStatus(status).Title,
                Content = new Dictionary<string, OpenApiMediaType> { [Problems.MediaType] = new() { Schema = new OpenApiSchemaReference(ProblemSchema, context.Document) } },
            };
        return Task.CompletedTask;

        void Add(string name, ParameterLocation place, string description, JsonSchemaType type) =>
            operation.Parameters.Add(new OpenApiParameter { Name = name, In = place, Description = description, Schema = new OpenApiSchema { Type = type } });
    }

    /// <summary>The operations of tus 1.0, which have headers of their own.</summary>
    static Task Upload(OpenApiOperation operation, Delivery delivery, OpenApiOperationTransformerContext context)
    {
        var method = context.Description.HttpMethod;
        operation.Extensions ??= new Dictionary<string, IOpenApiExtension>();
        operation.Extensions["x-upload-protocol"] = new JsonNodeExtension("tus 1.0.0");
        if (method is "OPTIONS")
            (operation.OperationId, operation.Summary) = ("DescribeUploads", "Says which version and extensions of the upload protocol are spoken here, and how large a file may be (tus 1.0).");
        if (method is not "OPTIONS")
            Add("Tus-Resumable", "1.0.0.", true);
        if (method is "POST")
        {
            Add("Upload-Length", "Bytes of the whole file.", true);
            Add("Upload-Metadata", "Keys with values in base64: record, the id of a case, a boarding report or an exhibit; filename; and where you like filetype, sha256, marking (JSON), or classification and releasableTo.", true);
        }
        if (method is "PATCH")
            Add("Upload-Offset", "Where the body goes on.", true);
        if (method is "POST" or "PATCH")
            operation.RequestBody = new OpenApiRequestBody
            {
                Content = new Dictionary<string, OpenApiMediaType> { [UploadEndpoints.Part] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } } },
            };
        if (method is "POST" or "PATCH")
            Add("Upload-Checksum", $"One of {Checksum.Algorithms}, a space, and the checksum of the body in base64.", false);
        operation.Responses ??= [];
        foreach (var status in method is "OPTIONS" ? [401, 429, 500] : delivery.Problems(hasBody: true))
            operation.Responses[$"{status}"] = new OpenApiResponse
            {
                Description = ProblemPages.ByStatus(status).Title,
                Content = new Dictionary<string, OpenApiMediaType> { [Problems.MediaType] = new() { Schema = new OpenApiSchemaReference(ProblemSchema, context.Document) } },
            };
        return Task.CompletedTask;

        void Add(string name, string description, bool required) =>
            operation.Parameters!.Add(new OpenApiParameter { Name = name, In = ParameterLocation.Header, Description = description, Required = required, Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
    }
}
