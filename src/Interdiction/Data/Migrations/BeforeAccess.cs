namespace Interdiction.Data.Migrations;

/// <summary>
/// What rows that were there before the migration "Access" get. Reports of then are found by their number and title
/// until they are written again: their other words hold names that not everybody is shown any more.
/// </summary>
static class BeforeAccess
{
    public const string Fill = """
        UPDATE boarding_revisions SET
            "Originator" = (SELECT "Originator" FROM boardings WHERE boardings."Id" = boarding_revisions."BoardingId"),
            "SearchText" = ' ' || replace(lower("BoardingNumber" || ' ' || "Title"), '-', ' ');
        UPDATE accounts SET "Kind" = CASE WHEN "Login" LIKE '%@%' THEN 0 ELSE 1 END;
        """;
}
