using Interdiction.Contracts;
using Interdiction.Evidence;
using Interdiction.Http;
using Interdiction.Identity;
using Interdiction.Mailing;
using Interdiction.Notifications;
using Interdiction.Reporting;

namespace Interdiction;

/// <summary>What a deployment decides: section Interdiction of the configuration, or Interdiction__Name in the environment.</summary>
public sealed class Settings
{
    /// <summary>Host name or address to listen on.</summary>
    public string Address { get; init; } = "localhost";

    /// <summary>TCP port.</summary>
    public int Port { get; init; } = 8080;

    /// <summary>Folder of the embedded database, keys and files.</summary>
    public string Data { get; init; } = "./data";

    /// <summary>PostgreSQL connection string; SQLite below the data folder where it is absent.</summary>
    public string? Database { get; init; }

    /// <summary>Connection string of the database's owner, used at start alone. Where it is absent, Database is the owner's, and the login that serves is made from it.</summary>
    public string? DatabaseOwner { get; init; }

    /// <summary>False: a demonstration on PostgreSQL serves as the owner, without row-level security, so that its cost can be measured.</summary>
    public bool RowSecurity { get; init; } = true;

    /// <summary>Demonstration accounts and cases, on the first start.</summary>
    public bool Demo { get; init; }

    /// <summary>Says for the second time that a demonstration may listen beyond loopback.</summary>
    public bool DemoBeyondLoopback { get; init; }

    /// <summary>The highest classification that the deployment is accredited for; a record above it is refused. Restricted where absent, secret in a demonstration.</summary>
    public Classification? Accreditation { get; init; }

    /// <summary>Address by which the world knows this server, as it stands in tokens; that of the request where it is absent, in a demonstration.</summary>
    public Uri? Issuer { get; init; }

    /// <summary>The server's own certificate; plain HTTP where it is absent.</summary>
    public TlsSettings? Tls { get; init; }

    /// <summary>Addresses or networks (10.0.0.0/8) of the proxies before the server: what they say of the client is believed, and nobody else's word.</summary>
    public IReadOnlyList<string> Proxies { get; init; } = [];

    /// <summary>Encrypts the keys below the data folder: 32 bytes in base64, one key a line. The first encrypts; the others still decrypt.</summary>
    public string? Key { get; init; }

    /// <summary>How much is answered in a while.</summary>
    public LimitSettings Limits { get; init; } = new();

    /// <summary>How long before its end people are reminded of something.</summary>
    public ReminderSettings Reminders { get; init; } = new();

    /// <summary>How events are streamed.</summary>
    public EventSettings Events { get; init; } = new();

    /// <summary>Where e-mail is handed in; none is sent where it is absent.</summary>
    public MailSettings? Mail { get; init; }

    /// <summary>Who vouches for what is printed.</summary>
    public PrintSettings Prints { get; init; } = new();

    /// <summary>Where files are kept, how large they may be, and who scans them.</summary>
    public EvidenceSettings Evidence { get; init; } = new();

    /// <summary>How long before a case is destroyed every partner that reads it is told, so that it can be stopped.</summary>
    public TimeSpan DestructionNotice { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Servers of partners in which their people sign in; each speaks for its partner alone.</summary>
    public IReadOnlyList<IssuerSettings> Issuers { get; init; } = [];

    /// <summary>The server of a partner, by its code in any case; null where it has none here.</summary>
    public IssuerSettings? IssuerOf(string partner) => Issuers.FirstOrDefault(x => x.Partner.Equals(partner, StringComparison.OrdinalIgnoreCase));

    /// <summary>True where people and systems reach the server by TLS, its own or that of a proxy.</summary>
    public bool IsOnTls => Tls is not null || Proxies.Count > 0;
    /// <summary>Everybody signs in with a passkey, or with a second factor beside the password. True where absent, but in a demonstration.</summary>
    public bool? SecondFactor { get; init; }

    /// <summary>How long a session lasts without use.</summary>
    public TimeSpan SessionIdle { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long a session lasts however much it is used.</summary>
    public TimeSpan SessionLongest { get; init; } = TimeSpan.FromHours(24);

    public bool AsksSecondFactor => SecondFactor ?? !Demo;

    public Classification Highest => Accreditation ?? (Demo ? Classification.Secret : Classification.Restricted);

    public string DataFolder => Directory.CreateDirectory(Path.GetFullPath(Data)).FullName;
}
