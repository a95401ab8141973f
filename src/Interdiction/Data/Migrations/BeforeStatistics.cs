namespace Interdiction.Data.Migrations;

/// <summary>What revisions that were there before there were statistics are counted by, from the text that they have.</summary>
static class BeforeStatistics
{
    public const string FillSqlite = """
        UPDATE boarding_revisions SET
            "Bases" = coalesce((SELECT group_concat(json_extract(value, '$.code'), ' ') FROM json_each("Report", '$.legalBases')), ''),
            "Month" = coalesce(substr(json_extract("Report", '$.startedAt'), 1, 7), '');
        """;

    /// <summary>Row-level security holds the owner too. The server forces it again when it starts.</summary>
    public const string FillPostgres = """
        ALTER TABLE boarding_revisions NO FORCE ROW LEVEL SECURITY;
        UPDATE boarding_revisions SET
            "Bases" = coalesce((SELECT string_agg(b ->> 'code', ' ') FROM jsonb_array_elements("Report"::jsonb -> 'legalBases') b), ''),
            "Month" = coalesce(substr("Report"::jsonb ->> 'startedAt', 1, 7), '');
        ALTER TABLE boarding_revisions FORCE ROW LEVEL SECURITY;
        """;
}
