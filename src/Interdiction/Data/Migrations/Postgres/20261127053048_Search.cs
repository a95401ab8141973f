using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

namespace Interdiction.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Search : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "SearchText",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "PersonsText",
                table: "boarding_revisions");

            migrationBuilder.DropColumn(
                name: "SearchText",
                table: "boarding_revisions");

            migrationBuilder.CreateTable(
                name: "search_entries",
                columns: table => new
                {
                    RowId = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordId = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Originator = table.Column<string>(type: "text", nullable: false),
                    Shows = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    Folded = table.Column<string>(type: "text", nullable: false),
                    Words = table.Column<string>(type: "text", nullable: false),
                    Index = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: true, computedColumnSql: "array_to_tsvector(string_to_array(\"Words\", ' '))", stored: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_entries", x => x.RowId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_search_entries_At_Id",
                table: "search_entries",
                columns: new[] { "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_search_entries_CaseId",
                table: "search_entries",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_search_entries_Index",
                table: "search_entries",
                column: "Index")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "IX_search_entries_RecordId_Revision",
                table: "search_entries",
                columns: new[] { "RecordId", "Revision" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "search_entries");

            migrationBuilder.AddColumn<string>(
                name: "SearchText",
                table: "cases",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "PersonsText",
                table: "boarding_revisions",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "SearchText",
                table: "boarding_revisions",
                type: "text",
                nullable: false,
                defaultValue: "");
        }
    }
}
