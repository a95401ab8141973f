using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Interdiction.Cli;
using Interdiction.Tests.Data;
using Microsoft.EntityFrameworkCore;
using UglyToad.PdfPig;

namespace Interdiction.Tests.Reporting;

/// <summary>Prints are signed, hold their record, and say without a network whether they are whole.</summary>
public sealed class SignatureTests(Server server) : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("interdiction-print-");

    static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public void Dispose() => folder.Delete(recursive: true);

    static async Task<byte[]> Print(Server from, string who = "aus-officer", object? changes = null)
    {
        var filed = (await (await from.As("aus-officer")).Post("boardings?submit=true", Documents.Report(changes))).Is(201).Json;
        return (await (await from.As(who)).Get($"boardings/{filed["id"]}/report.pdf")).Is(200).Bytes;
    }

    async Task<string> Saved(byte[] content, string name = "print.pdf")
    {
        var path = Path.Combine(folder.FullName, name);
        await File.WriteAllBytesAsync(path, content, TestContext.Current.CancellationToken);
        return path;
    }

    async Task<string> Certificate(Server of)
    {
        using var anybody = of.Anonymous();
        return await Saved((await anybody.Get("/print-certificate.pem")).Is(200).Bytes, "certificate.pem");
    }

    /// <returns>Exit status, and all that was said.</returns>
    static async Task<(int Status, string Said)> Verify(string path, string? certificate = null)
    {
        await using var said = new StringWriter();
        var status = await Command.Run(["verify", path, .. certificate is null ? Array.Empty<string>() : ["--certificate", certificate]], said, said, TestContext.Current.CancellationToken);
        return (status, said.ToString());
    }

    [Fact]
    public async Task A_print_is_whole_and_says_by_whom_and_for_whom()
    {
        var path = await Saved(await Print(server, "jpn-officer", new { persons = new { crewCount = 3, masterName = "Somebody" } }));
        var (status, said) = await Verify(path, await Certificate(server));
        Assert.Equal(0, status);
        foreach (var words in new[] { "Whole", "The signer is the one whose certificate was given.", "Boarding report BR-", "For Officer system of JPN, JPN", "no time stamp", "/persons/masterName (notSuspected)" })
            Assert.Contains(words, said, StringComparison.Ordinal);
        // Without a certificate the bytes alone are looked at, and that is said.
        (status, said) = await Verify(path);
        Assert.Equal(0, status);
        Assert.Contains("Nobody vouches for the signer", said, StringComparison.Ordinal);

        using var other = Process.Start(new ProcessStartInfo("pdfsig", ["-nocert", path]) { RedirectStandardOutput = true })!;
        var seen = await other.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        foreach (var words in new[] { "Signature is Valid.", "Total document signed", "ETSI.CAdES.detached" })
            Assert.Contains(words, seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_byte_is_changed_it_is_not_whole()
    {
        var (print, certificate) = (await Print(server), await Certificate(server));
        var path = await Saved(print);
        var from = Encoding.Latin1.GetString(print).IndexOf("/ByteRange", StringComparison.Ordinal);
        // All over the file, and byte by byte where the signature says what it covers, and in the signature itself.
        foreach (var at in Enumerable.Range(0, print.Length / 331).Select(x => 331 * x).Concat(Enumerable.Range(from - 150, 2_000)).Append(print.Length - 1))
        {
            print[at] ^= 1;
            await Saved(print);
            var (status, said) = await Verify(path, certificate);
            Assert.True(status == 1 && said.StartsWith("Not whole: ", StringComparison.Ordinal), $"Byte {at}: {status} {said}");
            print[at] ^= 1;
        }
        await Saved(print);
        Assert.Equal(0, (await Verify(path, certificate)).Status);
    }

    [Fact]
    public async Task What_was_added_cut_off_or_signed_by_another_is_named()
    {
        var (print, certificate) = (await Print(server), await Certificate(server));
        Assert.Contains("7 bytes were added", (await Verify(await Saved([.. print, .. "%more%\n"u8]))).Said, StringComparison.Ordinal);
        Assert.Equal(1, (await Verify(await Saved(print[..^40]))).Status);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var stranger = new CertificateRequest("CN=Prints of localhost, O=Interdiction", key, HashAlgorithmName.SHA256).CreateSelfSigned(Now.AddDays(-1), Now.AddDays(1));
        var (status, said) = await Verify(await Saved(print), await Saved(Encoding.ASCII.GetBytes(stranger.ExportCertificatePem()), "stranger.pem"));
        Assert.Equal(1, status);
        Assert.Contains("signed by somebody else", said, StringComparison.Ordinal);

        foreach (var (content, name) in new[] { ("no file of ours"u8.ToArray(), "a.txt"), ([], "empty.pdf"), ("%PDF-1.7\n%%EOF\n"u8.ToArray(), "other.pdf") })
            Assert.Equal(2, (await Verify(await Saved(content, name), certificate)).Status);
        Assert.Equal(2, (await Verify(Path.Combine(folder.FullName, "nowhere.pdf"))).Status);
        Assert.Equal(1, (await Verify(await Saved(print), await Saved([1, 2, 3], "no.pem"))).Status);
    }

    [Fact]
    public async Task The_audit_entry_of_a_print_commits_to_the_record_in_it()
    {
        using var document = PdfDocument.Open(await Print(server));
        Assert.True(document.Advanced.TryGetEmbeddedFiles(out var files));
        var record = Assert.Single(files).Bytes.ToArray();
        var print = (Guid)JsonNode.Parse(record)!["record"]!["copy"]!["print"]!;
        var entry = await server.AsOwner(db => db.AuditEntries.AsNoTracking().SingleAsync(x => x.Id == print, TestContext.Current.CancellationToken));
        Assert.Equal(("PrintBoardingReport", "done", Convert.ToHexStringLower(SHA256.HashData(record))), (entry.Action, entry.Outcome, entry.Printed));
    }

    [Fact]
    public async Task A_print_bears_a_time_stamp_where_an_authority_answers()
    {
        await using var authority = await TimeStampServer.Start();
        await using var own = new Server { Settings = { ["Prints:TimeStamps"] = authority.Address.ToString() } };
        await own.InitializeAsync();
        var certificate = await Certificate(own);
        var (status, said) = await Verify(await Saved(await Print(own)), certificate);
        Assert.Equal(0, status);
        Assert.Contains("by CN=Test time stamps", said, StringComparison.Ordinal);
        // It is printed all the same where none does.
        authority.Works = false;
        (status, said) = await Verify(await Saved(await Print(own)), certificate);
        Assert.Equal(0, status);
        Assert.Contains("no time stamp", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_nation_signs_with_a_certificate_of_its_own()
    {
        using var key = RSA.Create(3072);
        var root = new CertificateRequest("CN=Root of a nation", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        root.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var ca = root.CreateSelfSigned(Now.AddDays(-1), Now.AddDays(9));
        using var leafKey = RSA.Create(3072);
        var request = new CertificateRequest("CN=Prints of a nation", leafKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.NonRepudiation, true));
        using var leaf = request.Create(ca, Now.AddDays(-1), Now.AddDays(8), [1, 2, 3]);
        var pem = await Saved(Encoding.ASCII.GetBytes($"{leaf.ExportCertificatePem()}\n{ca.ExportCertificatePem()}\n{leafKey.ExportPkcs8PrivateKeyPem()}\n"), "nation.pem");
        await using var own = new Server { Settings = { ["Prints:Certificate"] = pem } };
        await own.InitializeAsync();
        var (status, said) = await Verify(await Saved(await Print(own)), await Saved(Encoding.ASCII.GetBytes(ca.ExportCertificatePem()), "root.pem"));
        Assert.Equal(0, status);
        Assert.Contains("CN=Root of a nation, whose certificate was given, vouches for the signer.", said, StringComparison.Ordinal);
        using var anybody = own.Anonymous();
        Assert.DoesNotContain("PRIVATE", (await anybody.Get("/print-certificate.pem")).Is(200).Text, StringComparison.Ordinal);
    }
}
