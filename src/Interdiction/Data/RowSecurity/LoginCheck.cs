using Npgsql;

namespace Interdiction.Data.RowSecurity;

/// <summary>Looks at the application's login before it serves: it must be one that row-level security holds.</summary>
static class LoginCheck
{
    const string Breach = """
        SELECT CASE
            WHEN rolsuper THEN 'is a superuser'
            WHEN rolbypassrls THEN 'bypasses row-level security'
            WHEN pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = 'readers'::regclass), 'MEMBER') THEN 'can become the owner of the tables'
            ELSE '' END
        FROM pg_roles WHERE rolname = current_user
        """;

    public static async Task<bool> CanEnter(Logins logins, CancellationToken stop)
    {
        try
        {
            await using var connection = await Enter(logins, stop);
            return true;
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification)
        {
            return false;
        }
        catch (NpgsqlException noPassword) when (noPassword is not PostgresException && noPassword.Message.Contains("password", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }
    }

    /// <exception cref="InvalidOperationException">The login cannot enter, or would not be held.</exception>
    public static async Task Check(Logins logins, CancellationToken stop)
    {
        if (!await CanEnter(logins, stop))
            throw new InvalidOperationException(
                $"PostgreSQL does not let \"{logins.ApplicationName}\" in, under which the server serves. Put a password into the connection string or allow the login in pg_hba.conf; or name a login of your own in Interdiction__Database, and the owner in Interdiction__DatabaseOwner.");
        await using var connection = await Enter(logins, stop);
        await using var command = new NpgsqlCommand(Breach, connection);
        if (await command.ExecuteScalarAsync(stop) is string { Length: > 0 } breach)
            throw new InvalidOperationException($"\"{logins.ApplicationName}\" {breach}: row-level security would not hold it. Name another login in Interdiction__Database.");
    }

    static async Task<NpgsqlConnection> Enter(Logins logins, CancellationToken stop)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(logins.Application) { Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(stop);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
