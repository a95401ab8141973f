using Npgsql;

namespace Interdiction.Benchmarks;

/// <summary>Fills the database with copies of one filed case, row by row the same but for ids, numbers and times.</summary>
static class Copies
{
    // Per table: the column that leads to the template, and the columns that are its own in each copy.
    static readonly (string Table, string Key, (string Column, string Value)[] Own)[] Tables =
    [
        ("cases", "\"Id\" = @case", [("Id", "m.case_id"), ("Number", "'INT-2003-AUS-copy-' || m.n"), ("OpenedAt", Earlier("OpenedAt"))]),
        ("participants", "\"CaseId\" = @case", [("CaseId", "m.case_id"), ("RecordId", "m.case_id")]),
        ("boardings", "\"Id\" = @report", [("Id", "m.report_id"), ("CaseId", "m.case_id"), ("Number", "'BR-2003-AUS-copy-' || m.n")]),
        ("boarding_revisions", "\"BoardingId\" = @report", [("BoardingId", "m.report_id"), ("CaseId", "m.case_id")]),
        ("cargo_lines", "\"BoardingId\" = @report", [("RowId", "gen_random_uuid()"), ("BoardingId", "m.report_id")]),
        ("line_matches", "\"BoardingId\" = @report", [("RowId", "gen_random_uuid()"), ("BoardingId", "m.report_id")]),
        ("exhibits", "\"BoardingId\" = @report", [("RowId", "gen_random_uuid()"), ("Id", "gen_random_uuid()"), ("BoardingId", "m.report_id")]),
        ("vessel_claims", "\"BoardingId\" = @report", [("RowId", "gen_random_uuid()"), ("BoardingId", "m.report_id")]),
        ("readers", "\"RecordId\" = @case", [("RecordId", "m.case_id"), ("At", Earlier("At"))]),
        ("readers", "\"RecordId\" = @report", [("RecordId", "m.report_id"), ("At", Earlier("At"))]),
        // Every tenth copy, hundredth and so on has a word that the others have not, so that words are as common and as rare as in life.
        ("search_entries", "\"RecordId\" = @case", [("RowId", "gen_random_uuid()"), ("RecordId", "m.case_id"), ("Id", "m.case_id"), ("CaseId", "m.case_id"), ("At", Earlier("At")), .. Words("' int2003auscopy' || m.n")]),
        ("search_entries", "\"RecordId\" = @report",
            [("RowId", "gen_random_uuid()"), ("RecordId", "m.report_id"), ("Id", "CASE WHEN t.\"Id\" = @report THEN m.report_id ELSE gen_random_uuid() END"), ("CaseId", "m.case_id"), ("At", Earlier("At")),
             .. Words("CASE WHEN m.n % 10 = 0 THEN ' tenth' ELSE '' END || CASE WHEN m.n % 100 = 0 THEN ' hundredth' ELSE '' END || CASE WHEN m.n % 1000 = 0 THEN ' thousandth' ELSE '' END || ' ship' || m.n")]),
        ("case_events", "\"CaseId\" = @case", [("Id", "gen_random_uuid()"), ("CaseId", "m.case_id"), ("RecordId", "CASE WHEN t.\"RecordId\" = @case THEN m.case_id ELSE m.report_id END")]),
    ];

    static (string, string)[] Words(string more) =>
        [("Text", $"t.\"Text\" || {more}"), ("Folded", $"t.\"Folded\" || {more}"), ("Words", $"t.\"Words\" || {more}")];

    static string Earlier(string column) => $"t.\"{column}\" - m.n * interval '1 minute'";

    // What a page of cases and a report read.
    static readonly string[] Heads = ["cases", "participants", "boardings", "boarding_revisions", "readers"];

    /// <param name="whole">False: without lines, matches, exhibits, claims and events, which make a million records long to copy.</param>
    /// <returns>Ids of the copied reports.</returns>
    public static async Task<IReadOnlyList<Guid>> Make(NpgsqlDataSource source, (Guid Report, Guid Case) template, int count, bool whole = true)
    {
        await using var connection = await source.OpenConnectionAsync();
        // What is copied is whole as its template is: looking up millions of foreign keys would take longer than the copying.
        await Execute("SET session_replication_role = replica");
        await Execute("CREATE TEMP TABLE copies AS SELECT n, gen_random_uuid() AS case_id, gen_random_uuid() AS report_id FROM generate_series(1, @count) AS n");
        foreach (var (table, key, own) in Tables.Where(x => whole || Heads.Contains(x.Table)))
        {
            var columns = await Columns(table);
            var values = columns.Select(x => own.FirstOrDefault(y => y.Column == x).Value ?? $"t.\"{x}\"");
            await Execute($"INSERT INTO {table} ({string.Join(", ", columns.Select(x => $"\"{x}\""))}) SELECT {string.Join(", ", values)} FROM {table} t, copies m WHERE t.{key}");
        }
        await Execute("VACUUM ANALYZE");
        return await List<Guid>("SELECT report_id FROM copies ORDER BY n LIMIT 5000");

        Task<List<string>> Columns(string table) => List<string>($"SELECT attname::text FROM pg_attribute WHERE attrelid = '{table}'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum");

        async Task<List<T>> List<T>(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await using var reader = await command.ExecuteReaderAsync();
            var values = new List<T>();
            while (await reader.ReadAsync())
                values.Add(reader.GetFieldValue<T>(0));
            return values;
        }

        async Task Execute(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 3600 };
            foreach (var (name, value) in new (string, object)[] { ("count", count), ("case", template.Case), ("report", template.Report) })
                if (sql.Contains('@' + name, StringComparison.Ordinal))
                    command.Parameters.AddWithValue(name, value);
            await command.ExecuteNonQueryAsync();
        }
    }
}
