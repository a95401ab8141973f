using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Interdiction.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Access : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_readers",
                table: "readers");

            migrationBuilder.DropPrimaryKey(
                name: "PK_participants",
                table: "participants");

            migrationBuilder.AddColumn<Guid>(
                name: "Audience",
                table: "readers",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "CaseAudience",
                table: "readers",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "Since",
                table: "readers",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<int>(
                name: "Disposition",
                table: "cases",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Marked",
                table: "boardings",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Originator",
                table: "boarding_revisions",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "PersonsText",
                table: "boarding_revisions",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<double>(
                name: "ReleasedLatitude",
                table: "boarding_revisions",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "ReleasedLongitude",
                table: "boarding_revisions",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Kind",
                table: "accounts",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "MadeAt",
                table: "accounts",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "SuspendedAt",
                table: "accounts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Teams",
                table: "accounts",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "accounts",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddPrimaryKey(
                name: "PK_readers",
                table: "readers",
                columns: new[] { "RecordId", "Partner", "Audience", "CaseAudience" });

            migrationBuilder.AddPrimaryKey(
                name: "PK_participants",
                table: "participants",
                columns: new[] { "CaseId", "RecordId", "Partner" });

            migrationBuilder.CreateTable(
                name: "authenticators",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "text", nullable: false),
                    Step = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_authenticators", x => x.PersonId);
                });

            migrationBuilder.CreateTable(
                name: "deputies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    For = table.Column<string>(type: "text", nullable: false),
                    Partner = table.Column<string>(type: "text", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: true),
                    Acts = table.Column<string>(type: "jsonb", nullable: false),
                    MadeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deputies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "invitations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TokenHash = table.Column<byte[]>(type: "bytea", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    UsedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    By = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_invitations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "past_readers",
                columns: table => new
                {
                    RowId = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordId = table.Column<Guid>(type: "uuid", nullable: false),
                    Partner = table.Column<string>(type: "text", nullable: false),
                    Audience = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseAudience = table.Column<Guid>(type: "uuid", nullable: false),
                    Classification = table.Column<int>(type: "integer", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_past_readers", x => x.RowId);
                });

            migrationBuilder.CreateTable(
                name: "proposals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Act = table.Column<int>(type: "integer", nullable: false),
                    Resource = table.Column<Guid>(type: "uuid", nullable: false),
                    Arguments = table.Column<string>(type: "jsonb", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false),
                    Originator = table.Column<string>(type: "text", nullable: false),
                    Proposer = table.Column<Guid>(type: "uuid", nullable: false),
                    ProposedBy = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    DecidedBy = table.Column<string>(type: "text", nullable: true),
                    DecidedPartner = table.Column<string>(type: "text", nullable: true),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DecisionReason = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_proposals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "recovery_codes",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recovery_codes", x => new { x.PersonId, x.Hash });
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    BeganAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SeenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Browser = table.Column<string>(type: "text", nullable: false),
                    Address = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sessions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "teams",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Partner = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Members = table.Column<string>(type: "jsonb", nullable: false),
                    Supervisors = table.Column<string>(type: "jsonb", nullable: false),
                    MadeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
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

            migrationBuilder.Sql("UPDATE readers SET \"Since\" = \"At\"");
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
