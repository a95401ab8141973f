using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Interdiction.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Custody : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "Record",
                table: "proposals",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "proposals",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "InCustody",
                table: "boardings",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "custody_chains",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BoardingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Originator = table.Column<string>(type: "text", nullable: false),
                    Number = table.Column<string>(type: "text", nullable: false),
                    Description = table.Column<string>(type: "text", nullable: true),
                    Quantity = table.Column<string>(type: "jsonb", nullable: true),
                    Parent = table.Column<Guid>(type: "uuid", nullable: true),
                    Custodian = table.Column<string>(type: "text", nullable: false),
                    Keeper = table.Column<string>(type: "jsonb", nullable: true),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    Ended = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_custody_chains", x => x.Id);
                    table.ForeignKey(
                        name: "FK_custody_chains_boardings_BoardingId",
                        column: x => x.BoardingId,
                        principalTable: "boardings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "custody_events",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ExhibitId = table.Column<Guid>(type: "uuid", nullable: false),
                    BoardingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Type = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Place = table.Column<string>(type: "text", nullable: true),
                    Partner = table.Column<string>(type: "text", nullable: false),
                    To = table.Column<string>(type: "jsonb", nullable: true),
                    Quantity = table.Column<string>(type: "jsonb", nullable: true),
                    Seals = table.Column<string>(type: "jsonb", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false),
                    Remarks = table.Column<string>(type: "text", nullable: true),
                    Witness = table.Column<Guid>(type: "uuid", nullable: true),
                    WitnessName = table.Column<string>(type: "text", nullable: true),
                    Corrects = table.Column<Guid>(type: "uuid", nullable: true),
                    Part = table.Column<Guid>(type: "uuid", nullable: true),
                    Originator = table.Column<string>(type: "text", nullable: false),
                    Recorder = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedBy = table.Column<string>(type: "text", nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DecidedBy = table.Column<string>(type: "text", nullable: true),
                    DecidedPartner = table.Column<string>(type: "text", nullable: true),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DecisionReason = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_custody_events", x => x.Id);
                    table.ForeignKey(
                        name: "FK_custody_events_custody_chains_ExhibitId",
                        column: x => x.ExhibitId,
                        principalTable: "custody_chains",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_custody_chains_BoardingId",
                table: "custody_chains",
                column: "BoardingId");

            migrationBuilder.CreateIndex(
                name: "IX_custody_chains_Parent",
                table: "custody_chains",
                column: "Parent");

            migrationBuilder.CreateIndex(
                name: "IX_custody_events_ExhibitId_Number",
                table: "custody_events",
                columns: new[] { "ExhibitId", "Number" },
                unique: true);

            migrationBuilder.Sql(BeforeCustody.FillAsOwner);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "custody_events");

            migrationBuilder.DropTable(
                name: "custody_chains");

            migrationBuilder.DropColumn(
                name: "Record",
                table: "proposals");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "proposals");

            migrationBuilder.DropColumn(
                name: "InCustody",
                table: "boardings");
        }
    }
}
