using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Interdiction.Tests.Reporting;

/// <summary>A time-stamping authority (RFC 3161) on loopback: OpenSSL makes the stamps.</summary>
sealed class TimeStampServer : IAsyncDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("interdiction-tsa-");
    WebApplication? app;

    public Uri Address { get; private init; } = new($"http://127.0.0.1:{Ports.Free()}/stamp");

    /// <summary>False: it answers that it is out of order.</summary>
    public bool Works { get; set; } = true;

    public static async Task<TimeStampServer> Start()
    {
        var it = new TimeStampServer();
        await File.WriteAllTextAsync(it.At("tsa.cnf"), $"""
            [req]
            distinguished_name = name
            prompt = no
            x509_extensions = extensions
            [name]
            CN = Test time stamps
            [extensions]
            keyUsage = critical, digitalSignature
            extendedKeyUsage = critical, timeStamping
            [tsa]
            default_tsa = own
            [own]
            serial = {it.At("serial")}
            signer_cert = {it.At("tsa.pem")}
            signer_key = {it.At("tsa.key")}
            certs = {it.At("tsa.pem")}
            signer_digest = sha256
            default_policy = 1.2.3.4.1
            digests = sha256
            accuracy = secs:1
            ess_cert_id_alg = sha256
            """);
        await File.WriteAllTextAsync(it.At("serial"), "01\n");
        await it.OpenSsl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-config", it.At("tsa.cnf"), "-keyout", it.At("tsa.key"), "-out", it.At("tsa.pem"));
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(it.Address.GetLeftPart(UriPartial.Authority));
        builder.Logging.ClearProviders();
        it.app = builder.Build();
        it.app.MapPost("/stamp", it.Answer);
        await it.app.StartAsync();
        return it;
    }

    async Task<IResult> Answer(HttpRequest request)
    {
        if (!Works)
            return Results.StatusCode(503);
        await using (var query = File.Create(At("query")))
            await request.Body.CopyToAsync(query);
        await OpenSsl("ts", "-reply", "-config", At("tsa.cnf"), "-queryfile", At("query"), "-out", At("reply"));
        return Results.Bytes(await File.ReadAllBytesAsync(At("reply")), "application/timestamp-reply");
    }

    async Task OpenSsl(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("openssl", arguments) { RedirectStandardError = true, WorkingDirectory = folder.FullName })!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, error);
    }

    string At(string name) => Path.Combine(folder.FullName, name);

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
