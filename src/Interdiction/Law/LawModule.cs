using Interdiction.Contracts;
using Interdiction.Http;

namespace Interdiction.Law;

/// <summary>The law by which reports and requests are judged: rows of the reference data, signed by legal advisers.</summary>
static class LawModule
{
    public static void AddLaw(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<LawBook>();
        builder.Services.AddScoped<LegalRows>();
        builder.Services.AddScoped<Signing>();
        builder.Services.AddHostedService<FollowLaw>();
    }

    public static void MapLaw(this RouteGroupBuilder api)
    {
        var rows = api.MapGroup("/reference/{set}/{row}").WithTags("Reference");
        rows.Get<GetSignature, ShownSignature>("/signature", (string set, string row) => new GetSignature(set, row));
        rows.Put<SignRow, ShownSignature>("/signature", (string set, string row, ShownSignature body) => new SignRow(set, row, body));
        rows.Delete<WithdrawSignature>("/signature", (string set, string row) => new WithdrawSignature(set, row));
    }
}
