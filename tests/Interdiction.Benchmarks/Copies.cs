using Npgsql;

namespace Interdiction.Benchmarks;

/// <summary>Fills the database with copies of one filed case, row by row the same but for ids, numbers and times.</summary>
static class Copies
{
    // Per table: the column that leads to the template, and the columns that are its own in each copy.
    static readonly (string Table, string Key, string Own)[] Tables =
    [
        ("cases", "\"Id\" = @case", """ 'Id', m.case_id, 'Number', 'INT-2003-AUS-copy-' || m.n, 'OpenedAt', t."OpenedAt" - m.n * interval '1 minute' """),
        ("participants", "\"CaseId\" = @case", " 'CaseId', m.case_id, 'RecordId', m.case_id "),
        ("boardings", "\"Id\" = @report", """ 'Id', m.report_id, 'CaseId', m.case_id, 'Number', 'BR-2003-AUS-copy-' || m.n """),
        ("boarding_revisions", "\"BoardingId\" = @report", " 'BoardingId', m.report_id, 'CaseId', m.case_id "),
        ("cargo_lines", "\"BoardingId\" = @report", " 'RowId', gen_random_uuid(), 'BoardingId', m.report_id "),
        ("line_matches", "\"BoardingId\" = @report", " 'RowId', gen_random_uuid(), 'BoardingId', m.report_id "),
        ("exhibits", "\"BoardingId\" = @report", " 'RowId', gen_random_uuid(), 'Id', gen_random_uuid(), 'BoardingId', m.report_id "),
        ("vessel_claims", "\"BoardingId\" = @report", " 'RowId', gen_random_uuid(), 'BoardingId', m.report_id "),
        ("readers", "\"RecordId\" = @case", """ 'RecordId', m.case_id, 'At', t."At" - m.n * interval '1 minute' """),
        ("readers", "\"RecordId\" = @report", """ 'RecordId', m.report_id, 'At', t."At" - m.n * interval '1 minute' """),
        ("case_events", "\"CaseId\" = @case", """ 'Id', gen_random_uuid(), 'CaseId', m.case_id, 'RecordId', CASE WHEN t."RecordId" = @case THEN m.case_id ELSE m.report_id END """),
    ];

    /// <returns>Ids of the copied reports.</returns>
    public static async Task<IReadOnlyList<Guid>> Make(NpgsqlDataSource source, (Guid Report, Guid Case) template, int count)
    {
        await using var connection = await source.OpenConnectionAsync();
        await Execute("CREATE TEMP TABLE copies AS SELECT n, gen_random_uuid() AS case_id, gen_random_uuid() AS report_id FROM generate_series(1, @count) AS n");
        foreach (var (table, key, own) in Tables)
            await Execute($"INSERT INTO {table} SELECT (jsonb_populate_record(NULL::{table}, to_jsonb(t) || jsonb_build_object({own}))).* FROM {table} t, copies m WHERE t.{key}");
        await Execute("ANALYZE");
        await using var ids = new NpgsqlCommand("SELECT report_id FROM copies ORDER BY n LIMIT 5000", connection);
        await using var reader = await ids.ExecuteReaderAsync();
        var reports = new List<Guid>();
        while (await reader.ReadAsync())
            reports.Add(reader.GetGuid(0));
        return reports;

        async Task Execute(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
            foreach (var (name, value) in new (string, object)[] { ("count", count), ("case", template.Case), ("report", template.Report) })
                if (sql.Contains('@' + name, StringComparison.Ordinal))
                    command.Parameters.AddWithValue(name, value);
            await command.ExecuteNonQueryAsync();
        }
    }
}
