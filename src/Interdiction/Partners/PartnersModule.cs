namespace Interdiction.Partners;

/// <summary>The partners that take part.</summary>
static class PartnersModule
{
    public static void AddPartners(this WebApplicationBuilder builder) => builder.Services.AddSingleton<PartnerRegister>();
}
