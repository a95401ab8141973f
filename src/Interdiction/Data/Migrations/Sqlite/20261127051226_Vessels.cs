using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Interdiction.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Vessels : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "OtherRecord",
                table: "proposals",
                type: "TEXT",
                nullable: true);

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "vessel_keys");

            migrationBuilder.DropTable(
                name: "vessel_links");

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
                name: "OtherRecord",
                table: "proposals");
        }
    }
}
