using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Interdiction.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Access : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // SQLite gives a table no other key: it is made anew, within the transaction of this migration.
            migrationBuilder.RenameTable(name: "readers", newName: "readers_before");
            migrationBuilder.DropIndex(name: "IX_readers_Partner_Kind_At_RecordId", table: "readers_before");
            migrationBuilder.CreateTable(
                name: "readers",
                columns: table => new
                {
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Partner = table.Column<string>(type: "TEXT", nullable: false),
                    Audience = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseAudience = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Classification = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Since = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_readers", x => new { x.RecordId, x.Partner, x.Audience, x.CaseAudience });
                });
            migrationBuilder.Sql("""
                INSERT INTO readers SELECT RecordId, Partner, '00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000', Kind, Classification, Revision, At, At FROM readers_before
                """);
            migrationBuilder.DropTable(name: "readers_before");
            migrationBuilder.CreateIndex(name: "IX_readers_Partner_Kind_At_RecordId", table: "readers", columns: new[] { "Partner", "Kind", "At", "RecordId" });

            migrationBuilder.RenameTable(name: "participants", newName: "participants_before");
            migrationBuilder.CreateTable(
                name: "participants",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Partner = table.Column<string>(type: "TEXT", nullable: false),
                    Part = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_participants", x => new { x.CaseId, x.RecordId, x.Partner });
                    table.ForeignKey(
                        name: "FK_participants_cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });
            migrationBuilder.Sql("INSERT INTO participants SELECT CaseId, RecordId, Partner, Part FROM participants_before");
            migrationBuilder.DropTable(name: "participants_before");

            migrationBuilder.AddColumn<int>(
                name: "Disposition",
                table: "cases",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Marked",
                table: "boardings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Originator",
                table: "boarding_revisions",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "PersonsText",
                table: "boarding_revisions",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<double>(
                name: "ReleasedLatitude",
                table: "boarding_revisions",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "ReleasedLongitude",
                table: "boarding_revisions",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Kind",
                table: "accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "MadeAt",
                table: "accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "SuspendedAt",
                table: "accounts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Teams",
                table: "accounts",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "authenticators",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Step = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_authenticators", x => x.PersonId);
                });

            migrationBuilder.CreateTable(
                name: "deputies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    For = table.Column<string>(type: "TEXT", nullable: false),
                    Partner = table.Column<string>(type: "TEXT", nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: true),
                    Acts = table.Column<string>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deputies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "invitations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TokenHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UsedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    By = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_invitations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "past_readers",
                columns: table => new
                {
                    RowId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Partner = table.Column<string>(type: "TEXT", nullable: false),
                    Audience = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseAudience = table.Column<Guid>(type: "TEXT", nullable: false),
                    Classification = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Since = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_past_readers", x => x.RowId);
                });

            migrationBuilder.CreateTable(
                name: "proposals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Act = table.Column<int>(type: "INTEGER", nullable: false),
                    Resource = table.Column<Guid>(type: "TEXT", nullable: false),
                    Arguments = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    Originator = table.Column<string>(type: "TEXT", nullable: false),
                    Proposer = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProposedBy = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", nullable: true),
                    DecidedPartner = table.Column<string>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DecisionReason = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_proposals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "recovery_codes",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recovery_codes", x => new { x.PersonId, x.Hash });
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BeganAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SeenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Browser = table.Column<string>(type: "TEXT", nullable: false),
                    Address = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sessions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "teams",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Partner = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Members = table.Column<string>(type: "TEXT", nullable: false),
                    Supervisors = table.Column<string>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_teams", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_accounts_Partner_Kind_MadeAt_Id",
                table: "accounts",
                columns: new[] { "Partner", "Kind", "MadeAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_deputies_For",
                table: "deputies",
                column: "For");

            migrationBuilder.CreateIndex(
                name: "IX_invitations_AccountId",
                table: "invitations",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_invitations_TokenHash",
                table: "invitations",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_past_readers_RecordId",
                table: "past_readers",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_proposals_Originator_At_Id",
                table: "proposals",
                columns: new[] { "Originator", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_proposals_Resource",
                table: "proposals",
                column: "Resource");

            migrationBuilder.CreateIndex(
                name: "IX_sessions_PersonId",
                table: "sessions",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_teams_Partner_Name",
                table: "teams",
                columns: new[] { "Partner", "Name" },
                unique: true);

            migrationBuilder.Sql(BeforeAccess.Fill);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "authenticators");

            migrationBuilder.DropTable(
                name: "deputies");

            migrationBuilder.DropTable(
                name: "invitations");

            migrationBuilder.DropTable(
                name: "past_readers");

            migrationBuilder.DropTable(
                name: "proposals");

            migrationBuilder.DropTable(
                name: "recovery_codes");

            migrationBuilder.DropTable(
                name: "sessions");

            migrationBuilder.DropTable(
                name: "teams");

            migrationBuilder.DropPrimaryKey(
                name: "PK_readers",
                table: "readers");

            migrationBuilder.DropPrimaryKey(
                name: "PK_participants",
                table: "participants");

            migrationBuilder.DropIndex(
                name: "IX_accounts_Partner_Kind_MadeAt_Id",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "Audience",
                table: "readers");

            migrationBuilder.DropColumn(
                name: "CaseAudience",
                table: "readers");

            migrationBuilder.DropColumn(
                name: "Since",
                table: "readers");

            migrationBuilder.DropColumn(
                name: "Disposition",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "Marked",
                table: "boardings");

            migrationBuilder.DropColumn(
                name: "Originator",
                table: "boarding_revisions");

            migrationBuilder.DropColumn(
                name: "PersonsText",
                table: "boarding_revisions");

            migrationBuilder.DropColumn(
                name: "ReleasedLatitude",
                table: "boarding_revisions");

            migrationBuilder.DropColumn(
                name: "ReleasedLongitude",
                table: "boarding_revisions");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "MadeAt",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "SuspendedAt",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "Teams",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "accounts");

            migrationBuilder.AddPrimaryKey(
                name: "PK_readers",
                table: "readers",
                columns: new[] { "RecordId", "Partner" });

            migrationBuilder.AddPrimaryKey(
                name: "PK_participants",
                table: "participants",
                columns: new[] { "CaseId", "RecordId" });
        }
    }
}
