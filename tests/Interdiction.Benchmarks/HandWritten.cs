using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Interdiction.Benchmarks;

/// <summary>
/// The least that must be done: the same rows written and read with one batch and one commit a request, over HTTP, with
/// the reading predicate and the audit row, and without tokens, validation, screening, messages or entities.
/// </summary>
sealed class HandWritten(WebApplication app) : IAsyncDisposable
{
    const string Audit = """
        INSERT INTO audit_entries ("Id", "At", "Actor", "ActorName", "Partner", "Roles", "Action", "Resource", "Outcome", "Rule", "RequestId")
        VALUES ($1, now(), $2, 'Officer system of AUS', 'AUS', 'officer', $3, $4, 'done', 'readContent', $5)
        """;

    static readonly Guid Actor = Guid.CreateVersion7();

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<HandWritten> Start(NpgsqlDataSource source, (Guid Report, Guid Case) template)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.WebHost.ConfigureKestrel(x => x.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var filing = await Filing.Of(source, template);
        app.MapGet("/api/v1/boardings/{id:guid}", (HttpContext context, Guid id) => Read(context, source, id));
        app.MapGet("/api/v1/cases", (HttpContext context) => Page(context, source));
        app.MapPost("/api/v1/boardings", (HttpContext context) => filing.File(context, source));
        await app.StartAsync();
        return new HandWritten(app);
    }

    public static NpgsqlBatchCommand AuditOf(string action, Guid? resource, HttpContext context) =>
        Command(Audit, Guid.CreateVersion7(), Actor, action, resource ?? Guid.Empty, context.TraceIdentifier);

    public static NpgsqlBatchCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }

    /// <summary>A batch on a connection of its own; its statements are prepared once a connection.</summary>
    public static async Task<NpgsqlBatch> Batch(NpgsqlConnection connection, params IEnumerable<NpgsqlBatchCommand> commands)
    {
        var batch = new NpgsqlBatch(connection);
        foreach (var command in commands)
            batch.BatchCommands.Add(command);
        await batch.PrepareAsync();
        return batch;
    }

    static async Task Read(HttpContext context, NpgsqlDataSource source, Guid id)
    {
        await using var connection = await source.OpenConnectionAsync(context.RequestAborted);
        await using var batch = await Batch(connection, Command("""
            SELECT v."Report", v."Screening", b."Marking", b."Number", c."Number", v."Number", v."Version", v."State", b."FiledAt", b."FiledBy", v."SubmittedAt", v."AcceptedAt"
            FROM readers r
            JOIN boarding_revisions v ON v."BoardingId" = r."RecordId" AND v."Number" = r."Revision"
            JOIN boardings b ON b."Id" = r."RecordId"
            JOIN cases c ON c."Id" = b."CaseId"
            WHERE r."RecordId" = $1 AND r."Partner" = 'AUS' AND r."Classification" <= 3
            """, id), AuditOf("GetBoardingReport", id, context));
        await Answer(context, batch, "{\"report\":", "}");
    }

    static async Task Page(HttpContext context, NpgsqlDataSource source)
    {
        await using var connection = await source.OpenConnectionAsync(context.RequestAborted);
        await using var batch = await Batch(connection, Command("""
            SELECT jsonb_build_object('id', c."Id", 'number', c."Number", 'title', c."Title", 'mode', c."Mode", 'status', c."Status", 'leadPartner', c."LeadPartner",
                'originator', c."Originator", 'openedAt', c."OpenedAt", 'marking', c."Marking",
                'participants', (SELECT jsonb_agg(jsonb_build_object('partner', p."Partner", 'part', p."Part")) FROM participants p WHERE p."CaseId" = c."Id"))::text
            FROM readers r JOIN cases c ON c."Id" = r."RecordId"
            WHERE r."Partner" = 'AUS' AND r."Kind" = 0 AND r."Classification" <= 3
            ORDER BY r."At" DESC, r."RecordId" DESC LIMIT 51
            """), AuditOf("ListCases", null, context));
        await Answer(context, batch, "{\"items\":[", "]}");
    }

    static async Task Answer(HttpContext context, NpgsqlBatch batch, string before, string after)
    {
        await using var reader = await batch.ExecuteReaderAsync(context.RequestAborted);
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(reader.GetString(0));
        await reader.NextResultAsync();
        await reader.DisposeAsync();
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(before + string.Join(',', rows) + after);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
