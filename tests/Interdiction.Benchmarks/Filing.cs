using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Interdiction.Benchmarks;

/// <summary>Writes by hand the rows that the product writes for a filed and submitted report: one batch, one commit.</summary>
sealed class Filing
{
    static readonly (string Table, string Key)[] Tables =
    [
        ("cases", "\"Id\" = @case"), ("participants", "\"CaseId\" = @case"), ("boardings", "\"Id\" = @report"), ("boarding_revisions", "\"BoardingId\" = @report"),
        ("cargo_lines", "\"BoardingId\" = @report"), ("line_matches", "\"BoardingId\" = @report"), ("exhibits", "\"BoardingId\" = @report"),
        ("vessel_claims", "\"BoardingId\" = @report"), ("readers", "\"RecordId\" IN (@case, @report)"), ("case_events", "\"CaseId\" = @case"),
        ("issued_ids", "\"Record\" = @report"), ("issued_numbers", "\"Number\" IN (SELECT \"Number\" FROM cases WHERE \"Id\" = @case UNION SELECT \"Number\" FROM boardings WHERE \"Id\" = @report)"),
        ("idempotency_keys", "\"Resource\" = @report"),
    ];

    readonly List<(string Sql, object[][] Rows, string[] Columns)> inserts = [];
    (Guid Report, Guid Case) template;

    /// <summary>Reads the template's rows once: they are the constants of the statements.</summary>
    public static async Task<Filing> Of(NpgsqlDataSource source, (Guid Report, Guid Case) template)
    {
        var filing = new Filing { template = template };
        foreach (var (table, key) in Tables)
        {
            await using var command = source.CreateCommand($"SELECT * FROM {table} WHERE {key}");
            if (key.Contains("@case", StringComparison.Ordinal))
                command.Parameters.AddWithValue("case", template.Case);
            if (key.Contains("@report", StringComparison.Ordinal))
                command.Parameters.AddWithValue("report", template.Report);
            await using var reader = await command.ExecuteReaderAsync();
            var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToArray();
            var casts = Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetDataTypeName(i) == "jsonb" ? "::jsonb" : "").ToArray();
            var rows = new List<object[]>();
            while (await reader.ReadAsync())
            {
                var row = new object[reader.FieldCount];
                reader.GetValues(row);
                rows.Add(row);
            }
            if (rows.Count == 0)
                throw new InvalidOperationException($"The template has no row in {table}.");
            var n = 0;
            var values = rows.Select(_ => $"({string.Join(", ", casts.Select(cast => $"${++n}{cast}"))})");
            filing.inserts.Add(($"INSERT INTO {table} ({string.Join(", ", columns.Select(x => $"\"{x}\""))}) VALUES {string.Join(", ", values.ToList())}", [.. rows], columns));
        }
        return filing;
    }

    public async Task File(HttpContext context, NpgsqlDataSource source)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!.AsObject();
        var report = (Guid)body["id"]!;
        // Every other id of the template gets a fresh one, the same wherever it stands.
        var fresh = new Dictionary<Guid, Guid> { [template.Report] = report };
        var text = body.ToJsonString();
        await using var connection = await source.OpenConnectionAsync(context.RequestAborted);
        await using var batch = await HandWritten.Batch(connection,
            [
                .. inserts.Select(x => HandWritten.Command(x.Sql, [.. x.Rows.SelectMany(row => row.Select((value, i) => Own(value, x.Columns[i], fresh, text)))])),
                HandWritten.AuditOf("FileBoardingReport", report, context),
            ]);
        await batch.ExecuteNonQueryAsync(context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(text);
    }

    static object Own(object value, string column, Dictionary<Guid, Guid> fresh, string text) => (value, column) switch
    {
        (Guid id, not "Caller") => fresh.TryGetValue(id, out var own) ? own : fresh[id] = Guid.CreateVersion7(),
        (_, "Number") when value is string => $"{Guid.CreateVersion7():N}",
        (_, "Report") => text,
        _ => value,
    };
}
