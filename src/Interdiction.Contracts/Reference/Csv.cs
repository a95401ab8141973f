using System.Text;

namespace Interdiction.Contracts.Reference;

/// <summary>Reads comma-separated values by RFC 4180: quoted fields may hold commas, line ends and doubled quotes; lines end in CRLF or LF.</summary>
static class Csv
{
    /// <summary>The records after the header, each as field name to text.</summary>
    public static IEnumerable<CsvRow> Read(string text)
    {
        using var records = Records(text).GetEnumerator();
        if (!records.MoveNext())
            yield break;
        var columns = records.Current.Select((name, index) => (name, index)).ToDictionary(x => x.name, x => x.index);
        while (records.MoveNext())
            yield return records.Current.Count == columns.Count
                ? new CsvRow(columns, records.Current)
                : throw new FormatException($"A row has {records.Current.Count} fields, the header {columns.Count}: {string.Join(',', records.Current)}");
    }

    static IEnumerable<List<string>> Records(string text)
    {
        List<string> fields = [];
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c is '"' && i + 1 < text.Length && text[i + 1] is '"')
                field.Append(text[i++]);
            else if (c is '"')
                quoted = !quoted;
            else if (quoted || c is not (',' or '\r' or '\n'))
                field.Append(c);
            else if (c is ',' or '\n')
            {
                fields.Add(field.ToString());
                field.Clear();
                if (c is ',')
                    continue;
                yield return fields;
                fields = [];
            }
        }
        if (field.Length > 0 || fields.Count > 0)
            yield return [.. fields, field.ToString()];
    }
}

/// <summary>One record; an empty field is null.</summary>
sealed class CsvRow(Dictionary<string, int> columns, List<string> fields)
{
    public string? this[string column] => fields[columns[column]] is { Length: > 0 } text ? text : null;

    public string Text(string column) => this[column] ?? throw new FormatException($"{column} is empty: {string.Join(',', fields)}");

    /// <summary>A field with a bar between its values.</summary>
    public IReadOnlyList<string> List(string column) => this[column]?.Split('|') ?? [];
}
