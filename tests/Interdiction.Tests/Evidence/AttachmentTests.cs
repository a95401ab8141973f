using System.Text.Json.Nodes;
using Interdiction.Data;
using Interdiction.Tests.Access;
using Interdiction.Tests.CaseWork;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;

namespace Interdiction.Tests.Evidence;

/// <summary>What is kept: who reads it, how it is given out, and that it is what came.</summary>
public sealed class AttachmentTests(Server server)
{
    static readonly string[] Japan = ["JPN"];
    static readonly string[] Deeds = ["FindUpload", "ExtendUpload", "FinishUpload", "GetAttachment", "GetContent", "GetThumbnail"];

    [Fact]
    public async Task An_attachment_is_read_by_its_own_marking_with_the_record_that_it_belongs_to()
    {
        var (officer, reader, cell) = (await server.As("aus-officer"), await server.As("jpn-officer"), await server.As("xcc-coordinator"));
        var @case = await officer.OpenCase();
        var it = await officer.Upload(@case, "photo.txt", Files.Text("Holds one to four."), Talk.Marking("restricted", "JPN", "FRA"));
        // France is named by the attachment and not by the case, the cell by the case and not by the attachment.
        foreach (var (who, sees) in new[] { (reader, true), (await server.As("jpn-auditor"), true), (cell, false) })
        {
            foreach (var path in new[] { "", "/content", "/marking" })
                (await who.Get($"attachments/{it["id"]}{path}")).Is(sees ? 200 : 404);
            var heads = (await who.Get($"cases/{@case}/contents")).Is(200).Json["attachments"]!.AsArray();
            Assert.Equal(sees ? [(string)it["number"]!] : [], heads.Select(x => (string)x!["number"]!));
            Assert.Equal(sees ? 1 : 0, (int)(await who.Get($"cases/{@case}/attachments?count=exact")).Is(200).Json["total"]!);
            Assert.Equal(sees, (await who.Get($"cases/{@case}/timeline")).Is(200).Json["items"]!.AsArray().Any(x => (string)x!["kind"]! == "attachmentAdded" && (string)x["resource"]! == (string)it["id"]!));
        }
        foreach (var who in new[] { "fra-officer", "pan-liaison", "aus-administrator" })
            foreach (var path in new[] { "", "/content", "/thumbnail", "/marking" })
                Assert.Equal(Crawler.Face((await (await server.As(who)).Get($"attachments/{Guid.CreateVersion7()}{path}")).Is(404)), Crawler.Face((await (await server.As(who)).Get($"attachments/{it["id"]}{path}")).Is(404)));
    }

    [Fact]
    public async Task What_is_added_to_a_report_is_shown_with_the_revision_that_it_was_added_to()
    {
        var (officer, reader, lead) = (await server.As("aus-officer"), await server.As("jpn-officer"), await server.As("aus-coordinator"));
        var report = (await officer.Post("boardings", Documents.Report())).Is(201).Json;
        var (id, exhibit) = ((string)report["id"]!, (string)report["seizures"]![0]!["exhibits"]![0]!["id"]!);
        var (first, ofExhibit) = (await officer.Upload(id, "deck.txt", Files.Text("Deck")), await officer.Upload(exhibit, "barrel.txt", Files.Text("Barrel")));
        Assert.Equal(("boarding", "exhibit", exhibit), ((string)first["recordKind"]!, (string)ofExhibit["recordKind"]!, (string)ofExhibit["recordId"]!));
        await Reads(reader, (first, false), (ofExhibit, false));
        (await officer.Move($"boardings/{id}", "submitted")).Is(200);
        await Reads(reader, (first, true), (ofExhibit, true));
        Assert.Single((await reader.Get($"cases/{report["caseId"]}/attachments?record={exhibit}")).Is(200).Json["items"]!.AsArray());

        (await lead.Move($"boardings/{id}", "inReview")).Is(200);
        (await lead.Move($"boardings/{id}", "accepted")).Is(200);
        var late = await officer.Upload(id, "late.txt", Files.Text("Late"));
        (await officer.Move($"boardings/{id}", "amended")).Is(200);
        var amended = await officer.Upload(id, "amended.txt", Files.Text("Amended"));
        await Reads(reader, (late, true), (amended, false));
        (await officer.Move($"boardings/{id}", "submitted")).Is(200);
        await Reads(reader, (amended, false));
        await Reads(await server.As("xcc-coordinator"), (amended, true));
        (await lead.Move($"boardings/{id}", "inReview")).Is(200);
        (await lead.Move($"boardings/{id}", "accepted")).Is(200);
        await Reads(reader, (amended, true));
        // A report that is narrowed takes what belongs to it along.
        (await officer.Send(HttpMethod.Put, $"boardings/{id}/marking", Talk.Marking("restricted", "USA", "XCC"), ("If-Match", "*"))).Is(200);
        await Reads(reader, (first, false), (late, false), (ofExhibit, false));
        await Reads(await server.As("usa-officer"), (first, true), (ofExhibit, true));
    }

    static async Task Reads(HttpClient who, params (JsonNode It, bool Sees)[] all)
    {
        foreach (var (it, sees) in all)
        {
            (await who.Get($"attachments/{it["id"]}")).Is(sees ? 200 : 404);
            (await who.Get($"attachments/{it["id"]}/content")).Is(sees ? 200 : 404);
            var contents = await who.Get($"cases/{it["caseId"]}/contents");
            Assert.Equal(sees, contents.Status == 200 && contents.Json["attachments"]!.AsArray().Any(x => (string)x!["id"]! == (string)it["id"]!));
            var told = await who.Get($"cases/{it["caseId"]}/timeline?limit=200");
            Assert.Equal(sees, told.Status == 200 && told.Text.Contains((string)it["id"]!, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Its_marking_is_narrowed_by_its_originator_and_widened_by_two()
    {
        var (officer, coordinator, second) = (await server.As("aus-officer"), await server.As("aus-coordinator"), await server.As("aus-coordinator2"));
        var @case = await officer.OpenCase();
        var it = await officer.Upload(@case, "a.txt", Files.Text("a"));
        var marking = await officer.Get($"attachments/{it["id"]}/marking");
        (await (await server.As("jpn-officer")).Send(HttpMethod.Put, $"attachments/{it["id"]}/marking", Talk.Marking("restricted"), ("If-Match", "*"))).Is(403);
        (await officer.Send(HttpMethod.Put, $"attachments/{it["id"]}/marking", Talk.Marking("restricted"))).Is(428);
        var narrowed = (await officer.Send(HttpMethod.Put, $"attachments/{it["id"]}/marking", Talk.Marking("restricted", "XCC"), ("If-Match", marking.ETag!))).Is(200);
        Assert.Equal("JPN", string.Join(',', narrowed.Json["loses"]!.AsArray()));
        (await (await server.As("jpn-officer")).Get($"attachments/{it["id"]}/content")).Is(404);
        (await officer.Send(HttpMethod.Put, $"attachments/{it["id"]}/marking", Talk.Marking("restricted", "JPN", "XCC"), ("If-Match", "*"))).Is(403);
        var proposal = (await coordinator.Post("proposals", new { act = "widenMarking", resource = it["id"], arguments = new { releasableTo = Japan }, reason = "They have the ship." })).Is(201).Json;
        (await second.Move($"proposals/{proposal["id"]}", "approved")).Is(200);
        (await (await server.As("jpn-officer")).Get($"attachments/{it["id"]}/content")).Is(200);
    }

    [Fact]
    public async Task A_file_is_given_out_as_it_came_whole_or_in_ranges_with_its_digest()
    {
        var officer = await server.As("aus-officer");
        var file = Pictures.Jpeg(exif: Pictures.Exif());
        var it = await officer.Upload(await officer.OpenCase(), "Überladung.jpg", file, type: "image/jpeg");
        Assert.Equal(("image/jpeg", 640, 480, Files.Sha256(file)), ((string)it["type"]!, (int)it["width"]!, (int)it["height"]!, (string)it["sha256"]!));
        Assert.Empty(it["warnings"]!.AsArray());
        var exif = it["exif"]!;
        Assert.Equal(("2003-08-07T10:20:00+08:00", "Kodak", 1, 22.6167, 120.266700), ((string)exif["takenAt"]!, (string)exif["make"]!, (int)exif["orientation"]!, Math.Round((double)exif["latitude"]!, 4), Math.Round((double)exif["longitude"]!, 4)));

        var path = $"attachments/{it["id"]}/content";
        var whole = (await officer.Get(path)).Is(200);
        Assert.Equal(file, whole.Bytes);
        Assert.Equal($"sha-256=:{Convert.ToBase64String(Convert.FromHexString(Files.Sha256(file)))}:", whole.Headers.GetValues("Repr-Digest").Single());
        Assert.Equal(("image/jpeg", "inline"), (whole.ContentHeaders.ContentType!.MediaType, whole.ContentHeaders.ContentDisposition!.DispositionType));
        Assert.Contains("sandbox", whole.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", whole.Headers.GetValues("X-Content-Type-Options").Single());
        var some = (await officer.Get(path, ("Range", "bytes=10-29"))).Is(206);
        Assert.Equal(file[10..30], some.Bytes);
        Assert.Equal(whole.Headers.GetValues("Repr-Digest"), some.Headers.GetValues("Repr-Digest"));
        Assert.Equal(file[^5..], (await officer.Get(path, ("Range", "bytes=-5"), ("If-Range", whole.ETag!))).Is(206).Bytes);
        Assert.Equal(file, (await officer.Get(path, ("Range", "bytes=0-4"), ("If-Range", "\"another\""))).Is(200).Bytes);
        Assert.Equal(416, (await officer.Get(path, ("Range", $"bytes={file.Length}-"))).Status);
        Assert.Empty((await officer.Get(path, ("If-None-Match", whole.ETag!))).Is(304).Bytes);
        (await officer.Get(path, ("Accept", "text/html"))).Is(406);
        (await officer.Get(path, ("Accept", "image/*"))).Is(200);
    }

    [Theory]
    [InlineData("page.html", "<!DOCTYPE html><script>alert(1)</script>", "text/html", "application/octet-stream")]
    [InlineData("drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "image/svg+xml", "application/octet-stream")]
    [InlineData("tool.exe", "MZ\u0090", "application/vnd.microsoft.portable-executable", "application/octet-stream")]
    [InlineData("run.sh", "#!/bin/sh\nid", "text/x-shellscript", "application/octet-stream")]
    [InlineData("note.txt", "Hull 漢字", "text/plain", "text/plain")]
    [InlineData("paper.pdf", "%PDF-1.7\n", "application/pdf", "application/pdf")]
    public async Task What_a_browser_might_run_is_known_by_its_content_and_only_kept(string name, string content, string type, string served)
    {
        var officer = await server.As("aus-officer");
        var it = await officer.Upload(await officer.OpenCase(), name, Files.Text(content), type: "image/jpeg");
        Assert.Equal(type, (string)it["type"]!);
        Assert.Equal("typeDiffers", (string)it["warnings"]![0]!["code"]!);
        var answer = (await officer.Get($"attachments/{it["id"]}/content")).Is(200);
        Assert.Equal((served, "attachment"), (answer.ContentHeaders.ContentType!.MediaType, answer.ContentHeaders.ContentDisposition!.DispositionType));
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("noThumbnail", (string)(await officer.Get($"attachments/{it["id"]}/thumbnail")).Is(422).Json["code"]!);
    }

    [Fact]
    public async Task A_thumbnail_is_small_upright_and_holds_nothing_but_the_picture()
    {
        var officer = await server.As("aus-officer");
        var @case = await officer.OpenCase();
        // Taken with the camera on its side: what is left in the file is above in the picture.
        var it = await officer.Upload(@case, "side.jpg", Pictures.Jpeg(exif: Pictures.Exif(orientation: 6)));
        var answer = (await officer.Get($"attachments/{it["id"]}/thumbnail")).Is(200);
        Assert.Equal("image/jpeg", answer.ContentHeaders.ContentType!.MediaType);
        Assert.True(answer.Bytes.AsSpan().IndexOf("Exif"u8) < 0 && answer.Bytes.AsSpan().IndexOf("Kodak"u8) < 0);
        using var small = SKBitmap.Decode(answer.Bytes);
        Assert.Equal((240, 320), (small.Width, small.Height));
        Assert.True(small.GetPixel(120, 40) is { Red: > 200, Blue: < 60 } && small.GetPixel(120, 280) is { Blue: > 200, Red: < 60 });
        Assert.Equal(answer.Bytes, (await officer.Get($"attachments/{it["id"]}/thumbnail")).Is(200).Bytes);
        (await officer.Get($"attachments/{it["id"]}/thumbnail", ("If-None-Match", answer.ETag!))).Is(304);
    }

    [Fact]
    public async Task A_picture_that_cannot_be_read_or_is_too_large_to_be_decoded_is_kept_all_the_same()
    {
        var officer = await server.As("aus-officer");
        var @case = await officer.OpenCase();
        var good = Pictures.Jpeg();
        foreach (var (name, file) in new (string, byte[])[]
        {
            ("bomb.png", Pictures.PngThatSaysItIs(30_000, 30_000)), ("broken.png", [.. Pictures.PngThatSaysItIs(10, 10)[..40], 1, 2, 3]), ("head.jpg", good[..3]), ("junk.jpg", [.. good[..20], .. new byte[500]]),
            ("exif.jpg", Pictures.Jpeg(exif: [.. "II*\0"u8, 255, 255, 255, 255])),
        })
        {
            var it = await officer.Upload(@case, name, file);
            var answer = await officer.Get($"attachments/{it["id"]}/thumbnail");
            Assert.True(name == "exif.jpg" ? answer.Status == 200 : answer.Status == 422 && (string)answer.Json["code"]! == "noThumbnail", $"{name}: {answer.Status} {answer.Text[..Math.Min(200, answer.Text.Length)]}");
            Assert.Equal(file, (await officer.Get($"attachments/{it["id"]}/content")).Is(200).Bytes);
        }
    }

    [Fact]
    public async Task Where_positions_are_released_rounded_nobody_else_gets_the_exact_one_from_a_photo()
    {
        var (officer, reader) = (await server.As("aus-officer"), await server.As("jpn-coordinator"));
        var rounded = new { classification = "restricted", releasableTo = Japan, positionPrecision = "degree" };
        var report = (await officer.Post("boardings?submit=true", Documents.Report(new { marking = rounded }))).Is(201).Json;
        // Its own marking says nothing of positions: that of its report holds for it all the same.
        var photo = await officer.Upload((string)report["id"]!, "deck.jpg", Pictures.Jpeg(exif: Pictures.Exif()), Talk.Marking("restricted", "JPN"));
        var text = await officer.Upload((string)report["id"]!, "words.txt", Files.Text("Off Kaohsiung"));
        var shown = (await reader.Get($"attachments/{photo["id"]}")).Is(200).Json;
        Assert.Equal((23, 120), ((double)shown["exif"]!["latitude"]!, (double)shown["exif"]!["longitude"]!));
        Assert.Equal(["/exif/latitude degree", "/exif/longitude degree"], shown["masked"]!.AsArray().Select(x => $"{x!["pointer"]} {x["rule"]}"));
        Assert.NotNull((await reader.Get($"attachments/{photo["id"]}/content")).Is(403).Json["reasons"]);
        (await reader.Get($"attachments/{photo["id"]}/content", ("Range", "bytes=0-100"))).Is(403);
        (await reader.Get($"attachments/{photo["id"]}/thumbnail")).Is(200);
        (await reader.Get($"attachments/{text["id"]}/content")).Is(200);
        foreach (var own in new[] { officer, await server.As("aus-auditor") })
        {
            Assert.Empty((await own.Get($"attachments/{photo["id"]}")).Is(200).Json["masked"]!.AsArray());
            (await own.Get($"attachments/{photo["id"]}/content")).Is(200);
        }
    }

    [Fact]
    public async Task A_file_that_is_not_as_it_came_is_given_to_nobody()
    {
        var officer = await server.As("aus-officer");
        var file = Pictures.Jpeg(401, 301);
        var it = await officer.Upload(await officer.OpenCase(), "a.jpg", file);
        var blobs = server.Services.GetRequiredService<Interdiction.Evidence.EvidenceFolder>().Blobs;
        var path = Directory.EnumerateFiles(blobs, Files.Sha256(file), SearchOption.AllDirectories).Single();
        Assert.Equal(Path.Combine(blobs, Files.Sha256(file)[..2], Files.Sha256(file)[2..4], Files.Sha256(file)), path);
        var damaged = (byte[])file.Clone();
        damaged[200] ^= 1;
        File.Delete(path);
        await File.WriteAllBytesAsync(path, damaged, TestContext.Current.CancellationToken);
        foreach (var ask in new Func<Task<Answer>>[] { () => officer.Get($"attachments/{it["id"]}/content"), () => officer.Get($"attachments/{it["id"]}/content", ("Range", "bytes=0-9")), () => officer.Get($"attachments/{it["id"]}/thumbnail") })
            Assert.Equal("damaged", (string)(await ask()).Is(500).Json["code"]!);
        File.Delete(path);
        Assert.Equal("damaged", (string)(await officer.Get($"attachments/{it["id"]}/content")).Is(500).Json["code"]!);
        await File.WriteAllBytesAsync(path, file, TestContext.Current.CancellationToken);
        Assert.Equal(file, (await officer.Get($"attachments/{it["id"]}/content")).Is(200).Bytes);
    }

    [Fact]
    public async Task It_is_shown_on_the_page_of_its_case_and_listed_on_paper_with_its_digest()
    {
        var (officer, reader) = (await server.As("aus-officer"), await server.As("jpn-coordinator"));
        var report = (await officer.Post("boardings?submit=true", Documents.Report(new { marking = new { classification = "restricted", releasableTo = Japan, positionPrecision = "degree" } }))).Is(201).Json;
        var photo = await officer.Upload((string)report["id"]!, "<deck>.jpg", Pictures.Jpeg(500, 400));
        var own = await officer.Upload((string)report["id"]!, "own.jpg", Pictures.Jpeg(501, 401), Talk.Marking("confidential"));
        var (path, digest) = ($"/api/v1/attachments/{photo["id"]}", (string)photo["sha256"]!);
        foreach (var page in new[] { $"/cases/{report["caseId"]}", $"/boardings/{report["id"]}" })
        {
            var text = (await officer.Get(page)).Is(200).Text;
            Assert.All(new[] { $"src=\"{path}/thumbnail\"", $"href=\"{path}/content\"", digest, "&lt;deck&gt;.jpg", (string)own["number"]! }, x => Assert.Contains(x, text, StringComparison.Ordinal));
            text = (await reader.Get(page)).Is(200).Text;
            Assert.Contains($"src=\"{path}/thumbnail\"", text, StringComparison.Ordinal);
            // Its original is not for them, and of the other they hear nothing.
            Assert.All(new[] { $"href=\"{path}/content\"", (string)own["number"]! }, x => Assert.DoesNotContain(x, text, StringComparison.Ordinal));
        }
        foreach (var paper in new[] { $"cases/{report["caseId"]}/report.pdf", $"boardings/{report["id"]}/report.pdf" })
        {
            var text = Visible.OfPdf((await officer.Get(paper)).Is(200).Bytes);
            Assert.Contains(digest[..32], text, StringComparison.Ordinal);
            Assert.Contains((string)own["number"]!, text, StringComparison.Ordinal);
            Assert.Contains("CONFIDENTIAL", text, StringComparison.Ordinal);
            text = Visible.OfPdf((await reader.Get(paper)).Is(200).Bytes);
            Assert.Contains(digest[..32], text, StringComparison.Ordinal);
            Assert.DoesNotContain((string)own["number"]!, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_same_file_is_kept_once_and_belongs_to_each_record_by_itself()
    {
        var (officer, other) = (await server.As("aus-officer"), await server.As("jpn-officer"));
        var file = Files.Text($"The same {Guid.CreateVersion7()}");
        var first = await officer.Upload(await officer.OpenCase(), "a.txt", file, Talk.Marking("restricted"));
        var second = await other.Upload(await other.OpenCase("USA"), "b.txt", file, Talk.Marking("restricted"));
        Assert.Equal(((string)first["sha256"]!, "b.txt"), ((string)second["sha256"]!, (string)second["name"]!));
        (await other.Get($"attachments/{first["id"]}")).Is(404);
        Assert.Equal(file, (await other.Get($"attachments/{second["id"]}/content")).Is(200).Bytes);
        Assert.Equal(file, (await officer.Get($"attachments/{first["id"]}/content")).Is(200).Bytes);
    }

    [Fact]
    public async Task Whatever_is_done_with_it_is_in_the_audit_log()
    {
        var officer = await server.As("aus-officer");
        var it = await officer.Upload(await officer.OpenCase(), "a.jpg", Pictures.Jpeg(402, 302));
        await officer.Get($"attachments/{it["id"]}/content");
        await officer.Get($"attachments/{it["id"]}/thumbnail");
        await using var scope = server.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<InterdictionDb>();
        scope.ServiceProvider.GetRequiredService<Kernel.Caller>().Become(await db.Accounts.AsNoTracking().SingleAsync(x => x.Login == "demo-aus-officer", TestContext.Current.CancellationToken));
        await using var transaction = await db.Begin(TestContext.Current.CancellationToken);
        var id = (Guid)it["id"]!;
        var done = await db.AuditEntries.Where(x => x.Resource == id && x.Outcome == "done").Select(x => x.Action).ToListAsync(TestContext.Current.CancellationToken);
        Assert.All(Deeds, x => Assert.Contains(x, done));
    }
}
