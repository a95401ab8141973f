using Interdiction.Data;

namespace Interdiction.Demonstration;

/// <summary>Accounts and cases to try the product with, on the first start of a demonstration.</summary>
static class DemonstrationModule
{
    public static void AddDemonstration(this WebApplicationBuilder builder, Settings settings)
    {
        if (settings.Demo)
        {
            builder.Services.AddScoped<DemonstrationCases>();
            builder.Services.AddHostedService<Announcement>();
            builder.Services.AddScoped<IFirstStart, DemonstrationSeed>();
        }
    }
}
