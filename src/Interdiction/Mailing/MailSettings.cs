using System.Net;
using MimeKit;

namespace Interdiction.Mailing;

/// <summary>How the line to the mail server is secured: TLS that begins in the open and is insisted on, or from the first byte; none on loopback alone.</summary>
public enum MailTls { Start, Whole, None }

/// <summary>The server where e-mail is handed in. It is called by its name here, and by no other.</summary>
public sealed class MailSettings
{
    public required string Host { get; init; }

    /// <summary>TCP port; 465 where absent with TLS from the first byte, otherwise 587.</summary>
    public int? Port { get; init; }
    public MailTls Tls { get; init; } = MailTls.Start;

    /// <summary>PEM file with the authorities that vouch for the server; those of the machine where it is absent.</summary>
    public string? Authorities { get; init; }

    /// <summary>Who hands in; nobody where the server does not ask.</summary>
    public string? User { get; init; }
    public string? Password { get; init; }

    /// <summary>Address from which the mail comes.</summary>
    public required string From { get; init; }

    /// <summary>At most one mail to a person in this time.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Why no mail can be sent so; null for nothing.</summary>
    internal string? Fault =>
        !(MailboxAddress.TryParse(From, out var from) && from.Domain is { Length: > 0 }) ? "Interdiction__Mail__From is not an e-mail address."
        : Tls is MailTls.None && Host != "localhost" && !(IPAddress.TryParse(Host, out var ip) && IPAddress.IsLoopback(ip)) ? "E-mail is handed in by TLS: take Interdiction__Mail__Tls=None away, which is for loopback alone."
        : User is null != Password is null ? "Interdiction__Mail__User and Interdiction__Mail__Password go together."
        : null;
}
