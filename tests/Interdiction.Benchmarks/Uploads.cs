using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Interdiction.Benchmarks;

/// <summary>An upload of 100 MB in one request, against a copy on the same disk that is hashed while it is read and flushed when it is written.</summary>
static class Uploads
{
    const int Size = 100_000_000;

    public static async Task Compare(Uri product, JsonObject report, string folder, int rounds)
    {
        using var client = await Load.SignedIn(product);
        var record = $"{(await Load.File(client, product, report)).Report}";
        var (source, copy, file) = (Path.Combine(folder, "source"), Path.Combine(folder, "copy"), RandomNumberGenerator.GetBytes(Size));
        var (uploads, copies) = (new List<double>(), new List<double>());
        // The first round warms up.
        for (var round = 0; round <= rounds; round++)
        {
            RandomNumberGenerator.Fill(file.AsSpan(0, 64));
            await File.WriteAllBytesAsync(source, file);
            var begun = Stopwatch.GetTimestamp();
            await Copy(source, copy);
            copies.Add(Stopwatch.GetElapsedTime(begun).TotalSeconds);
            File.Delete(copy);
            begun = Stopwatch.GetTimestamp();
            await Send(client, product, record, source);
            uploads.Add(Stopwatch.GetElapsedTime(begun).TotalSeconds);
        }
        var (upload, plain) = (Median(uploads), Median(copies));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"100 MB: uploaded in {upload:0.000} s, copied and hashed in {plain:0.000} s, ratio {upload / plain:0.00}; medians of {rounds}"));
    }

    static async Task Copy(string from, string to)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 18];
        await using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.SequentialScan);
        await using var target = new FileStream(to, FileMode.Create, FileAccess.Write, FileShare.None, 0);
        while (await source.ReadAsync(buffer) is > 0 and var read)
        {
            hash.AppendData(buffer, 0, read);
            await target.WriteAsync(buffer.AsMemory(0, read));
        }
        target.Flush(flushToDisk: true);
        hash.GetHashAndReset();
    }

    static async Task Send(HttpClient client, Uri product, string record, string path)
    {
        static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 18, FileOptions.SequentialScan);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(product, "/api/v1/attachments")) { Content = new StreamContent(file, 1 << 18) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        request.Headers.Add("Tus-Resumable", "1.0.0");
        request.Headers.Add("Upload-Length", Size.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("Upload-Metadata", $"record {Base64(record)},filename {Base64("holds.bin")}");
        using var answer = await client.SendAsync(request);
        if (answer.StatusCode is not System.Net.HttpStatusCode.Created || answer.Headers.GetValues("Upload-Offset").Single() != $"{Size}")
            throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
    }

    static double Median(List<double> all) => all.Skip(1).Order().ElementAt((all.Count - 1) / 2);
}
