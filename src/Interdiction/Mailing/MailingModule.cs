namespace Interdiction.Mailing;

/// <summary>E-mail that something waits, where a mail server is named: written down with what happened, sent afterwards.</summary>
static class MailingModule
{
    public static void AddMailing(this WebApplicationBuilder builder, Settings settings)
    {
        builder.Services.AddScoped<Outbox>();
        if (settings.Mail is null)
            return;
        builder.Services.AddSingleton<Postman>();
        builder.Services.AddHostedService<MailRound>();
    }
}
