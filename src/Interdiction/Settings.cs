using Interdiction.Contracts;

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

    /// <summary>Demonstration accounts and cases, on the first start.</summary>
    public bool Demo { get; init; }

    /// <summary>Says for the second time that a demonstration may listen beyond loopback.</summary>
    public bool DemoBeyondLoopback { get; init; }

    /// <summary>The highest classification that the deployment is accredited for; a record above it is refused. Restricted where absent, secret in a demonstration.</summary>
    public Classification? Accreditation { get; init; }

    public Classification Highest => Accreditation ?? (Demo ? Classification.Secret : Classification.Restricted);

    public string DataFolder => Directory.CreateDirectory(Path.GetFullPath(Data)).FullName;
}
