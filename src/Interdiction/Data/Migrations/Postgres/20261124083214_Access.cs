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

            migrationBuilder.AddPrimaryKey(
                name: "PK_readers",
                table: "readers",
                columns: new[] { "RecordId", "Partner", "Audience", "CaseAudience" });

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

            migrationBuilder.CreateIndex(
                name: "IX_past_readers_RecordId",
                table: "past_readers",
                column: "RecordId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "past_readers");

            migrationBuilder.DropPrimaryKey(
                name: "PK_readers",
                table: "readers");

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
                name: "SuspendedAt",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "Teams",
                table: "accounts");

            migrationBuilder.AddPrimaryKey(
                name: "PK_readers",
                table: "readers",
                columns: new[] { "RecordId", "Partner" });
        }
    }
}
