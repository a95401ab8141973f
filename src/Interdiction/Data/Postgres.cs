using Interdiction.Data.RowSecurity;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace Interdiction.Data;

/// <summary>PostgreSQL, for a nation or a coordination cell.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options, Caller caller) : InterdictionDb(options, caller)
{
    internal RowScope.Told Told { get; set; }

    public override bool IsTaken(DbUpdateException failure) =>
        failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    // Reader rows are derived from a record: where they are there already, another has just derived them from the same one.
    public override bool IsOvertaken(DbUpdateException failure) =>
        base.IsOvertaken(failure) || failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "readers" or "custody_chains" or "custody_events", ConstraintName: not "PK_custody_events" };

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(x => x.GetProperties()).Where(x => x.FindAnnotation("json") is not null))
            property.SetColumnType("jsonb");
    }

    internal sealed class Design : IDesignTimeDbContextFactory<PostgresDb>
    {
        public PostgresDb CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql("Host=localhost").ForDesign().Options, new Caller());
    }
}
