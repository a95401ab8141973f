using Microsoft.EntityFrameworkCore;

namespace Interdiction.Tests.Data;

/// <summary>All that a database holds.</summary>
static class Stored
{
    /// <summary>Every row of every table as text, with the table's name before it.</summary>
    public static Task<List<string>> Of(Server server) => server.AsOwner(async db =>
    {
        var stop = TestContext.Current.CancellationToken;
        var rows = new List<string>();
        await db.Database.OpenConnectionAsync(stop);
        foreach (var table in db.Model.GetEntityTypes().Select(x => x.GetTableName()).OfType<string>().Distinct())
        {
#pragma warning disable CA2100, RS0030 // The names are those of the model; the owner reads past every filter on purpose.
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100, RS0030
            await using var reader = await command.ExecuteReaderAsync(stop);
            while (await reader.ReadAsync(stop))
            {
                var values = new object[reader.FieldCount];
                reader.GetValues(values);
                rows.Add($"{table} {string.Join(' ', values)}");
            }
        }
        Assert.NotEmpty(rows);
        return rows;
    });
}
