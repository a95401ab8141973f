using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Interdiction.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Prints : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Bases",
                table: "boarding_revisions",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Month",
                table: "boarding_revisions",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Printed",
                table: "audit_entries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.Sql(BeforeStatistics.FillSqlite);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Bases",
                table: "boarding_revisions");

            migrationBuilder.DropColumn(
                name: "Month",
                table: "boarding_revisions");

            migrationBuilder.DropColumn(
                name: "Printed",
                table: "audit_entries");
        }
    }
}
