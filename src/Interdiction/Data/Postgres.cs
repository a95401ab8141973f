using Interdiction.Data.RowSecurity;
using Interdiction.Kernel;
using Interdiction.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using NpgsqlTypes;

namespace Interdiction.Data;

/// <summary>PostgreSQL, for a nation or a coordination cell.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options, Caller caller) : InterdictionDb(options, caller)
{
    internal RowScope.Told Told { get; set; }

    public override bool IsTaken(DbUpdateException failure) =>
        failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    // Reader rows are derived from a record: where they are there already, another has just derived them from the same one.
    public override bool IsOvertaken(DbUpdateException failure) =>
        base.IsOvertaken(failure)
        // What it belongs to was destroyed at the same moment.
        || failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation }
        || failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "readers" or "custody_chains" or "custody_events", ConstraintName: not "PK_custody_events" };

#pragma warning disable RS0030 // It reads no row.
    protected override Task HoldUploads(CancellationToken stop) => Database.ExecuteSqlRawAsync("LOCK TABLE uploads IN SHARE ROW EXCLUSIVE MODE", stop);
#pragma warning restore RS0030

    public override int SearchedFirst => 2_000;

    // The question stands in the statement and not beside it, and the statement is planned for this caller: how much of
    // all entries fits decides how they are looked up.
    protected override IQueryable<SearchEntry> Fitting(SearchQuestion question, IQueryable<SearchEntry> among)
    {
        var asked = question.Ways.Select(x => x.Select(y => (NpgsqlTsQuery)new NpgsqlTsQueryLexeme(y) { IsPrefixSearch = true })
            .Aggregate((a, b) => new NpgsqlTsQueryAnd(a, b))).Aggregate((a, b) => new NpgsqlTsQueryOr(a, b));
        return among.TagWith(RowScope.PlannedAnew).Where(x => EF.Property<NpgsqlTsVector>(x, SearchIndex).Matches(EF.Constant(asked)));
    }

    const string SearchIndex = "Index";

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(x => x.GetProperties()).Where(x => x.FindAnnotation("json") is not null))
            property.SetColumnType("jsonb");
        var entries = builder.Entity<SearchEntry>();
        // Entries are found through a view (RowSecurity/RowPolicies.cs), which can use the index.
        entries.ToView(RowPolicies.SearchView);
        var index = entries.Property<NpgsqlTsVector>(SearchIndex).HasComputedColumnSql("array_to_tsvector(string_to_array(\"Words\", ' '))", stored: true).ValueGeneratedNever();
        index.Metadata.SetBeforeSaveBehavior(PropertySaveBehavior.Ignore);
        index.Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        entries.HasIndex(SearchIndex).HasMethod("gin");
    }

    internal sealed class Design : IDesignTimeDbContextFactory<PostgresDb>
    {
        public PostgresDb CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql("Host=localhost").ForDesign().Options, new Caller());
    }
}
