using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Interdiction.Http;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Interdiction.Mailing;

/// <summary>Hands e-mail in at the mail server. A mail says that something waits and where, and no word of what.</summary>
sealed class Postman(Settings settings, Addresses addresses, TimeProvider clock, ILogger<Postman> log)
{
    const string Subject = "Something waits for you in Interdiction";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <param name="id">Of the mail: the same however often it is tried, so that a server or reader can tell a copy.</param>
    public async Task<MailResult> Send(Guid id, string to, CancellationToken stop)
    {
        var mail = settings.Mail!;
        try
        {
            using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
            if (mail.Authorities is { } file)
                Trust(client, file);
            await client.ConnectAsync(mail.Host, mail.Port ?? (mail.Tls is MailTls.Whole ? 465 : 587), mail.Tls switch
            {
                MailTls.Start => SecureSocketOptions.StartTls,
                MailTls.Whole => SecureSocketOptions.SslOnConnect,
                MailTls.None => SecureSocketOptions.None,
            }, stop);
            if (mail.User is { } user)
                await client.AuthenticateAsync(user, mail.Password!, stop);
            await client.SendAsync(Write(id, to, mail), stop);
            await client.DisconnectAsync(true, stop);
            return MailResult.Taken;
        }
        catch (SmtpCommandException refused) when (refused is { ErrorCode: SmtpErrorCode.RecipientNotAccepted, StatusCode: >= SmtpStatusCode.SyntaxError })
        {
            log.LogWarning("The mail server takes no mail for an account's address: {Status}.", (int)refused.StatusCode);
            return MailResult.Refused;
        }
        catch (Exception failure) when (failure is CommandException or ProtocolException or AuthenticationException or SslHandshakeException or NotSupportedException or IOException or SocketException or TimeoutException)
        {
            log.LogError(failure, "Mail {Id} could not be handed in at {Host}; it is tried again.", id, mail.Host);
            return MailResult.Failed;
        }
    }

    MimeMessage Write(Guid id, string to, MailSettings mail)
    {
        var from = MailboxAddress.Parse(mail.From);
        var message = new MimeMessage([from], [new MailboxAddress(null, to)], Subject, new TextPart("plain")
        {
            Text = $"""
                Something waits for you in Interdiction. Sign in to see what it is:

                {addresses.Of("/notifications")}

                This mail says no more on purpose. On the page of your account you can choose to get none:

                {addresses.Of("/account")}

                """,
        })
        {
            MessageId = $"{id:N}@{from.Domain}",
            Date = clock.GetUtcNow(),
        };
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }

    /// <summary>Believes these authorities and no others.</summary>
    static void Trust(SmtpClient client, string file)
    {
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPemFile(file);
        // An authority of one's own seldom tells what it has revoked; whoever takes a certificate back there takes the authority out of the file.
        client.CheckCertificateRevocation = false;
        client.ServerCertificateValidationCallback = (_, certificate, sent, faults) =>
        {
            if (certificate is null || (faults & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None)
                return false;
            using var chain = new X509Chain { ChainPolicy = { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck } };
            chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
            foreach (var between in sent?.ChainElements.Skip(1) ?? [])
                chain.ChainPolicy.ExtraStore.Add(between.Certificate);
            return chain.Build(new X509Certificate2(certificate));
        };
    }
}
