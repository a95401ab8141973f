using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Interdiction.Contracts;

/// <summary>Text is Unicode in form NFC, without control characters but line ends and tabulators.</summary>
public sealed class TextConverter : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Take(ref reader);

    internal static string Take(ref Utf8JsonReader reader) =>
        reader.TokenType is JsonTokenType.String
            ? Clean(reader.GetString()!) ?? throw new ForbiddenTextException("The text holds a control character.")
            : throw new JsonException("Expected text.");

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    /// <returns>The text in form NFC; null where it holds a control character or half a surrogate pair.</returns>
    public static string? Clean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]) && text[i] is not ('\n' or '\r' or '\t'))
                return null;
            if (!char.IsSurrogate(text[i]))
                continue;
            if (!char.IsSurrogatePair(text, i))
                return null;
            i++;
        }
        return Nfc.Compose(text);
    }
}

/// <summary>RFC 3339 times with a zone, kept and written in UTC. A time without a zone is refused.</summary>
public sealed partial class TimeConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && Parse(reader.GetString()!) is { } time
            ? time
            : throw new JsonException("Expected a time with a zone, such as 2003-08-07T02:00:00Z (RFC 3339).");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(Format(value));

    /// <returns>Null where the text is not an RFC 3339 time with a zone.</returns>
    public static DateTimeOffset? Parse(string text) =>
        Rfc3339().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time.ToUniversalTime()
            : null;

    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[0-9]{4}-[0-9][0-9]-[0-9][0-9][Tt][0-9][0-9]:[0-9][0-9]:[0-9][0-9](\.[0-9]{1,7})?([Zz]|[+-][0-9][0-9]:[0-9][0-9])\z")]
    private static partial Regex Rfc3339();
}

/// <summary>Days travel as RFC 3339 full dates: 1961-04-09.</summary>
public sealed class DateConverter : JsonConverter<DateOnly>
{
    const string Form = "yyyy-MM-dd";

    public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && DateOnly.TryParseExact(reader.GetString()!, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new JsonException("Expected a day, such as 1961-04-09.");

    public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString(Form, CultureInfo.InvariantCulture));
}

/// <summary>Enumerations travel by name in camelCase; a name that is not in the list is an unknown code.</summary>
public sealed class CodeConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(CodeConverter<>).MakeGenericType(typeToConvert))!;
}

public sealed class CodeConverter<T> : JsonConverter<T> where T : struct, Enum
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.String)
            throw new JsonException($"Expected one of {Code<T>.List}.");
        var text = reader.GetString()!;
        return Code<T>.TryRead(text, out var value) ? value : throw new UnknownCodeException($"Expected one of {Code<T>.List}.");
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Code<T>.Of(value));
}

/// <summary>The written names of an enumeration.</summary>
public static class Code<T> where T : struct, Enum
{
    static readonly Dictionary<T, string> Names = Enum.GetValues<T>().ToDictionary(x => x, x => Spell(x.ToString()));
    static readonly Dictionary<string, T> Values = Names.ToDictionary(x => x.Value, x => x.Key, StringComparer.Ordinal);

    public static IReadOnlyCollection<string> All => Names.Values;

    /// <summary>The names with commas between, for messages.</summary>
    public static string List { get; } = string.Join(", ", Names.Values);

    public static string Of(T value) => Names[value];

    public static bool TryRead(string text, out T value) => Values.TryGetValue(text, out value);

    /// <exception cref="KeyNotFoundException">The text is not a code of the list.</exception>
    public static T Read(string text) => Values[text];

    // Seal classes are written I, S, H as ISO 17712 does, packing groups I, II, III, and e-mail with its hyphen; all other codes begin small.
    static string Spell(string name) => name.All(char.IsAsciiLetterUpper) ? name : name is nameof(Channel.EMail) ? "e-mail" : char.ToLowerInvariant(name[0]) + name[1..];
}

/// <summary>Decimals travel as strings, so that no digit is lost: at most 15 before the point and 9 behind it.</summary>
public sealed partial class DecimalConverter : JsonConverter<decimal?>
{
    public override decimal? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.Null ? null
        : reader.TokenType is JsonTokenType.String && Form().IsMatch(reader.GetString()!) ? decimal.Parse(reader.GetString()!, CultureInfo.InvariantCulture)
        : throw new JsonException("Expected a decimal as a string, such as \"12.500\".");

    public override void Write(Utf8JsonWriter writer, decimal? value, JsonSerializerOptions options)
    {
        if (value is { } number)
            writer.WriteStringValue(number.ToString(CultureInfo.InvariantCulture));
        else
            writer.WriteNullValue();
    }

    [GeneratedRegex(@"^-?[0-9]{1,15}(\.[0-9]{1,9})?\z")]
    private static partial Regex Form();
}

/// <summary>A party as an object, or its name as a plain string.</summary>
public sealed class PartyConverter : JsonConverter<Party>
{
    static readonly string[] Fields = ["name", "country", "address", "lei"];

    public override Party? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.String)
            return new Party { Name = TextConverter.Take(ref reader) };
        if (reader.TokenType is not JsonTokenType.StartObject)
            throw new JsonException("Expected a party: an object with name, country, address and lei, or a name.");
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var field = reader.GetString()!;
            if (!Fields.Contains(field))
                throw new JsonException("There is no such field here: a party has name, country, address and lei.").Below(field);
            reader.Read();
            if (!values.TryAdd(field, Text(ref reader, field)))
                throw new JsonException("This field stands twice.").Below(field);
        }
        return new Party { Name = values.GetValueOrDefault("name"), Country = values.GetValueOrDefault("country"), Address = values.GetValueOrDefault("address"), Lei = values.GetValueOrDefault("lei") };
    }

    static string? Text(ref Utf8JsonReader reader, string field)
    {
        try
        {
            return reader.TokenType is JsonTokenType.Null ? null : TextConverter.Take(ref reader);
        }
        catch (JsonException fault)
        {
            throw fault.Below(field);
        }
    }

    public override void Write(Utf8JsonWriter writer, Party value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("name", value.Name);
        writer.WriteString("country", value.Country);
        writer.WriteString("address", value.Address);
        writer.WriteString("lei", value.Lei);
        writer.WriteEndObject();
    }
}
