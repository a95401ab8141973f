namespace Interdiction.Data.Migrations;

/// <summary>
/// SQLite's full-text index of search entries, which the model cannot say: their words, kept in step by triggers. A word
/// is whatever stands between spaces: it was folded before.
/// </summary>
static class SearchIndex
{
    public const string Make = """
        CREATE VIRTUAL TABLE search_index USING fts5("Words", content='search_entries', content_rowid='Row', tokenize='ascii', detail='none', columnsize=0);
        CREATE TRIGGER search_entries_added AFTER INSERT ON search_entries BEGIN
            INSERT INTO search_index(rowid, "Words") VALUES (new."Row", new."Words");
        END;
        CREATE TRIGGER search_entries_gone AFTER DELETE ON search_entries BEGIN
            INSERT INTO search_index(search_index, rowid, "Words") VALUES ('delete', old."Row", old."Words");
        END;
        """;

    /// <summary>Words of entries that are gone are taken out of the index at once, and not when it is next tidied up.</summary>
    public const string Forget = "INSERT INTO search_index(search_index, rank) VALUES ('secure-delete', 1);";

    public const string Drop = "DROP TABLE search_index;";
}
