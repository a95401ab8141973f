using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Interdiction.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CaseLife : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Not by DropColumn, which makes the tables anew, and that outside of the transaction.
            migrationBuilder.Sql("ALTER TABLE cases DROP COLUMN \"SearchText\";");

            migrationBuilder.Sql("ALTER TABLE boarding_revisions DROP COLUMN \"PersonsText\";");

            migrationBuilder.Sql("ALTER TABLE boarding_revisions DROP COLUMN \"SearchText\";");

            migrationBuilder.AddColumn<string>(
                name: "FlagConfirmed",
                table: "vessel_claims",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "GrossTonnage",
                table: "vessel_claims",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Type",
                table: "vessel_claims",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "vessel_claims",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "BoardingId",
                table: "tasks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Duty",
                table: "tasks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "OtherRecord",
                table: "proposals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "OwesDuties",
                table: "boarding_revisions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "DeclinesMail",
                table: "AspNetUsers",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "attachments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", nullable: false),
                    BoundTo = table.Column<Guid>(type: "TEXT", nullable: false),
                    BoundKind = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BoardingId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Originator = table.Column<string>(type: "TEXT", nullable: false),
                    Uploader = table.Column<Guid>(type: "TEXT", nullable: false),
                    UploadedBy = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    DeclaredType = table.Column<string>(type: "TEXT", nullable: true),
                    Type = table.Column<string>(type: "TEXT", nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    Width = table.Column<int>(type: "INTEGER", nullable: true),
                    Height = table.Column<int>(type: "INTEGER", nullable: true),
                    Exif = table.Column<string>(type: "TEXT", nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Finding = table.Column<string>(type: "TEXT", nullable: true),
                    Marking = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_attachments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_attachments_boardings_BoardingId",
                        column: x => x.BoardingId,
                        principalTable: "boardings",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_attachments_cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "legal_signatures",
                columns: table => new
                {
                    Set = table.Column<string>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Partner = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Entered = table.Column<string>(type: "TEXT", nullable: true),
                    Signer = table.Column<Guid>(type: "TEXT", nullable: false),
                    SignedBy = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_legal_signatures", x => new { x.Set, x.Code, x.Partner, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "mails",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Account = table.Column<Guid>(type: "TEXT", nullable: false),
                    Partner = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    TryAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mails", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "notification_reads",
                columns: table => new
                {
                    NotificationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Account = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notification_reads", x => new { x.NotificationId, x.Account });
                });

            migrationBuilder.CreateTable(
                name: "notifications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordKind = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Subject = table.Column<Guid>(type: "TEXT", nullable: false),
                    Partner = table.Column<string>(type: "TEXT", nullable: false),
                    Account = table.Column<Guid>(type: "TEXT", nullable: true),
                    Roles = table.Column<int>(type: "INTEGER", nullable: false),
                    Grant = table.Column<string>(type: "TEXT", nullable: true),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reminders",
                columns: table => new
                {
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Step = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reminders", x => new { x.RecordId, x.DueAt, x.Step });
                });

            migrationBuilder.CreateTable(
                name: "search_entries",
                columns: table => new
                {
                    Row = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RowId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Originator = table.Column<string>(type: "TEXT", nullable: false),
                    Shows = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Folded = table.Column<string>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_entries", x => x.Row);
                });

            migrationBuilder.CreateTable(
                name: "uploads",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BoundTo = table.Column<Guid>(type: "TEXT", nullable: false),
                    Originator = table.Column<string>(type: "TEXT", nullable: false),
                    Uploader = table.Column<Guid>(type: "TEXT", nullable: false),
                    UploadedBy = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    File = table.Column<string>(type: "TEXT", nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    Received = table.Column<long>(type: "INTEGER", nullable: false),
                    Found = table.Column<string>(type: "TEXT", nullable: true),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_uploads", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "vessel_keys",
                columns: table => new
                {
                    Value = table.Column<string>(type: "TEXT", nullable: false),
                    BoardingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Weight = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_vessel_keys", x => new { x.Value, x.BoardingId, x.Revision });
                });

            migrationBuilder.CreateTable(
                name: "vessel_links",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    First = table.Column<Guid>(type: "TEXT", nullable: false),
                    Second = table.Column<Guid>(type: "TEXT", nullable: false),
                    LinkedBy = table.Column<string>(type: "TEXT", nullable: false),
                    Partner = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    EndedBy = table.Column<string>(type: "TEXT", nullable: true),
                    EndedPartner = table.Column<string>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_vessel_links", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_tasks_BoardingId_Duty",
                table: "tasks",
                columns: new[] { "BoardingId", "Duty" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_tasks_State_DueAt",
                table: "tasks",
                columns: new[] { "State", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_boarding_revisions_OwesDuties",
                table: "boarding_revisions",
                column: "OwesDuties",
                filter: "\"OwesDuties\"");

            migrationBuilder.CreateIndex(
                name: "IX_attachments_BoardingId",
                table: "attachments",
                column: "BoardingId");

            migrationBuilder.CreateIndex(
                name: "IX_attachments_CaseId_At_Id",
                table: "attachments",
                columns: new[] { "CaseId", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_attachments_Number",
                table: "attachments",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_attachments_State",
                table: "attachments",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_mails_Account",
                table: "mails",
                column: "Account");

            migrationBuilder.CreateIndex(
                name: "IX_mails_EndedAt_TryAt",
                table: "mails",
                columns: new[] { "EndedAt", "TryAt" });

            migrationBuilder.CreateIndex(
                name: "IX_notifications_At",
                table: "notifications",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_notifications_Partner_At_Id",
                table: "notifications",
                columns: new[] { "Partner", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_search_entries_At_Id",
                table: "search_entries",
                columns: new[] { "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_search_entries_CaseId",
                table: "search_entries",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_search_entries_RecordId_Revision",
                table: "search_entries",
                columns: new[] { "RecordId", "Revision" });

            migrationBuilder.CreateIndex(
                name: "IX_uploads_ExpiresAt",
                table: "uploads",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_vessel_keys_BoardingId_Revision",
                table: "vessel_keys",
                columns: new[] { "BoardingId", "Revision" });

            migrationBuilder.CreateIndex(
                name: "IX_vessel_links_First_Second",
                table: "vessel_links",
                columns: new[] { "First", "Second" },
                unique: true,
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_vessel_links_Second",
                table: "vessel_links",
                column: "Second");

            migrationBuilder.Sql(SearchIndex.Make);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(SearchIndex.Drop);

            migrationBuilder.DropTable(
                name: "attachments");

            migrationBuilder.DropTable(
                name: "legal_signatures");

            migrationBuilder.DropTable(
                name: "mails");

            migrationBuilder.DropTable(
                name: "notification_reads");

            migrationBuilder.DropTable(
                name: "notifications");

            migrationBuilder.DropTable(
                name: "reminders");

            migrationBuilder.DropTable(
                name: "search_entries");

            migrationBuilder.DropTable(
                name: "uploads");

            migrationBuilder.DropTable(
                name: "vessel_keys");

            migrationBuilder.DropTable(
                name: "vessel_links");

            migrationBuilder.DropIndex(
                name: "IX_tasks_BoardingId_Duty",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "IX_tasks_State_DueAt",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "IX_boarding_revisions_OwesDuties",
                table: "boarding_revisions");

            migrationBuilder.DropColumn(
                name: "FlagConfirmed",
                table: "vessel_claims");

            migrationBuilder.DropColumn(
                name: "GrossTonnage",
                table: "vessel_claims");

            migrationBuilder.DropColumn(
                name: "Type",
                table: "vessel_claims");

            migrationBuilder.DropColumn(
                name: "Words",
                table: "vessel_claims");

            migrationBuilder.DropColumn(
                name: "BoardingId",
                table: "tasks");

            migrationBuilder.DropColumn(
                name: "Duty",
                table: "tasks");

            migrationBuilder.DropColumn(
                name: "OtherRecord",
                table: "proposals");

            migrationBuilder.DropColumn(
                name: "OwesDuties",
                table: "boarding_revisions");

            migrationBuilder.DropColumn(
                name: "DeclinesMail",
                table: "AspNetUsers");

            migrationBuilder.AddColumn<string>(
                name: "SearchText",
                table: "cases",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "PersonsText",
                table: "boarding_revisions",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "SearchText",
                table: "boarding_revisions",
                type: "TEXT",
                nullable: false,
                defaultValue: "");
        }
    }
}
