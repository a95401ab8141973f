using Interdiction.Data;

namespace Interdiction.Cli;

/// <summary>Brings the database up to date, as the server does when it starts.</summary>
sealed class Migrate(InterdictionDb db, IOwner owner)
{
    public async Task Run(TextWriter output, CancellationToken stop)
    {
        await using (await owner.Prepare(db, stop))
            await output.WriteLineAsync("The database is up to date.");
    }
}
