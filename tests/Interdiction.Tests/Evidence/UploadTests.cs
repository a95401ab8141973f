using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Interdiction.Evidence;
using Interdiction.Tests.Access;
using Interdiction.Tests.CaseWork;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Interdiction.Tests.Evidence;

/// <summary>Uploads in pieces: where they stand, whose they are, how they end.</summary>
public sealed class UploadTests(Server server)
{
    [Fact]
    public async Task A_file_comes_in_pieces_and_is_an_attachment_with_its_last_byte()
    {
        var officer = await server.As("aus-officer");
        var @case = await officer.OpenCase();
        var file = RandomNumberGenerator.GetBytes(100_000);
        var begun = await officer.Begin(@case, "holds/photo 漢.bin", file.Length, sha256: Files.Sha256(file));
        Assert.Equal(0, (await officer.Ask(begun.Id())).Is(200).Offset());
        (await officer.Get($"attachments/{begun.Id()}")).Is(404);
        Assert.Equal(40_000, (await officer.Append(begun.Id(), 0, file[..40_000])).Is(204).Offset());
        var asked = (await officer.Ask(begun.Id())).Is(200);
        Assert.Equal((40_000, "100000", "1.0.0"), (asked.Offset(), asked.Headers.GetValues("Upload-Length").Single(), asked.Headers.GetValues("Tus-Resumable").Single()));
        Assert.True(asked.Headers.Contains("Upload-Expires"));
        Assert.Equal("offsetConflict", (string)(await officer.Append(begun.Id(), 0, file)).Is(409).Json["code"]!);
        (await officer.Append(begun.Id(), 40_000, [.. file, 1])).Is(400);
        Assert.Equal(100_000, (await officer.Append(begun.Id(), 40_000, file[40_000..])).Is(204).Offset());

        var it = (await officer.Get($"attachments/{begun.Id()}")).Is(200).Json;
        Assert.Equal(("photo 漢.bin", Files.Sha256(file), 100_000, @case, "case"), ((string)it["name"]!, (string)it["sha256"]!, (int)it["size"]!, (string)it["recordId"]!, (string)it["recordKind"]!));
        Assert.Matches("^AT-20[0-9]{2}-AUS-", (string)it["number"]!);
        Assert.Equal(file, (await officer.Get($"attachments/{begun.Id()}/content")).Is(200).Bytes);

        // What has arrived stays: whoever lost the answer is told so, and nobody writes to it or takes it back.
        Assert.Equal(100_000, (await officer.Ask(begun.Id())).Is(200).Offset());
        (await officer.Append(begun.Id(), 0, file)).Is(409);
        (await officer.Append(begun.Id(), 100_000, [])).Is(204);
        (await officer.Append(begun.Id(), 100_000, [1])).Is(400);
        (await officer.BreakOff(begun.Id())).Is(409);
        Assert.Equal(file, (await officer.Get($"attachments/{begun.Id()}/content")).Is(200).Bytes);
    }

    [Fact]
    public async Task A_piece_is_kept_where_its_checksum_fits_and_not_where_it_does_not()
    {
        var officer = await server.As("aus-officer");
        var (@case, file) = (await officer.OpenCase(), RandomNumberGenerator.GetBytes(5_000));
        string Sum(byte[] x) => Convert.ToBase64String(SHA256.HashData(x));
#pragma warning disable CA5350 // The protocol has it so.
        string Sha1(byte[] x) => Convert.ToBase64String(SHA1.HashData(x));
#pragma warning restore CA5350
        var id = (await officer.Begin(@case, "a", 5_000, file[..2_000], headers: ("Upload-Checksum", $"sha1 {Sha1(file[..2_000])}"))).Id();
        Assert.Equal("checksumMismatch", (string)(await officer.Append(id, 2_000, file[2_000..], ("Upload-Checksum", $"sha256 {Sum(file)}"))).Is(460).Json["code"]!);
        Assert.Equal(2_000, (await officer.Ask(id)).Offset());
        (await officer.Append(id, 2_000, file[2_000..], ("Upload-Checksum", "md5 abcd"))).Is(400);
        (await officer.Append(id, 2_000, file[2_000..], ("Upload-Checksum", $"sha256 {Sum(file[2_000..])}"))).Is(204);
        Assert.Equal(Files.Sha256(file), (string)(await officer.Get($"attachments/{id}")).Is(200).Json["sha256"]!);
    }

    [Fact]
    public async Task A_file_that_is_another_than_was_promised_is_not_kept()
    {
        var officer = await server.As("aus-officer");
        var @case = await officer.OpenCase();
        var begun = (await officer.Begin(@case, "a", 3, sha256: Files.Sha256([9]))).Id();
        (await officer.Append(begun, 0, [1, 2, 3])).Is(460);
        (await officer.Ask(begun)).Is(404);
        Assert.Empty((await officer.Get($"cases/{@case}/contents")).Json["attachments"]!.AsArray());
    }

    [Fact]
    public async Task An_upload_that_is_broken_off_leaves_nothing()
    {
        var officer = await server.As("aus-officer");
        var @case = await officer.OpenCase();
        var ended = (await officer.Begin(@case, "a", 10, [1, 2])).Id();
        var spool = server.Services.GetRequiredService<Spool>();
        Assert.True(spool.Holds(Guid.Parse(ended)));
        (await officer.BreakOff(ended)).Is(204);
        (await officer.Ask(ended)).Is(404);
        (await officer.BreakOff(ended)).Is(404);
        Assert.False(spool.Holds(Guid.Parse(ended)));
    }

    [Fact]
    public async Task What_is_not_a_good_upload_is_refused_and_leaves_nothing()
    {
        var (officer, reader) = (await server.As("aus-officer"), await server.As("jpn-officer"));
        var @case = await officer.OpenCase();
        byte[] file = [1, 2, 3];
        async Task Refused(int status, string code, Task<Answer> answer) => Assert.Equal(code, (string)(await answer).Is(status).Json["code"]!);

        await Refused(404, "notFound", officer.Begin(Guid.CreateVersion7().ToString(), "a", 3, file));
        await Refused(404, "notFound", (await server.As("fra-officer")).Begin(@case, "a", 3, file));
        Assert.NotNull((await reader.Begin(@case, "a", 3, file)).Is(403).Json["reasons"]);
        await Refused(403, "notAllowed", (await server.As("aus-auditor")).Begin(@case, "a", 3, file));
        await Refused(404, "notFound", (await server.As("aus-administrator")).Begin(@case, "a", 3, file));
        await Refused(403, "notAllowed", (await server.As("aus-officer2")).Begin(@case, "a", 3, file, Talk.Marking("secret")));
        await Refused(422, "invalid", officer.Begin(@case, "a", 3, file, Talk.Marking("restricted", "ZZZ")));
        await Refused(422, "invalid", officer.Begin(@case, "a", 3, file, new { classification = "high" }));
        await Refused(422, "invalid", officer.Begin(@case, "", 3, file));
        await Refused(422, "invalid", officer.Begin(@case, "a", 3, file, type: "no type"));
        await Refused(422, "invalid", officer.Begin(@case, "a", 3, file, sha256: "abc"));
        await Refused(400, "malformed", officer.Begin(@case, "a\u0001", 3, file));
        await Refused(400, "malformed", officer.Begin("no id", "a", 3, file));
        await Refused(413, "tooLarge", officer.Begin(@case, "a", long.MaxValue));
        foreach (var (status, headers) in new (int, (string, string)[])[]
        {
            (412, [("Upload-Length", "3"), ("Upload-Metadata", Files.Metadata(("record", @case), ("filename", "a")))]),
            (412, [("Tus-Resumable", "0.2.2"), ("Upload-Length", "3")]),
            (400, [("Tus-Resumable", "1.0.0"), ("Upload-Metadata", Files.Metadata(("record", @case), ("filename", "a")))]),
            (400, [("Tus-Resumable", "1.0.0"), ("Upload-Length", "-3"), ("Upload-Metadata", Files.Metadata(("record", @case)))]),
            (400, [("Tus-Resumable", "1.0.0"), ("Upload-Length", "3"), ("Upload-Metadata", "record ###")]),
            (400, [("Tus-Resumable", "1.0.0"), ("Upload-Length", "3")]),
        })
            (await officer.Send(HttpMethod.Post, "attachments", null, headers)).Is(status);
        (await officer.Send(HttpMethod.Post, "attachments", "{}", ("Tus-Resumable", "1.0.0"), ("Upload-Length", "3"), ("Upload-Metadata", Files.Metadata(("record", @case), ("filename", "a"))))).Is(415);
        Assert.Empty((await officer.Get($"cases/{@case}/contents")).Json["attachments"]!.AsArray());
    }

    [Fact]
    public async Task An_upload_is_its_uploaders_alone()
    {
        var officer = await server.As("aus-officer");
        var id = (await officer.Begin(await officer.OpenCase(), "a", 3, [1])).Id();
        var never = Guid.CreateVersion7().ToString();
        foreach (var who in new[] { "aus-coordinator", "aus-officer2", "jpn-officer", "aus-administrator" })
        {
            var other = await server.As(who);
            (await other.Ask(id)).Is(404);
            foreach (var ask in new Func<string, Task<Answer>>[] { other.BreakOff, x => other.Append(x, 1, [2, 3]) })
                Assert.Equal(Crawler.Face((await ask(never)).Is(404)), Crawler.Face((await ask(id)).Is(404)));
        }
        Assert.Equal(1, (await officer.Ask(id)).Offset());
    }

    [Fact]
    public async Task What_had_come_when_the_line_broke_is_kept()
    {
        var officer = await server.As("aus-officer");
        var file = RandomNumberGenerator.GetBytes(50_000);
        var id = (await officer.Begin(await officer.OpenCase(), "a", file.Length)).Id();
        using (var line = await Send(officer, id, file.Length, file[..20_000]))
            await Task.Delay(300, TestContext.Current.CancellationToken);
        Assert.Equal(20_000, (await officer.Ask(id)).Is(200).Offset());
        (await officer.Append(id, 20_000, file[20_000..])).Is(204);
        Assert.Equal(file, (await officer.Get($"attachments/{id}/content")).Is(200).Bytes);
    }

    [Fact]
    public async Task Who_comes_back_is_not_kept_waiting_by_what_is_left_of_a_dead_line()
    {
        var officer = await server.As("aus-officer");
        var file = RandomNumberGenerator.GetBytes(50_000);
        var id = (await officer.Begin(await officer.OpenCase(), "a", file.Length)).Id();
        using var dead = await Send(officer, id, file.Length, file[..20_000]);
        await Task.Delay(300, TestContext.Current.CancellationToken);
        // The old connection is still open: nobody told the server that nothing more will come.
        Assert.Equal(20_000, (await officer.Ask(id).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken)).Is(200).Offset());
        (await officer.Append(id, 20_000, file[20_000..])).Is(204);
        Assert.Equal(Files.Sha256(file), (string)(await officer.Get($"attachments/{id}")).Is(200).Json["sha256"]!);
    }

    [Fact]
    public async Task Without_a_marking_of_its_own_it_has_that_of_its_record_when_it_is_whole()
    {
        var officer = await server.As("aus-officer");
        var @case = await officer.OpenCase("JPN", "USA", "XCC");
        var id = (await officer.Begin(@case, "a", 3, [1])).Id();
        (await officer.Send(HttpMethod.Put, $"cases/{@case}/marking", Talk.Marking("confidential", "USA"), ("If-Match", "*"))).Is(200);
        (await officer.Append(id, 1, [2, 3])).Is(204);
        var marking = (await officer.Get($"attachments/{id}")).Is(200).Json["marking"]!;
        Assert.Equal(("confidential", "AUS,USA"), ((string)marking["classification"]!, string.Join(',', marking["releasableTo"]!.AsArray())));
        var empty = (await officer.Send(HttpMethod.Post, "attachments", null, ("Tus-Resumable", "1.0.0"), ("Upload-Length", "0"),
            ("Upload-Metadata", Files.Metadata(("recordId", @case), ("filename", "empty"), ("classification", "secret"), ("releasableTo", "USA, XCC"))))).Id();
        marking = (await officer.Get($"attachments/{empty}")).Is(200).Json["marking"]!;
        Assert.Equal(("secret", "AUS,USA,XCC"), ((string)marking["classification"]!, string.Join(',', marking["releasableTo"]!.AsArray())));
    }

    [Fact]
    public async Task Nothing_is_added_to_a_closed_case()
    {
        var coordinator = await server.As("aus-coordinator");
        var @case = await coordinator.OpenCase();
        var begun = (await coordinator.Begin(@case, "a", 3, [1])).Id();
        await coordinator.Close(@case, await server.As("aus-coordinator2"));
        (await coordinator.Begin(@case, "a", 3, [1, 2, 3])).Is(409);
        (await coordinator.Append(begun, 1, [2, 3])).Is(409);
        Assert.Empty((await coordinator.Get($"cases/{@case}/contents")).Json["attachments"]!.AsArray());
    }

    [Fact]
    public async Task A_line_that_knows_no_patch_carries_it_as_a_post()
    {
        var officer = await server.As("aus-officer");
        var @case = await officer.OpenCase();
        var (id, ended) = ((await officer.Begin(@case, "a", 3)).Id(), (await officer.Begin(@case, "b", 3)).Id());
        using var piece = new ByteArrayContent([1, 2, 3]) { Headers = { ContentType = new(Files.Part) } };
        (await officer.Send(HttpMethod.Post, $"attachments/{id}", piece, ("Tus-Resumable", "1.0.0"), ("Upload-Offset", "0"), ("X-HTTP-Method-Override", "PATCH"))).Is(204);
        (await officer.Get($"attachments/{id}")).Is(200);
        (await officer.Send(HttpMethod.Post, $"attachments/{ended}", null, ("Tus-Resumable", "1.0.0"), ("X-HTTP-Method-Override", "DELETE"))).Is(204);
        // Nowhere else, and for nothing else.
        (await officer.Send(HttpMethod.Post, $"attachments/{id}", null, ("Tus-Resumable", "1.0.0"), ("X-HTTP-Method-Override", "GET"))).Is(405);
        (await officer.Send(HttpMethod.Post, $"cases/{@case}", "{}", ("X-HTTP-Method-Override", "PATCH"), ("If-Match", "*"))).Is(405);
    }

    [Fact]
    public async Task The_protocol_says_what_it_can()
    {
        var answer = (await (await server.As("aus-officer")).Send(HttpMethod.Options, "attachments")).Is(204);
        string Of(string name) => answer.Headers.GetValues(name).Single();
        Assert.Equal(("1.0.0", "sha1,sha256", "2147483648"), (Of("Tus-Version"), Of("Tus-Checksum-Algorithm"), Of("Tus-Max-Size")));
        Assert.Equal("creation,creation-with-upload,checksum,termination,expiration", Of("Tus-Extension"));
        using var anonymous = server.Anonymous();
        (await anonymous.Send(HttpMethod.Options, "attachments")).Is(401);
    }

    /// <summary>Sends the head of a PATCH and some of its body over a line of its own, and no more.</summary>
    async Task<TcpClient> Send(HttpClient client, string id, long length, byte[] some)
    {
        var line = new TcpClient();
        await line.ConnectAsync(server.Address.Host, server.Address.Port, TestContext.Current.CancellationToken);
        var head = $"PATCH {Server.Base}/attachments/{id} HTTP/1.1\r\nHost: {server.Address.Authority}\r\nAuthorization: {client.DefaultRequestHeaders.Authorization}\r\n" +
            $"Tus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\nContent-Type: {Files.Part}\r\nContent-Length: {length}\r\n\r\n";
        await line.GetStream().WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(head), .. some], TestContext.Current.CancellationToken);
        return line;
    }
}

/// <summary>What lasts too long to come is thrown away, on a server whose clock is moved.</summary>
public sealed class ExpiryTests(OwnServer own) : IClassFixture<OwnServer>
{
    [Fact]
    public async Task What_has_come_of_a_file_is_thrown_away_when_nothing_more_comes()
    {
        var officer = await own.Server.As("aus-officer");
        var @case = await officer.OpenCase();
        var old = (await officer.Begin(@case, "a", 10, [1, 2])).Id();
        own.Server.Clock.Move(TimeSpan.FromDays(5));
        // The first one's token has ended by now.
        var going = (await (await own.Server.As("aus-coordinator")).Begin(@case, "b", 10, [1, 2])).Id();
        own.Server.Clock.Move(TimeSpan.FromDays(3));
        await own.Server.Services.GetServices<IHostedService>().OfType<Expiry>().Single().Look(TestContext.Current.CancellationToken);
        var spool = own.Server.Services.GetRequiredService<Spool>();
        Assert.Equal((false, true), (spool.Holds(Guid.Parse(old)), spool.Holds(Guid.Parse(going))));
    }
}
