using Interdiction.Contracts;
using Interdiction.Http;
using Interdiction.Pipeline;

namespace Interdiction.Evidence;

/// <summary>Photos, scans and files: uploaded in pieces, kept as they came, given out as they came.</summary>
static class EvidenceModule
{
    public static void AddEvidence(this WebApplicationBuilder builder, Settings settings)
    {
        var services = builder.Services;
        services.AddSingleton<EvidenceFolder>();
        services.AddSingleton<IBlobStore>(x => settings.Evidence.S3 is { } s3 ? new S3Store(s3) : new DiskStore(x.GetRequiredService<EvidenceFolder>()));
        services.AddSingleton<Spool>();
        services.AddSingleton<Hands>();
        services.AddSingleton<Vault>();
        services.AddSingleton<Thumbnails>();
        services.AddScoped<Uploading>();
        services.AddHostedService<Expiry>();
        services.AddHostedService<Scan>();
    }

    public static void MapEvidence(this RouteGroupBuilder api)
    {
        var attachments = api.MapGroup("/attachments").WithTags("Evidence");
        attachments.MapUploads();
        attachments.Get<GetAttachment, ShownAttachment>("/{id:guid}", (Guid id) => new GetAttachment(id));
        attachments.Get<GetContent, StoredFile>("/{id:guid}/content", (Guid id) => new GetContent(id), FileTypes.Served, 403, 409, 412, 416);
        attachments.Get<GetThumbnail, Thumbnail>("/{id:guid}/thumbnail", (Guid id) => new GetThumbnail(id), [Thumbnails.MediaType], 409, 422);
        api.MapGroup("/cases/{id:guid}").WithTags("Evidence").Get<ListAttachments, Page<ShownAttachment>>("/attachments", (Guid id, Guid? record, string? limit, string? cursor, string? count) =>
            Parameters.Then(Parameters.Paging(limit, cursor, count), x => new ListAttachments(id, record, x)));
    }
}
