using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Interdiction.Data.RowSecurity;

/// <summary>
/// Under which logins the server comes to PostgreSQL: the owner makes tables and policies at start, the application
/// serves. Where one connection string is set it is the owner's, and the application's login is made from it.
/// </summary>
/// <param name="Makes">True where the owner makes the application's login.</param>
sealed record Logins(string Owner, string Application, bool Makes)
{
    const int LongestName = 63;
    const string Suffix = "_app";

    public static Logins Of(Settings settings)
    {
        var database = settings.Database ?? throw new InvalidOperationException("There is no PostgreSQL database: set Interdiction__Database.");
        if (settings.DatabaseOwner is { Length: > 0 } owner)
            return new Logins(owner, database, Makes: false);
        if (!settings.RowSecurity)
            return new Logins(database, database, Makes: false);
        var own = new NpgsqlConnectionStringBuilder(database);
        var name = own.Database ?? own.Username ?? throw new InvalidOperationException("The connection string names no database: add Database=.");
        var application = new NpgsqlConnectionStringBuilder(database)
        {
            Database = name,
            Username = (name.Length + Suffix.Length > LongestName ? name[..(LongestName - Suffix.Length)] : name) + Suffix,
            // Every server with the owner's password finds the same one, and it says nothing of the owner's.
            Password = own.Password is { Length: > 0 } password
                ? Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(password), Encoding.UTF8.GetBytes($"interdiction application login {name}")))
                : null,
        };
        return new Logins(database, application.ConnectionString, Makes: true);
    }

    public string ApplicationName => new NpgsqlConnectionStringBuilder(Application).Username ?? throw new InvalidOperationException("Interdiction__Database names no user: add Username=.");

    /// <summary>Makes the application's login, or gives it its password anew.</summary>
    public string MakeLogin(bool exists)
    {
        var password = new NpgsqlConnectionStringBuilder(Application).Password is { Length: > 0 } it ? $" PASSWORD '{Verifier(it)}'" : "";
        return $"{(exists ? "ALTER" : "CREATE")} ROLE {RowPolicies.Name(ApplicationName)} LOGIN NOINHERIT NOCREATEDB NOCREATEROLE{password}";
    }

    /// <summary>What PostgreSQL stores of a password (RFC 7677): thus the password itself stands in no log.</summary>
    static string Verifier(string password)
    {
        const int iterations = 4096;
        var salt = RandomNumberGenerator.GetBytes(16);
        var salted = Rfc2898DeriveBytes.Pbkdf2(password, salt, iterations, HashAlgorithmName.SHA256, SHA256.HashSizeInBytes);
        var stored = SHA256.HashData(HMACSHA256.HashData(salted, "Client Key"u8));
        var server = HMACSHA256.HashData(salted, "Server Key"u8);
        return $"SCRAM-SHA-256${iterations}:{Convert.ToBase64String(salt)}${Convert.ToBase64String(stored)}:{Convert.ToBase64String(server)}";
    }
}
