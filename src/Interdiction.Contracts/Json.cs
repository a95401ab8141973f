using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Interdiction.Contracts;

/// <summary>How the records that travel are written as JSON, on every side alike.</summary>
public static class Json
{
    /// <summary>The conventions of the API: camelCase, unknown and double fields refused, times with a zone, NFC text, codes by name.</summary>
    public static JsonSerializerOptions Options { get; } = Apply(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>The same without empty fields, for what is stored or hashed.</summary>
    public static JsonSerializerOptions Compact { get; } = new(Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static JsonSerializerOptions Apply(JsonSerializerOptions options)
    {
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.AllowOutOfOrderMetadataProperties = true;
        options.PropertyNameCaseInsensitive = false;
        options.MaxDepth = 32;
        // Names in other scripts stay readable and short; the API never writes into HTML.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new TextConverter());
        options.Converters.Add(new TimeConverter());
        options.Converters.Add(new CodeConverterFactory());
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RefuseNullItems } };
        return options;
    }

    static void RefuseNullItems(JsonTypeInfo type)
    {
        if (type.Kind is JsonTypeInfoKind.Enumerable)
            type.OnDeserialized = list =>
            {
                var index = 0;
                foreach (var item in (IEnumerable)list)
                    if (item is null)
                        throw new JsonException("A list must not hold null.").Below($"{index}");
                    else
                        index++;
            };
    }
}

/// <summary>A well-formed value that is not in its code list: a broken rule (422), not a malformed body (400).</summary>
public sealed class UnknownCodeException(string message) : JsonException(message);

/// <summary>Text that breaks a rule of its own: a control character.</summary>
public sealed class ForbiddenTextException(string message) : JsonException(message);

public static class JsonFault
{
    const string Place = "below";

    extension(JsonException fault)
    {
        /// <summary>Where in the document the fault is, as a JSON Pointer (RFC 6901).</summary>
        public string Pointer => JsonPointer.FromJsonPath(fault.Path) + (fault.Data[Place] is string name ? JsonPointer.Of(name) : "");

        /// <summary>The same fault, in a field or item below the place that the reader knows.</summary>
        internal JsonException Below(string name)
        {
            fault.Data[Place] = name;
            return fault;
        }
    }
}
