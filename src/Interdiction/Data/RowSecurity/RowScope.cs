using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Interdiction.Contracts;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Interdiction.Data.RowSecurity;

/// <summary>
/// Tells PostgreSQL for whom a transaction reads, in one batch with its first statement. Row-level security asks for it.
/// The settings end with the transaction: a pooled connection keeps nothing of a caller, and without them nothing is read.
/// </summary>
sealed partial class RowScope : DbCommandInterceptor
{
    const string Caller = """
        SELECT set_config('interdiction.account', @scope_account, true), set_config('interdiction.partner', @scope_partner, true),
        set_config('interdiction.reads_as', @scope_reads_as, true), set_config('interdiction.clearance', @scope_clearance, true),
        set_config('interdiction.audiences', @scope_audiences, true), set_config('interdiction.job', @scope_job, true);
        """;
    const string DerivesOn = "SET LOCAL interdiction.derives = 'on';\n";
    const string DerivesOff = "SET LOCAL interdiction.derives = 'off';\n";

    /// <summary>Marks a statement that is worth planning for its parameters each time, where all others are planned once a connection.</summary>
    public const string PlannedAnew = "Planned for its parameters.";
    const string PlanAnew = "SET LOCAL plan_cache_mode = force_custom_plan;\n";

    /// <summary>What a transaction was told.</summary>
    /// <param name="Transaction">Id of the transaction, which is never given twice.</param>
    public readonly record struct Told(Guid Transaction, bool Derives);

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (command.CommandText.StartsWith($"-- {PlannedAnew}", StringComparison.Ordinal))
            command.CommandText = PlanAnew + command.CommandText;
        if (eventData.CommandSource is CommandSource.LinqQuery or CommandSource.FromSqlQuery)
            Tell(eventData, command);
        else
            await TellBefore(command, eventData, cancellationToken);
        return result;
    }

    /// <summary>The settings came back as the first result: whoever asked wants the next one.</summary>
    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (command.CommandText.StartsWith(Caller, StringComparison.Ordinal))
            await result.NextResultAsync(cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await TellBefore(command, eventData, cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        await TellBefore(command, eventData, cancellationToken);
        return result;
    }

    // EF Core counts the statements of a batch of changes: nothing can stand before them in the same command.
    static async Task TellBefore(DbCommand command, CommandEventData eventData, CancellationToken stop)
    {
        await using var own = command.Connection!.CreateCommand();
        own.Transaction = command.Transaction;
        if (Tell(eventData, own))
            await own.ExecuteNonQueryAsync(stop);
    }

    /// <summary>Puts before the command what its transaction was not told yet.</summary>
    static bool Tell(CommandEventData eventData, DbCommand command)
    {
        if (eventData.Context is not PostgresDb db || db.Database.CurrentTransaction is not { } transaction)
            return false;
        var told = db.Told.Transaction == transaction.TransactionId ? db.Told : default;
        var now = db.Told = new Told(transaction.TransactionId, db.Derives);
        if (told == now)
            return false;
        if (told.Derives != now.Derives)
            command.CommandText = (now.Derives ? DerivesOn : DerivesOff) + command.CommandText;
        if (told.Transaction == now.Transaction)
            return true;
        command.CommandText = Caller + command.CommandText;
        foreach (var (name, value) in Of(db.Caller))
            command.Parameters.Add(new NpgsqlParameter<string>(name, value));
        return true;
    }

    /// <summary>The settings of a caller; empty ones, which open nothing, for nobody.</summary>
    public static IEnumerable<(string Name, string Value)> Of(Caller caller) =>
    [
        ("scope_account", caller.IsKnown ? caller.Id.ToString() : ""),
        ("scope_partner", caller.IsKnown ? Code(caller.Partner) : ""),
        ("scope_reads_as", Code(caller.ReadsAs)),
        ("scope_clearance", caller.ReadsUpTo.ToString(CultureInfo.InvariantCulture)),
        ("scope_audiences", string.Join(',', caller.Audiences)),
        ("scope_job", caller.Job is { } job ? Code<Job>.Of(job) : ""),
    ];

    static string Code(string partner) =>
        partner is "" || PartnerCode().IsMatch(partner) ? partner : throw new InvalidOperationException($"'{partner}' is no partner code: nothing is read for it.");

    [GeneratedRegex("^[A-Z]{3}\\z")]
    private static partial Regex PartnerCode();
}
