namespace Interdiction.Data.Migrations;

/// <summary>What proposals that were there before the migration "Custody" get: they are read by the readers of the record that they are about.</summary>
static class BeforeCustody
{
    public const string Fill = "UPDATE proposals SET \"Record\" = \"Resource\";";

    /// <summary>The same on PostgreSQL, where row-level security holds the owner too. The server forces it again when it starts.</summary>
    public const string FillAsOwner = $"ALTER TABLE proposals NO FORCE ROW LEVEL SECURITY; {Fill} ALTER TABLE proposals FORCE ROW LEVEL SECURITY;";
}
