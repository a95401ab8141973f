using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Interdiction.Contracts;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Interdiction.Http;

/// <summary>Says in schemas what the converters of the records do, which the generator cannot see.</summary>
static class OpenApiSchemas
{
    public static Task Write(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken stop)
    {
        var declared = context.JsonTypeInfo.Type;
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        var none = type != declared || context.JsonPropertyInfo is { IsGetNullable: true } ? JsonSchemaType.Null : 0;
        if (type.IsEnum)
            (schema.Type, schema.Enum) = (JsonSchemaType.String | none, [.. Codes(type).Select(x => (JsonNode)x)]);
        else if (type == typeof(string))
            schema.Type = JsonSchemaType.String | none;
        else if (type == typeof(DateTimeOffset))
            (schema.Type, schema.Format) = (JsonSchemaType.String | none, "date-time");
        else if (type == typeof(DateOnly))
            (schema.Type, schema.Format) = (JsonSchemaType.String | none, "date");
        else if (type == typeof(decimal))
            (schema.Type, schema.Pattern) = (JsonSchemaType.String | none, @"^-?\d{1,15}(\.\d{1,9})?$");
        else if (type == typeof(Party))
            (schema.Type, schema.Properties) = (JsonSchemaType.Object | JsonSchemaType.String | none, new Dictionary<string, IOpenApiSchema>
            {
                ["name"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null },
                ["country"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null },
                ["address"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null },
                ["lei"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null },
            });
        else if (schema is { Type: { } kind, Items: null } && kind.HasFlag(JsonSchemaType.Array) && context.JsonTypeInfo.ElementType is { } element)
            schema.Items = element == typeof(string) ? new OpenApiSchema { Type = JsonSchemaType.String }
                : element.IsEnum ? new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. Codes(element).Select(x => (JsonNode)x)] }
                : new OpenApiSchema();
        if (context.JsonPropertyInfo?.AttributeProvider is MemberInfo { Name: nameof(Place.Latitude) or nameof(Place.Longitude) })
            (schema.Type, schema.Format) = (JsonSchemaType.Number | JsonSchemaType.String | none, null);
        return Task.CompletedTask;
    }

    /// <summary>Marks what the system answers about what was sent. On the members of the finished document: a type of theirs may serve other records too.</summary>
    public static void MarkAnswered(OpenApiDocument document)
    {
        foreach (var type in new[] { typeof(FiledReport), typeof(ShownMarking), typeof(ShownSignature) })
            foreach (var answered in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
                ((OpenApiSchema)document.Components!.Schemas![type.Name].Properties![JsonNamingPolicy.CamelCase.ConvertName(answered.Name)]).ReadOnly = true;
    }

    static IReadOnlyCollection<string> Codes(Type type) =>
        (IReadOnlyCollection<string>)typeof(Code<>).MakeGenericType(type).GetProperty(nameof(Code<>.All))!.GetValue(null)!;
}
