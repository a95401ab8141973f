using System.Linq.Expressions;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Interdiction.Data.RowSecurity;

/// <summary>Writes the policies and grants of every table from the model: what has the reading filter gets the reading predicate.</summary>
static class RowPolicies
{
    static readonly NpgsqlCommandBuilder Sql = new();
    static readonly (May May, string Command)[] Commands = [(May.Select, "SELECT"), (May.Insert, "INSERT"), (May.Update, "UPDATE"), (May.Delete, "DELETE")];

    /// <param name="login">The application's login.</param>
    public static string Of(IModel model, string login)
    {
        var role = Name(login);
        var sql = new StringBuilder($"GRANT USAGE ON SCHEMA {Name("public")} TO {role};\nREVOKE ALL ON ALL TABLES IN SCHEMA {Name("public")} FROM PUBLIC, {role};\n");
        foreach (var entity in model.GetEntityTypes().Where(x => !x.IsOwned() && x.GetTableName() is not null).OrderBy(x => x.GetTableName(), StringComparer.Ordinal))
            if (TableRules.All.TryGetValue(entity.ClrType, out var rule))
                Append(sql, entity, rule, role);
        return sql.ToString();
    }

    static void Append(StringBuilder sql, IEntityType entity, TableRule rule, string role)
    {
        var table = Name(entity.GetTableName()!);
        var granted = rule.May;
        for (var job = rule.Job; job is not null; job = job.Other)
            granted |= job.May;
        sql.Append($"GRANT {string.Join(", ", Commands.Where(x => granted.HasFlag(x.May)).Select(x => x.Command))} ON {table} TO {role};\n");
        // What is further asked is less work than the reading predicate, and asked before it.
        var rows = rule.Rows ?? (rule.And is { } and ? $"{and} AND {Reading(entity)}" : Reading(entity));
        foreach (var (may, command) in Commands)
        {
            sql.Append($"DROP POLICY IF EXISTS interdiction_{command} ON {table};\n");
            if (rows is null || !granted.HasFlag(may))
                continue;
            // Whoever changes a row must be able to read it; while reader rows are derived, its rule says what is done beyond that.
            // As a CASE it is weighed as a whole: the planner would multiply the same conditions a second time, expect next to
            // no rows, and sort all that a caller reads for one page of it.
            var seen = rule.Derives.HasFlag(may) ? $"CASE WHEN {TableRules.Deriving} THEN true ELSE {rows} END" : rows;
            var condition = !rule.May.HasFlag(may) ? "false" : may is May.Insert ? rule.Insert : seen;
            for (var job = rule.Job; job is not null; job = job.Other)
                if (job.May.HasFlag(may))
                    condition = $"CASE WHEN {job.Working} THEN {job.Rows} ELSE {condition} END";
            // Views ask the reader rows as the owner, and for the same caller.
            var roles = entity.ClrType == typeof(Reader) && may is May.Select ? $"{role}, CURRENT_USER" : role;
            sql.Append($"CREATE POLICY interdiction_{command} ON {table} FOR {command} TO {roles} {(may is May.Insert ? "WITH CHECK" : "USING")} ({condition});\n");
            if (rule.IsFound && may is May.Select)
                sql.Append($"{View(table, $"CASE WHEN {condition} THEN true ELSE false END")}GRANT SELECT ON {SearchView} TO {role};\n");
        }
        // The owner too: it reads content only where it is a superuser or switches it off on purpose, or by a view.
        sql.Append(rows is null ? $"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;\n" : $"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY, {(rule.IsFound ? "NO FORCE" : "FORCE")} ROW LEVEL SECURITY;\n");
    }

    public const string SearchView = "search_found";

    /// <summary>The view through which entries are found where row-level security is switched off: the reading filter alone decides.</summary>
    public static string OpenView => View(Name("search_entries"), "true");

    // Under row-level security PostgreSQL asks no index for words, since the comparison could tell of rows that are then
    // hidden. The view says the same condition, weighed as a whole, and leaves to the planner what is asked first.
    static string View(string table, string condition) => $"DROP VIEW IF EXISTS {SearchView};\nCREATE VIEW {SearchView} AS SELECT * FROM {table} WHERE {condition};\n";

    /// <summary>The reading predicate, as InterdictionDb.CanRead says it: record and revision are the columns that the filter compares.</summary>
    static string? Reading(IEntityType entity)
    {
        if (entity.FindDeclaredQueryFilter("reading")?.Expression is not { } filter)
            return null;
        var compared = new Compared(filter.Parameters[0]);
        compared.Visit(filter.Body);
        var table = Name(entity.GetTableName()!);
        string Column(MemberExpression member) => $"{table}.{Name(entity.FindProperty(member.Member.Name)!.GetColumnName())}";
        var record = Column(compared.Members.Single(x => x.Type == typeof(Guid)));
        var revision = compared.Members.SingleOrDefault(x => x.Type == typeof(int)) is { } number ? Column(number) : "0";
        return $"EXISTS (SELECT FROM readers r WHERE r.\"RecordId\" = {record} AND r.\"Revision\" >= {revision} AND {Row("r")})";
    }

    /// <summary>A reader row that opens something to the caller. Settings are asked once a statement, not once a row.</summary>
    public static string Row(string readers) => $"""
        {readers}."Partner" = {TableRules.ReadsAs}
        AND {readers}."Classification" <= (SELECT NULLIF(current_setting('interdiction.clearance', true), '')::int)
        AND {readers}."Audience" = ANY ({Audiences}) AND {readers}."CaseAudience" = ANY ({Audiences})
        """;

    public const string Audiences = "(SELECT string_to_array(NULLIF(current_setting('interdiction.audiences', true), ''), ',')::uuid[])::uuid[]";

    public static string Name(string identifier) => Sql.QuoteIdentifier(identifier);

    /// <summary>The members of the entity that its filter names.</summary>
    sealed class Compared(ParameterExpression it) : ExpressionVisitor
    {
        public List<MemberExpression> Members { get; } = [];

        protected override Expression VisitMember(MemberExpression node)
        {
            if (node.Expression == it)
                Members.Add(node);
            return base.VisitMember(node);
        }
    }
}
