using Interdiction.Data;
using Interdiction.Data.RowSecurity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Interdiction.Tests.Architecture;

public sealed class RowSecurityTests(Server server)
{
    /// <summary>Files that speak to PostgreSQL past EF Core, and so past the scope of a caller: what the owner does at start.</summary>
    static readonly string[] Raw =
    [
        "Data/DataModule.cs", "Data/Postgres.cs", "Data/RowSecurity/LoginCheck.cs", "Data/RowSecurity/Logins.cs", "Data/RowSecurity/PostgresOwner.cs",
        "Data/RowSecurity/RowPolicies.cs", "Data/RowSecurity/RowScope.cs",
    ];

    /// <summary>Files that may look at rows of every partner: where it is worked out, told or asked what follows from a marking.</summary>
    static readonly string[] Deriving =
    [
        "Access/ExplainAccess.cs", "Access/ReadDisclosures.cs", "Administration/DissolveTeam.cs", "Archives/EndCase.cs", "Archives/Keeping.cs", "Boardings/ReleaseRevisions.cs", "Data/InterdictionDb.Every.cs", "Data/InterdictionDb.cs", "Data/ReaderTable.cs", "Partners/Welcome.cs", "Search/FillSearch.cs",
    ];

    // Broken once by taking VesselClaim out of TableRules.
    [Fact]
    public void Every_table_has_its_rule()
    {
        using var scope = server.Services.CreateScope();
        var tables = scope.ServiceProvider.GetRequiredService<InterdictionDb>().Model.GetEntityTypes().Where(x => !x.IsOwned() && x.GetTableName() is not null).ToList();
        Assert.True(tables.Count > 20, "The model was not found.");
        Assert.Equal(tables.Select(x => x.ClrType.Name).Order(StringComparer.Ordinal), TableRules.All.Keys.Select(x => x.Name).Order(StringComparer.Ordinal));
        Assert.All(tables, x => Assert.True(x.FindDeclaredQueryFilter("reading") is null || TableRules.All[x.ClrType] is { Rows: null, Insert: not null },
            $"{x.ClrType.Name} holds content: its policy repeats the reading filter, and says who may add a row."));
    }

    // Broken once by a policy that compares the id of a boarding report with no revision.
    [Fact]
    public void Every_policy_of_content_compares_what_its_filter_compares()
    {
        using var scope = server.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<InterdictionDb>();
        var policies = RowPolicies.Of(db.Model, "somebody");
        foreach (var (table, record, revision) in new[]
        {
            ("cases", "\"cases\".\"Id\"", "0"), ("participants", "\"participants\".\"RecordId\"", "0"), ("case_events", "\"case_events\".\"RecordId\"", "\"case_events\".\"Revision\""),
            ("boardings", "\"boardings\".\"Id\"", "0"), ("boarding_revisions", "\"boarding_revisions\".\"BoardingId\"", "\"boarding_revisions\".\"Number\""),
            ("exhibits", "\"exhibits\".\"BoardingId\"", "\"exhibits\".\"Revision\""),
        })
        {
            var policy = policies.Split(";\n").Single(x => x.StartsWith($"CREATE POLICY interdiction_SELECT ON \"{table}\" ", StringComparison.Ordinal));
            Assert.Contains($"WHERE r.\"RecordId\" = {record} AND r.\"Revision\" >= {revision} AND r.\"Partner\" = ", policy, StringComparison.Ordinal);
        }
    }

    // Broken once by a query through Npgsql in GetMe.cs.
    [Fact]
    public void Nothing_goes_past_the_scope_of_a_caller() => Assert.Equal(Raw, Naming("Npgsql").Order(StringComparer.Ordinal));

    // Broken once by db.Derive in ListCases.cs.
    [Fact]
    public void Nothing_but_the_reader_table_looks_at_rows_of_every_partner()
    {
        Assert.Equal(Deriving, Naming("Derive(").Union(Naming("EveryRecordIn(")).Union(Naming("EveryReport")).Union(Naming("EveryRevisionOf(")).Union(Naming("EveryCase")).Union(Naming("EveryEntry")).Union(Naming("EveryHoldIn(")).Union(Naming("EveryTranslationOf(")).Order(StringComparer.Ordinal));
        Assert.Equal(["Data/RowSecurity/RowScope.cs", "Data/RowSecurity/TableRules.cs"], Naming("interdiction.derives").Order(StringComparer.Ordinal));
    }

    // Broken once by the due requests in GetCaseContents.cs.
    [Fact]
    public void What_is_due_is_asked_by_the_clock_alone()
    {
        Assert.Equal(["Consents/ConsentClock.cs", "Consents/EndConsentRequest.cs", "Data/InterdictionDb.Every.cs"], Naming("DueRequests(").Order(StringComparer.Ordinal));
        Assert.Equal(["CaseWork/FollowAccepted.cs", "CaseWork/OpenDuties.cs", "Data/InterdictionDb.Every.cs"], Naming("OwingRevisions").Order(StringComparer.Ordinal));
        Assert.Equal(["CaseWork/OpenDuties.cs", "Data/InterdictionDb.Every.cs"], Naming("Owed(").Order(StringComparer.Ordinal));
        foreach (var jobs in new[] { "RunningClocks", "TasksDue(" })
            Assert.Equal(["Data/InterdictionDb.Every.cs", "Notifications/Remind.cs", "Notifications/Reminders.cs"], Naming(jobs).Order(StringComparer.Ordinal));
        Assert.Equal(["Data/InterdictionDb.Every.cs", "Notifications/EventStreams.cs", "Notifications/Reminders.cs"], Naming("EveryNotification").Order(StringComparer.Ordinal));
        Assert.Equal(["Data/InterdictionDb.Every.cs", "Evidence/ExpireUpload.cs", "Evidence/Expiry.cs"], Naming("ExpiredUploads(").Order(StringComparer.Ordinal));
        Assert.Equal(["Data/InterdictionDb.Every.cs", "Evidence/RecordScan.cs", "Evidence/Scan.cs"], Naming("UnscannedAttachments").Order(StringComparer.Ordinal));
        Assert.Equal(["Archives/Destroyer.cs", "Archives/EndCase.cs", "Data/InterdictionDb.Remains.cs"], Naming("EveryDestruction").Order(StringComparer.Ordinal));
        Assert.Equal(["Archives/Destroyer.cs", "CaseWork/FollowAccepted.cs", "Consents/ConsentClock.cs", "Evidence/Expiry.cs", "Evidence/Scan.cs", "Mailing/MailRound.cs", "Notifications/EventStreams.cs", "Notifications/Reminders.cs"],
            Naming(".For(Job.").Order(StringComparer.Ordinal));
        Assert.Equal(["Kernel/RepeatedJob.cs"], Naming(".Become(job"));
        Assert.Equal(["Data/RowSecurity/RowScope.cs", "Data/RowSecurity/TableRules.cs"], Naming("interdiction.job").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_entries_of_a_record_are_looked_up_past_the_filter_where_they_are_written_anew_alone() =>
        Assert.Equal(["Data/InterdictionDb.Every.cs", "Search/SearchTable.cs"], Naming("EntriesOf(").Order(StringComparer.Ordinal));

    // Where a record's case is brought to it, somebody may not read that case: nothing of it is shown there.
    [Fact]
    public void The_case_behind_a_record_is_brought_where_it_decides_on_readers_alone() =>
        Assert.Equal(["Data/InterdictionDb.Every.cs", "Data/ReaderTable.cs", "Data/Subjects.cs"], Naming("BringCase(").Order(StringComparer.Ordinal));

    static IEnumerable<string> Naming(string word) =>
        from file in Product.Sources("src/Interdiction", ".cs")
        where File.ReadAllText(file.FullName).Contains(word, StringComparison.Ordinal)
        let path = Product.PathOf(file)["src/Interdiction/".Length..]
        select path;
}
