using System.Diagnostics;

namespace Interdiction.Tests.Mailing;

/// <summary>A real mail server on loopback, with a certificate of the test's authority. It takes mail by TLS and with a password alone.</summary>
sealed class MailServer : IDisposable
{
    public const string User = "interdiction", Password = "some words", From = "no-reply@interdiction.example";

    /// <summary>Debian's: the package lies there, and not with another interpreter.</summary>
    const string Python = "/usr/bin/python3";

    readonly Certificates certificates = new();
    readonly string folder = Directory.CreateTempSubdirectory("interdiction-mail-").FullName;
    readonly int port = Ports.Free();
    readonly Process process;

    public MailServer()
    {
        using var own = certificates.Server();
        File.WriteAllText(At("authority.pem"), certificates.Authority.ExportCertificatePem());
        File.WriteAllText(At("server.pem"), own.ExportCertificatePem());
        File.WriteAllText(At("server.key"), Certificates.KeyOf(own));
        process = Process.Start(new ProcessStartInfo(Python, [Path.Combine(AppContext.BaseDirectory, "Mailing", "mail-server.py"), $"{port}", folder, At("server.pem"), At("server.key")]) { RedirectStandardOutput = true })!;
        Assert.Equal("ready", process.StandardOutput.ReadLine());
    }

    /// <summary>Takes nothing until it is told to.</summary>
    public bool IsBusy
    {
        set
        {
            if (value)
                File.WriteAllText(At("busy"), "");
            else
                File.Delete(At("busy"));
        }
    }

    public bool TurnedAway => File.Exists(At("turned-away"));

    /// <summary>An address that it does not know.</summary>
    public string Unknown { set => File.WriteAllText(At("unknown"), value); }

    /// <summary>What it took, each with the line, the login and the envelope before it.</summary>
    public IReadOnlyList<string> Taken => [.. Directory.GetFiles(folder, "*.eml").Select(File.ReadAllText)];

    public IReadOnlyList<string> To(string address) => [.. Taken.Where(x => x.Contains($"X-To: {address}\r\n", StringComparison.Ordinal))];

    public IEnumerable<(string Name, string Value)> Settings =>
    [
        ("Mail:Host", "localhost"), ("Mail:Port", $"{port}"), ("Mail:Authorities", At("authority.pem")), ("Mail:User", User), ("Mail:Password", Password), ("Mail:From", From), ("Mail:Every", "00:00:00"),
    ];

    string At(string file) => Path.Combine(folder, file);

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        certificates.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
