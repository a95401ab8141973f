using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Interdiction.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Masks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
        }
    }
}
