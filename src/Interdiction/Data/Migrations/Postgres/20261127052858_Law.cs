using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Interdiction.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Law : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "BoardingId",
                table: "tasks",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Duty",
                table: "tasks",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "OwesDuties",
                table: "boarding_revisions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "legal_signatures",
                columns: table => new
                {
                    Set = table.Column<string>(type: "text", nullable: false),
                    Code = table.Column<string>(type: "text", nullable: false),
                    Partner = table.Column<string>(type: "text", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Entered = table.Column<string>(type: "jsonb", nullable: true),
                    Signer = table.Column<Guid>(type: "uuid", nullable: false),
                    SignedBy = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_legal_signatures", x => new { x.Set, x.Code, x.Partner, x.Number });
                });

            migrationBuilder.CreateIndex(
                name: "IX_tasks_BoardingId_Duty",
                table: "tasks",
                columns: new[] { "BoardingId", "Duty" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_boarding_revisions_OwesDuties",
                table: "boarding_revisions",
                column: "OwesDuties",
                filter: "\"OwesDuties\"");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "legal_signatures");

            migrationBuilder.DropIndex(
                name: "IX_tasks_BoardingId_Duty",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "IX_boarding_revisions_OwesDuties",
                table: "boarding_revisions");

            migrationBuilder.DropColumn(
                name: "BoardingId",
                table: "tasks");

            migrationBuilder.DropColumn(
                name: "Duty",
                table: "tasks");

            migrationBuilder.DropColumn(
                name: "OwesDuties",
                table: "boarding_revisions");
        }
    }
}
