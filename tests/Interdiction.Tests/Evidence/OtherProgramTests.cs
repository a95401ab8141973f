using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Interdiction.Evidence;
using Interdiction.Tests.CaseWork;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Interdiction.Tests.Evidence;

/// <summary>With what others wrote: a client of the upload protocol, a server of S3, a virus scanner.</summary>
public sealed class OtherProgramTests(Server server)
{
    [Fact]
    public async Task A_client_of_the_protocol_uploads_breaks_off_goes_on_and_ends_what_it_began()
    {
        var officer = await server.As("aus-officer");
        var (@case, file) = (await officer.OpenCase(), RandomNumberGenerator.GetBytes(300_000));
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, file, TestContext.Current.CancellationToken);
        using var client = await Programs.Start("upload.mjs", settings: new JsonObject
        {
            ["address"] = server.Address.ToString().TrimEnd('/'), ["token"] = officer.DefaultRequestHeaders.Authorization!.ToString(), ["record"] = @case, ["file"] = path, ["name"] = "甲板.bin", ["pieces"] = 6,
        }.ToJsonString());
        var said = await client.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.True(said.Length > 0, await client.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        File.Delete(path);
        var result = JsonNode.Parse(said)!;
        Assert.True(result["error"] is null, said);
        var id = ((string)result["url"]!).Split('/')[^1];
        var it = (await officer.Get($"attachments/{id}")).Is(200).Json;
        Assert.Equal(("甲板.bin", Files.Sha256(file)), ((string)it["name"]!, (string)it["sha256"]!));
        Assert.Equal(file, (await officer.Get($"attachments/{id}/content")).Is(200).Bytes);
        (await officer.Ask(((string)result["ended"]!).Split('/')[^1])).Is(404);
        // It asked where the upload stood before it went on, and what was there was not sent again.
        var requests = result["requests"]!.AsArray().Select(x => (string)x!).ToList();
        Assert.Equal((2, 1, 1), (requests.Count(x => x == "POST 201"), requests.Count(x => x == "HEAD 200"), requests.Count(x => x == "DELETE 204")));
        Assert.InRange(requests.Count(x => x == "PATCH 204"), 7, 8);
    }

    [Fact]
    public async Task Files_are_kept_in_a_bucket_where_one_is_configured()
    {
        var folder = Directory.CreateTempSubdirectory("interdiction-s3-");
        using var store = await Programs.Start("store.mjs", folder.FullName);
        try
        {
            var port = await store.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            Assert.True(port is { Length: > 0 }, port is null ? await store.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken) : port);
            await using var own = new Server
            {
                Settings =
                {
                    ["Evidence:S3:Bucket"] = "evidence", ["Evidence:S3:Endpoint"] = $"http://127.0.0.1:{port}/", ["Evidence:S3:AccessKey"] = "S3RVER", ["Evidence:S3:SecretKey"] = "S3RVER",
                },
            };
            await own.InitializeAsync();
            var officer = await own.As("aus-officer");
            var @case = await officer.OpenCase();
            var file = Pictures.Jpeg(900, 700, Pictures.Exif());
            var it = await officer.Upload(@case, "a.jpg", file);
            Assert.Equal(file, (await officer.Get($"attachments/{it["id"]}/content")).Is(200).Bytes);
            Assert.Equal(file[500..900], (await officer.Get($"attachments/{it["id"]}/content", ("Range", "bytes=500-899"))).Is(206).Bytes);
            Assert.Equal(file[^100..], (await officer.Get($"attachments/{it["id"]}/content", ("Range", "bytes=-100"))).Is(206).Bytes);
            (await officer.Get($"attachments/{it["id"]}/thumbnail")).Is(200);
            var again = await officer.Upload(@case, "b.jpg", file);
            Assert.Equal(file, (await officer.Get($"attachments/{again["id"]}/content")).Is(200).Bytes);
            // It lies in the bucket under its hash, once, and nowhere here.
            var kept = folder.EnumerateFiles($"{Files.Sha256(file)}*", SearchOption.AllDirectories).Where(x => x.Length == file.Length).ToList();
            Assert.Single(kept);
            Assert.False(Directory.Exists(own.Services.GetRequiredService<EvidenceFolder>().Blobs));
            Assert.Empty(Directory.EnumerateFiles(own.Services.GetRequiredService<EvidenceFolder>().Uploads));
            var damaged = await File.ReadAllBytesAsync(kept[0].FullName, TestContext.Current.CancellationToken);
            damaged[300] ^= 1;
            await File.WriteAllBytesAsync(kept[0].FullName, damaged, TestContext.Current.CancellationToken);
            Assert.Equal("damaged", (string)(await officer.Get($"attachments/{it["id"]}/content")).Is(500).Json["code"]!);
            // It is taken away for good, once and again.
            var bucket = own.Services.GetRequiredService<IBlobStore>();
            for (var times = 0; times < 2; times++)
                await bucket.Destroy(Files.Sha256(file), TestContext.Current.CancellationToken);
            Assert.Null(await bucket.Open(Files.Sha256(file), TestContext.Current.CancellationToken));
        }
        finally
        {
            store.StandardInput.Close();
            await store.WaitForExitAsync(TestContext.Current.CancellationToken);
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_file_waits_in_quarantine_for_the_scanner_and_stays_there_where_it_finds_something()
    {
        var sick = Files.Text("This stands for something that a scanner finds.");
        var port = Ports.Free();
        await using var own = new Server { Settings = { ["Evidence:Clamd"] = $"127.0.0.1:{port}" } };
        await own.InitializeAsync();
        var scan = own.Services.GetServices<IHostedService>().OfType<Scan>().Single();
        var officer = await own.As("aus-officer");
        var @case = await officer.OpenCase();
        // What came first is larger than the scanner takes: it waits for a larger limit, and nothing else waits for it.
        var large = await officer.Upload(@case, "large.txt", Files.Text(new string('x', 2 * Scanner.Largest)));
        var (bad, good) = (await officer.Upload(@case, "bad.txt", sick), await officer.Upload(@case, "good.jpg", Pictures.Jpeg()));
        // The scanner is not there yet: nothing is given out before it was.
        await Assert.ThrowsAnyAsync<Exception>(() => scan.Look(TestContext.Current.CancellationToken));
        foreach (var path in new[] { "content", "thumbnail" })
            Assert.Equal("inQuarantine", (string)(await officer.Get($"attachments/{good["id"]}/{path}")).Is(409).Json["code"]!);
        Assert.Equal("waiting", (string)good["state"]!);

        using var clamd = await Scanner.Start(port, sick);
        for (var i = 0; i < 100 && (string)(await officer.Get($"attachments/{bad["id"]}")).Json["state"]! == "waiting"; i++)
            await Task.Delay(300, TestContext.Current.CancellationToken);
        var found = (await officer.Get($"attachments/{bad["id"]}")).Is(200).Json;
        Assert.Equal(("quarantined", "Interdiction.Test.UNOFFICIAL"), ((string)found["state"]!, (string)found["finding"]!));
        Assert.Equal("inQuarantine", (string)(await officer.Get($"attachments/{bad["id"]}/content")).Is(409).Json["code"]!);
        for (var i = 0; i < 100 && (string)(await officer.Get($"attachments/{good["id"]}")).Json["state"]! == "waiting"; i++)
            await Task.Delay(300, TestContext.Current.CancellationToken);
        Assert.Equal("clean", (string)(await officer.Get($"attachments/{good["id"]}")).Json["state"]!);
        (await officer.Get($"attachments/{good["id"]}/content")).Is(200);
        (await officer.Get($"attachments/{good["id"]}/thumbnail")).Is(200);
        Assert.Equal("inQuarantine", (string)(await officer.Get($"attachments/{large["id"]}/content")).Is(409).Json["code"]!);
        Assert.Equal(["clean", "quarantined", "waiting"], (await officer.Get($"cases/{@case}/contents")).Json["attachments"]!.AsArray().Select(x => (string)x!["state"]!).Order());
    }
}

/// <summary>A ClamAV daemon with one signature of our own.</summary>
sealed class Scanner(Process process, DirectoryInfo folder) : IDisposable
{
    /// <summary>Bytes that it takes of one file.</summary>
    public const int Largest = 1 << 20;

    public static async Task<Scanner> Start(int port, byte[] sick)
    {
        var folder = Directory.CreateTempSubdirectory("interdiction-clamd-");
#pragma warning disable CA5351 // Signatures of whole files are of MD5.
        var signature = $"{Convert.ToHexStringLower(MD5.HashData(sick))}:{sick.Length}:Interdiction.Test\n";
#pragma warning restore CA5351
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "own.hdb"), signature);
        var configuration = Path.Combine(folder.FullName, "clamd.conf");
        await File.WriteAllTextAsync(configuration, $"Foreground yes\nTCPSocket {port}\nTCPAddr 127.0.0.1\nStreamMaxLength {Largest}\nDatabaseDirectory {folder.FullName}\nUser {Environment.UserName}\n");
        // Debian's, which does not lie on everybody's path.
        var start = new ProcessStartInfo("/usr/sbin/clamd", ["--config-file", configuration]) { RedirectStandardOutput = true, RedirectStandardError = true };
        return new Scanner(Process.Start(start) ?? throw new InvalidOperationException("clamd did not start."), folder);
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        folder.Delete(recursive: true);
    }
}
