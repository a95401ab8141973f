using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Interdiction.Contracts;

/// <summary>
/// One coordinate in WGS 84 decimal degrees. Sailors write degrees and decimal minutes with a hemisphere; a hemisphere
/// is never dropped and never guessed.
/// </summary>
public static partial class Position
{
    /// <summary>Reads 22°37.0'N, 22 37.0 N, 22-37.000N or 22.6167N.</summary>
    /// <returns>Degrees, north and east positive; null where the text is not such a coordinate.</returns>
    public static double? Parse(string text, bool latitude)
    {
        var match = Form().Match(text.Trim());
        if (!match.Success)
            return null;
        var hemisphere = char.ToUpperInvariant(match.Groups["h"].Value[0]);
        if (hemisphere is 'N' or 'S' != latitude)
            return null;
        var degrees = double.Parse(match.Groups["d"].Value, CultureInfo.InvariantCulture);
        var minutes = match.Groups["m"] is { Success: true } m ? double.Parse(m.Value, CultureInfo.InvariantCulture) : 0;
        if (minutes >= 60 || degrees + minutes / 60 > (latitude ? 90 : 180))
            return null;
        return Math.Round(degrees + minutes / 60, 7) * (hemisphere is 'S' or 'W' ? -1 : 1);
    }

    /// <summary>Degrees and decimal minutes with a hemisphere, as a chart has them: 22°37.00'N.</summary>
    public static string Format(double degrees, bool latitude)
    {
        var size = Math.Abs(degrees);
        var whole = (int)size;
        var minutes = Math.Round((size - whole) * 60, 2);
        if (minutes >= 60)
            (whole, minutes) = (whole + 1, 0);
        var hemisphere = (latitude, degrees < 0) switch { (true, false) => 'N', (true, true) => 'S', (false, false) => 'E', (false, true) => 'W' };
        return string.Create(CultureInfo.InvariantCulture, $"{whole.ToString(latitude ? "00" : "000", CultureInfo.InvariantCulture)}°{minutes:00.00}'{hemisphere}");
    }

    [GeneratedRegex("""^(?:(?<d>[0-9]{1,3})[°º\s-]\s*(?<m>[0-9]{1,2}(?:\.[0-9]{1,6})?)\s*['′]?|(?<d>[0-9]{1,3}(?:\.[0-9]{1,9})?)\s*[°º]?)\s*(?<h>[NSEWnsew])\z""")]
    private static partial Regex Form();
}

public abstract class CoordinateConverter(bool latitude) : JsonConverter<double?>
{
    public override double? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        // 1e400 is read as infinity, which no answer could be written with.
        JsonTokenType.Number when double.IsFinite(reader.GetDouble()) => reader.GetDouble(),
        JsonTokenType.String when Position.Parse(reader.GetString()!, latitude) is { } degrees => degrees,
        _ => throw new JsonException(latitude ? "Expected degrees, or a text such as 22°37.0'N." : "Expected degrees, or a text such as 120°16.0'E."),
    };

    public override void Write(Utf8JsonWriter writer, double? value, JsonSerializerOptions options)
    {
        if (value is { } number)
            writer.WriteNumberValue(number);
        else
            writer.WriteNullValue();
    }
}

public sealed class LatitudeConverter() : CoordinateConverter(latitude: true);

public sealed class LongitudeConverter() : CoordinateConverter(latitude: false);
