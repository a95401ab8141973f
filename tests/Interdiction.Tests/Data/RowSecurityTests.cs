using Interdiction.Tests.Archives;
using Interdiction.Tests.Custody;
using Interdiction.Tests.Evidence;

namespace Interdiction.Tests.Data;

/// <summary>Row-level security, with raw SQL under the login that serves.</summary>
public sealed class RowSecurityTests(Server server)
{
    const string Refused = "42501";
    const string Officer = "demo-aus-officer";
    const string Stranger = "demo-fra-officer";

    static readonly string[] Japan = ["JPN"], Singapore = ["SGP"];

    /// <summary>Tables that hold content, with the column that leads to the record.</summary>
    static readonly (string Table, string Record)[] Content =
    [
        ("cases", "Id"), ("participants", "RecordId"), ("case_events", "RecordId"), ("boardings", "Id"), ("boarding_revisions", "BoardingId"),
        ("cargo_lines", "BoardingId"), ("line_matches", "BoardingId"), ("exhibits", "BoardingId"), ("vessel_claims", "BoardingId"), ("vessel_keys", "BoardingId"), ("proposals", "Resource"),
        ("consent_requests", "CaseId"), ("dispatches", "CaseId"), ("comments", "CaseId"), ("tasks", "CaseId"), ("search_entries", "RecordId"), ("search_found", "RecordId"), ("notifications", "RecordId"),
        ("translations", "BoardingId"), ("custody_chains", "BoardingId"), ("custody_events", "BoardingId"), ("attachments", "CaseId"),
    ];

    /// <summary>A report that Australia keeps to itself, at a level.</summary>
    async Task<(Guid Report, Guid Case)> File(string classification = "restricted")
    {
        var marking = new { classification, releasableTo = new[] { "AUS" } };
        var filed = (await (await server.As("aus-officer")).Post("boardings?submit=true", Documents.Report(new { marking }))).Is(201).Json;
        (await (await server.As("aus-officer")).Post("proposals", new { act = "widenMarking", resource = filed["caseId"], arguments = new { releasableTo = Japan }, reason = "Needed." })).Is(201);
        (await (await server.As("aus-officer")).Post("consent-requests", Http.Samples.ConsentRequest(new { caseId = filed["caseId"], marking }))).Is(201);
        (await (await server.As("aus-officer")).Post("dispatches", Http.Samples.Dispatch(new { caseId = filed["caseId"], marking = new { classification, releasableTo = Singapore } }))).Is(201);
        (await (await server.As("aus-officer")).Record(Exhibits.Of(filed), Exhibits.Event("sealed"))).Is(201);
        (await (await server.As("aus-officer")).Post($"cases/{filed["caseId"]}/comments", Http.Samples.Comment(new { marking }))).Is(201);
        (await (await server.As("aus-officer")).Post($"cases/{filed["caseId"]}/tasks", Http.Samples.Task(new { marking }))).Is(201);
        (await (await server.As("aus-officer")).Post($"boardings/{filed["id"]}/translations", Http.Samples.Translation())).Is(201);
        await (await server.As("aus-officer")).Upload((string)filed["id"]!, "a.txt", Files.Text("a"));
        return ((Guid)filed["id"]!, (Guid)filed["caseId"]!);
    }

    [PostgresFact]
    public async Task A_file_on_its_way_is_its_uploaders_alone()
    {
        var id = (await (await server.As("aus-officer")).Begin($"{(await File()).Case}", "a.txt", 10)).Id();
        var sql = $"SELECT 1 FROM uploads WHERE \"Id\" = '{id}'";
        Assert.Single(await server.Rows(Officer, sql));
        foreach (var login in new[] { "demo-aus-coordinator", Stranger, "demo-aus-administrator", null })
            Assert.Empty(await server.Rows(login, sql));
        Assert.Equal("0 rows", await server.Try(Stranger, $"DELETE FROM uploads WHERE \"Id\" = '{id}'"));
    }

    static string Of((Guid Report, Guid Case) it) => $"IN ('{it.Report}', '{it.Case}')";

    // Broken once by a policy that is always true.
    [PostgresFact]
    public async Task Rows_are_their_readers_alone()
    {
        var (open, secret) = (await File(), await File("secret"));
        foreach (var (table, record) in Content)
        {
            async Task<int> Count(string? login, (Guid, Guid) of) => int.Parse((await server.Rows(login, $"SELECT count(*) FROM {table} WHERE \"{record}\" {Of(of)}")).Single(), System.Globalization.CultureInfo.InvariantCulture);
            Assert.True(await Count(Officer, secret) > 0, $"{table} holds nothing.");
            Assert.True(await Count("demo-aus-auditor", secret) > 0, $"The auditor does not read {table}.");
            Assert.True(await Count("demo-aus-officer2", open) > 0, $"The second officer does not read {table}.");
            Assert.Equal(0, await Count("demo-aus-officer2", secret));
            foreach (var login in new[] { Stranger, "demo-jpn-coordinator", "demo-xcc-coordinator", "demo-pan-liaison", "demo-aus-administrator", null })
                Assert.Equal((table, login, 0), (table, login, await Count(login, open) + await Count(login, secret)));
        }
    }

    [PostgresFact]
    public async Task A_hold_is_shown_to_who_reads_its_case()
    {
        var held = (string)(await (await server.As("aus-officer")).Post("cases", Http.Samples.Case(new { marking = Holds.LegalHolds.Marking }))).Is(201).Json["id"]!;
        await Holds.LegalHolds.Set(server.As, held);
        foreach (var (login, sees) in new[] { (Officer, "1"), ("demo-aus-auditor", "1"), ("demo-sgp-officer", "1"), ("demo-jpn-coordinator", "0"), ("demo-aus-administrator", "0"), (Stranger, "0"), (null, "0") })
            Assert.Equal((login, sees), (login, (await server.Rows(login, $"SELECT count(*) FROM legal_holds WHERE \"CaseId\" = '{held}'")).Single()));
        Assert.Equal("0 rows", await server.Try("demo-jpn-coordinator", $"UPDATE legal_holds SET \"Scope\" = 'x' WHERE \"CaseId\" = '{held}'"));
        Assert.Equal("0 rows", await server.Try(Officer, "DELETE FROM legal_holds"));
    }

    // Broken once by a rule without its second record.
    [PostgresFact]
    public async Task A_link_of_two_vessels_and_what_was_proposed_of_it_is_shown_to_who_reads_both()
    {
        var (hidden, open) = (await File(), await File());
        var (first, second) = (await server.As("aus-coordinator"), await server.As("aus-coordinator2"));
        await Vessels.Fleet.Done(first, second, "linkVessels", $"{open.Report}", new { with = hidden.Report });
        foreach (var resource in new[] { open.Case, open.Report })
            await Vessels.Fleet.Done(first, second, "widenMarking", $"{resource}", new { releasableTo = Japan });
        foreach (var (login, sees) in new[] { (Officer, "1"), ("demo-jpn-coordinator", "0"), (Stranger, "0"), (null, "0") })
        {
            Assert.Equal((login, sees), (login, (await server.Rows(login, $"SELECT count(*) FROM vessel_links WHERE '{open.Report}' IN (\"First\", \"Second\")")).Single()));
            Assert.Equal((login, sees), (login, (await server.Rows(login, $"SELECT count(*) FROM proposals WHERE \"OtherRecord\" = '{hidden.Report}'")).Single()));
        }
        Assert.NotEmpty(await server.Rows("demo-jpn-coordinator", $"SELECT 1 FROM vessel_claims WHERE \"BoardingId\" = '{open.Report}'"));
        Assert.Equal("0 rows", await server.Try("demo-jpn-coordinator", $"UPDATE vessel_links SET \"Reason\" = 'x' WHERE '{open.Report}' IN (\"First\", \"Second\")"));
        Assert.Equal("0 rows", await server.Try(Officer, "DELETE FROM vessel_links"));
    }

    [PostgresFact]
    public async Task A_link_of_two_cases_is_shown_to_who_reads_both()
    {
        var (hidden, open) = (await File(), await File());
        (await (await server.As("aus-coordinator")).Send(HttpMethod.Put, $"cases/{open.Case}/links/{hidden.Case}", Http.Samples.LinkReason(), ("If-Match", "*"))).Is(200);
        var (first, second) = (await server.As("aus-coordinator"), await server.As("aus-coordinator2"));
        await Vessels.Fleet.Done(first, second, "widenMarking", $"{open.Case}", new { releasableTo = Japan });
        var of = $"WHERE '{open.Case}' IN (\"First\", \"Second\")";
        foreach (var (login, sees) in new[] { (Officer, "1"), ("demo-jpn-coordinator", "0"), (Stranger, "0"), (null, "0") })
            Assert.Equal((login, sees), (login, (await server.Rows(login, $"SELECT count(*) FROM case_links {of}")).Single()));
        Assert.NotEmpty(await server.Rows("demo-jpn-coordinator", $"SELECT 1 FROM cases WHERE \"Id\" = '{open.Case}'"));
        Assert.Equal("0 rows", await server.Try("demo-jpn-coordinator", $"UPDATE case_links SET \"Reason\" = 'x' {of}"));
        Assert.Equal("0 rows", await server.Try("demo-jpn-coordinator", $"DELETE FROM case_links {of}"));
    }

    [PostgresFact]
    public async Task A_translation_is_shown_from_its_revision_on_and_never_changed()
    {
        var (officer, coordinator, marking) = (await server.As("aus-officer"), await server.As("aus-coordinator"), new { classification = "restricted", releasableTo = Japan });
        var filed = (await officer.Post("boardings?submit=true", Documents.Report(new { marking }))).Is(201).Json;
        var record = $"boardings/{filed["id"]}";
        (await officer.Post($"{record}/translations", Http.Samples.Translation())).Is(201);
        foreach (var to in new[] { "inReview", "accepted" })
            (await coordinator.Move(record, to)).Is(200);
        (await officer.Move(record, "amended", new { reason = "A word was wrong." })).Is(200);
        (await officer.Move(record, "submitted")).Is(200);
        (await officer.Post($"{record}/translations", Http.Samples.Translation())).Is(201);
        foreach (var (login, sees) in new[] { (Officer, "2"), ("demo-aus-auditor", "2"), ("demo-jpn-officer", "1"), (Stranger, "0"), (null, "0") })
            Assert.Equal((login, sees), (login, (await server.Rows(login, $"SELECT count(*) FROM translations WHERE \"BoardingId\" = '{filed["id"]}'")).Single()));
        Assert.Equal(Refused, await server.Try(Officer, "UPDATE translations SET \"Text\" = 'x'"));
        Assert.Equal("0 rows", await server.Try(Officer, "DELETE FROM translations"));
    }

    [PostgresFact]
    public async Task Without_a_caller_no_table_of_content_has_a_row()
    {
        await File();
        foreach (var table in Content.Select(x => x.Table).Concat(["legal_holds", "destructions", "destroyed_entries", "vessel_links", "case_links", "readers", "uploads", "past_readers", "notification_reads", "idempotency_keys", "audit_entries"]))
            Assert.Equal((table, "0"), (table, (await server.Rows(null, $"SELECT count(*) FROM {table}")).Single()));
    }

    [PostgresFact]
    public async Task Reader_rows_are_shown_as_far_as_they_open_something()
    {
        var secret = await File("secret");
        var sql = $"SELECT \"Partner\" FROM readers WHERE \"RecordId\" {Of(secret)}";
        Assert.Equal(["AUS", "AUS"], await server.Rows(Officer, sql));
        Assert.Empty(await server.Rows("demo-aus-officer2", sql));
        Assert.Empty(await server.Rows(Stranger, sql));
        Assert.Equal(Refused, await server.Try(Stranger, $"""
            INSERT INTO readers ("RecordId", "Partner", "Audience", "CaseAudience", "Kind", "Classification", "Revision", "At", "Since")
            VALUES ('{secret.Report}', 'FRA', '{Guid.Empty}', '{Guid.Empty}', 1, 0, 1, now(), now())
            """));
        Assert.Equal("0 rows", await server.Try(Stranger, "UPDATE readers SET \"Classification\" = 0 WHERE \"Partner\" <> 'FRA'"));
        Assert.Equal("0 rows", await server.Try(Stranger, "DELETE FROM readers WHERE \"Partner\" <> 'FRA'"));
    }

    [PostgresFact]
    public async Task A_record_of_another_partner_is_neither_made_nor_changed_nor_deleted()
    {
        var own = await File();
        Assert.Equal(Refused, await server.Try(Stranger, Copy("cases", "Id", "Number")));
        Assert.Equal(Refused, await server.Try(Stranger, Copy("boardings", "Id", "Number")));
        Assert.Equal("1 rows", await server.Try(Officer, $"UPDATE boardings SET \"FiledBy\" = 'x' WHERE \"Id\" = '{own.Report}'"));
        Assert.Equal("0 rows", await server.Try(Stranger, $"UPDATE boardings SET \"FiledBy\" = 'x' WHERE \"Id\" = '{own.Report}'"));
        Assert.Equal("0 rows", await server.Try(Stranger, $"UPDATE cases SET \"Title\" = 'x' WHERE \"Id\" = '{own.Case}'"));
        Assert.Equal("0 rows", await server.Try(Stranger, $"UPDATE boarding_revisions SET \"Title\" = 'x' WHERE \"BoardingId\" = '{own.Report}'"));
        Assert.Equal("0 rows", await server.Try(Stranger, $"DELETE FROM cargo_lines WHERE \"BoardingId\" = '{own.Report}'"));
        Assert.Equal(Refused, await server.Try(null, "INSERT INTO cargo_lines SELECT * FROM jsonb_populate_record(NULL::cargo_lines, '{}')"));
        foreach (var table in new[] { "cases", "boardings", "boarding_revisions", "custody_chains", "custody_events", "consent_requests", "comments", "tasks", "attachments", "participants" })
            Assert.Equal((table, "0 rows"), (table, await server.Try(Officer, $"DELETE FROM {table}{(table is "participants" ? $" WHERE \"CaseId\" = '{Guid.Empty}'" : "")}")));
        // Any row of the caller's own, with another id and number, as if Australia had made it.
        string Copy(string table, string id, string number) =>
            $"""INSERT INTO {table} SELECT (jsonb_populate_record(t, jsonb_build_object('{id}', gen_random_uuid(), '{number}', gen_random_uuid()::text, 'Originator', 'AUS'))).* FROM {table} t LIMIT 1""";
    }

    // Broken once by a job's rows without the case that ends.
    [PostgresFact]
    public async Task The_job_that_destroys_deletes_in_cases_alone_whose_end_is_announced()
    {
        var (first, second) = (await server.As("aus-coordinator"), await server.As("aus-coordinator2"));
        var (ending, other) = (await Proposals.Acts.Case(server), await Proposals.Acts.Case(server));
        foreach (var record in new[] { ending, other })
            await first.Archive(second, record);
        await first.Announce(second, ending);
        const string job = "SELECT set_config('interdiction.job', 'destroyCases', true); ";
        foreach (var table in new[] { "case_events", "participants", "search_entries" })
        {
            var delete = $"DELETE FROM {table} WHERE \"CaseId\" = ";
            Assert.Equal((table, "0 rows"), (table, await server.Try(null, $"{job}{delete}'{other}'")));
            Assert.NotEqual((table, "0 rows"), (table, await server.Try(null, $"{job}{delete}'{ending}'")));
        }
        Assert.Equal("0 rows", await server.Try(null, $"{job}DELETE FROM cases WHERE \"Id\" = '{other}'"));
        foreach (var table in new[] { "destructions", "destroyed_entries", "readers", "past_readers", "audit_entries", "issued_ids" })
            Assert.Contains(await server.Try(null, $"{job}DELETE FROM {table}"), new[] { Refused, "0 rows" });
    }

    // Broken once by granting UPDATE on audit_entries.
    [PostgresFact]
    public async Task Evidence_is_only_added_to()
    {
        await File();
        foreach (var (table, column) in new[] { ("audit_entries", "Outcome"), ("case_events", "Text"), ("issued_numbers", "Number"), ("issued_ids", "Hash"), ("idempotency_keys", "Hash") })
        {
            Assert.NotEmpty(await server.Rows(Officer, $"SELECT 1 FROM {table} LIMIT 1"));
            Assert.Equal((table, Refused), (table, await server.Try(Officer, $"UPDATE {table} SET \"{column}\" = \"{column}\"")));
            // What happened in a case ends with the case, by its own job.
            Assert.Equal((table, table is "case_events" ? "0 rows" : Refused), (table, await server.Try(Officer, $"DELETE FROM {table}")));
            Assert.Equal((table, Refused), (table, await server.Try(Officer, $"TRUNCATE {table}")));
        }
        const string entry = """INSERT INTO audit_entries SELECT (jsonb_populate_record(t, jsonb_build_object('Id', gen_random_uuid(), 'Partner', '{0}'))).* FROM audit_entries t LIMIT 1""";
        Assert.Equal("1 rows", await server.Try(Officer, entry.Replace("{0}", "AUS", StringComparison.Ordinal)));
        Assert.Equal(Refused, await server.Try(Officer, entry.Replace("{0}", "FRA", StringComparison.Ordinal)));
    }

    [PostgresFact]
    public async Task The_login_cannot_lift_what_holds_it()
    {
        var owner = (await server.Rows(null, "SELECT quote_ident(tableowner) FROM pg_tables WHERE tablename = 'cases'")).Single();
        foreach (var sql in new[] { $"SET ROLE {owner}", "ALTER TABLE cases DISABLE ROW LEVEL SECURITY", "DROP POLICY interdiction_SELECT ON cases", "CREATE TABLE mine (id int)", "SET session_replication_role = replica" })
            Assert.Equal((sql, Refused), (sql, await server.Try(Officer, sql)));
        Assert.Equal(Refused, await server.Raw(Officer, async connection =>
        {
            await using var off = new Npgsql.NpgsqlCommand("SET LOCAL row_security = off", connection);
            await off.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            off.CommandText = "SELECT count(*) FROM cases";
            return (await Assert.ThrowsAsync<Npgsql.PostgresException>(() => off.ExecuteScalarAsync(TestContext.Current.CancellationToken))).SqlState;
        }));
    }

    [PostgresFact]
    public async Task Every_table_of_content_is_under_row_level_security_and_every_other_is_granted_or_not_on_purpose()
    {
        var guarded = await server.Rows(null, "SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity ORDER BY relname COLLATE \"C\"");
        Assert.Equal(Content.Select(x => x.Table).Except(["search_entries", "search_found"])
            .Concat(["legal_holds", "destructions", "destroyed_entries", "vessel_links", "case_links", "readers", "uploads", "past_readers", "notification_reads", "idempotency_keys", "audit_entries", "legal_signatures"]).Order(StringComparer.Ordinal), guarded);
        Assert.Equal(["__EFMigrationsHistory"], await server.Rows(null,
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND NOT has_table_privilege(oid, 'SELECT')"));
    }
}
