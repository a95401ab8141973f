using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Interdiction.Tests.Access;
using Interdiction.Tests.Archives;
using Interdiction.Tests.Custody;
using Interdiction.Tests.Evidence;
using Interdiction.Tests.Holds;

namespace Interdiction.Tests.Fuzz;

/// <summary>
/// Requests of every operation of the API document, good, nearly good and bad, from several accounts. The server never
/// fails, answers nothing that the document does not name, and is ready afterwards. INTERDICTION_TEST_SEED repeats a run.
/// </summary>
public sealed class FuzzTests(OwnServer own, ITestOutputHelper output) : IClassFixture<OwnServer>
{
    const int Connections = 8;

    static readonly int Requests = Environment.GetEnvironmentVariable("INTERDICTION_TEST_FULL") is "1" ? 1_000_000 : 15_000;

    /// <summary>How often an operation is asked as it is meant before it counts as one that the fuzzer does not know how to ask.</summary>
    const int Patience = 400;

    static readonly int[] Served = [200, 201, 204];

    static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("INTERDICTION_TEST_SEED"), CultureInfo.InvariantCulture, out var seed)
        ? seed
        : Random.Shared.Next();

    static readonly Principal[] Callers =
    [
        new("AUS", Post.Officer), new("AUS", Post.Officer2), new("AUS", Post.Coordinator), new("JPN", Post.Officer), new("XCC", Post.Coordinator),
        new("USA", Post.Auditor), new("PAN", Post.Liaison), new("AUS", Post.Administrator),
    ];

    static readonly object Shared = new { classification = "restricted", releasableTo = new[] { "JPN", "SGP", "USA", "XCC" } };

    readonly ConcurrentQueue<string> wrong = new();
    readonly ConcurrentDictionary<(string Operation, int Status), int> seen = new();

    [Fact]
    public async Task Whatever_is_sent_the_server_answers_as_the_document_says()
    {
        using var anonymous = own.Server.Anonymous();
        var text = (await anonymous.Get("/openapi/v1.json")).Is(200).Json.AsObject();
        var (document, schema, operations) = (new ApiDocument(text), new Schema(text), FuzzOperation.All(text));
        Assert.True(operations.Count > 15, "The document names the operations.");
        var requests = new FuzzRequests(Seed, document, operations, Callers, await Records());

        await Parallel.ForAsync(0, Requests, new ParallelOptions { MaxDegreeOfParallelism = Connections, CancellationToken = TestContext.Current.CancellationToken }, async (number, _) =>
        {
            if (wrong.Count > 50)
                return;
            await Try(schema, requests.Make(number));
            if (number % 1_000 == 0)
                (await anonymous.Get("/health/ready")).Is(200);
        });

        // What chance left unserved is asked for as it is meant.
        foreach (var operation in operations.Where(x => !x.IsOfPerson))
            for (var number = Requests; number < Requests + Patience && !WasServed(operation); number++)
                await Try(schema, requests.Make(number, operation));

        (await anonymous.Get("/health/ready")).Is(200);
        output.WriteLine($"Seed {Seed}, {seen.Values.Sum()} requests, {operations.Count} operations, {wrong.Count} faults. Statuses: " +
            string.Join(", ", seen.GroupBy(x => x.Key.Status).OrderBy(x => x.Key).Select(x => $"{x.Key} {x.Sum(y => y.Value)}")));
        Assert.True(wrong.IsEmpty, $"Seed {Seed}, {wrong.Count} faults:\n{string.Join("\n\n", wrong.Take(12))}");
        // Every operation that a machine client has was served, and every write was refused for its body too.
        Assert.All(operations.Where(x => !x.IsOfPerson), x => Answered(x, Served));
        Assert.All(operations.Where(x => x.Body is not null), x => Answered(x, 400, 422));
    }

    async Task Try(Schema schema, FuzzRequest request)
    {
        try
        {
            Look(schema, request, await Send(request));
        }
        catch (HttpRequestException broken)
        {
            wrong.Enqueue($"Number {request.Number} has no answer: {broken}\n{request}");
        }
    }

    bool WasServed(FuzzOperation operation) => Served.Any(x => seen.ContainsKey((operation.ToString(), x)));

    void Answered(FuzzOperation operation, params int[] statuses)
    {
        var answered = seen.Where(x => x.Key.Operation == operation.ToString()).OrderBy(x => x.Key.Status).ToList();
        Assert.True(answered.Any(x => statuses.Contains(x.Key.Status)), $"{operation} never answered {string.Join(", ", statuses)}, but {string.Join(", ", answered.Select(x => $"{x.Key.Status} {x.Value}"))}.");
    }

    /// <summary>Records in several states, under ids that the seed gives.</summary>
    async Task<Dictionary<string, IReadOnlyList<Guid>>> Records()
    {
        var (chance, cases, boardings, manifests) = (new Chance(Seed, -1), new List<Guid>(), new List<Guid>(), new List<Guid>());
        var (officer, coordinator, administrator) = (await own.As(Callers[0]), await own.As(Callers[2]), await own.As(Callers[^1]));
        var (seizures, exhibits, events) = (new List<Guid>(), new List<Guid>(), new List<Guid>());
        for (var i = 0; i < 24; i++)
        {
            var @case = (await officer.Post("cases", Http.Samples.Case(new { id = chance.Id(), marking = Shared }))).Is(201).Json;
            var report = Documents.Report(new { id = chance.Id(), caseId = (string)@case["id"]! });
            report["manifest"]!["id"] = chance.Id().ToString();
            var (seizure, exhibit) = (report["seizures"]![0]!, report["seizures"]![0]!["exhibits"]![0]!);
            (seizure["id"], exhibit["id"]) = (chance.Id().ToString(), chance.Id().ToString());
            var filed = (await officer.Post(i % 3 == 0 ? "boardings" : "boardings?submit=true", report)).Is(201).Json;
            cases.Add((Guid)filed["caseId"]!);
            boardings.Add((Guid)filed["id"]!);
            manifests.Add((Guid)filed["manifest"]!["id"]!);
            seizures.Add(Guid.Parse((string)seizure["id"]!));
            exhibits.Add(Guid.Parse((string)exhibit["id"]!));
            // Somebody else hands over what the officer receives; of a draft the exhibits stay as they are, so that it can be written.
            if (i % 3 != 0)
                events.Add((Guid)(await coordinator.Record($"{exhibit["id"]}", Exhibits.Transfer("AUS", new { id = chance.Id(), at = "2003-08-11T12:00:00Z" }))).Is(201).Json["id"]!);
            (await coordinator.Send(HttpMethod.Put, $"cases/{filed["caseId"]}/participants/USA", new { part = "support" }, ("If-Match", "*"))).Is(200);
            if (i % 3 == 2)
                (await (await own.As(Callers[4])).Move($"boardings/{filed["id"]}", "inReview")).Is(200);
        }
        var records = new Dictionary<string, IReadOnlyList<Guid>> { ["cases"] = cases, ["boardings"] = boardings, ["manifests"] = manifests, ["seizures"] = seizures, ["exhibits"] = exhibits, ["custody-events"] = events };
        records["vessels"] = boardings;
        // Some have arrived; more are on their way, for what takes no part more, or is ended, serves no second time.
        var attachments = new List<Guid>();
        for (var i = 0; i < 60; i++)
            attachments.Add(i % 5 == 0 ? (Guid)(await officer.Upload($"{cases[i % 12]}", "a.jpg", Pictures.Jpeg(40, 30), Shared))["id"]! : Guid.Parse((await officer.Begin($"{cases[i % 12]}", "b", 1_000)).Id()));
        records["attachments"] = attachments;
        records["holds"] = [Guid.Parse((string)(await LegalHolds.Set(own.Server.As, $"{cases[0]}"))["id"]!)];
        var (second, destructions) = (await own.Server.As("aus-coordinator2"), new List<Guid>());
        for (var i = 0; i < 12; i++)
        {
            var ending = (string)(await officer.Post("cases", Http.Samples.Case(new { id = chance.Id(), marking = Shared }))).Is(201).Json["id"]!;
            await coordinator.Archive(second, ending);
            destructions.Add(Guid.Parse(await coordinator.Announce(second, ending)));
        }
        records["destructions"] = destructions;
        (await coordinator.Send(HttpMethod.Put, "reference/sua-notifications/PAN-d/signature", Http.Samples.Signature(), ("If-Match", "*"))).Is(200);
        foreach (var (kind, who, body) in new (string, HttpClient, Func<int, JsonObject>)[]
        {
            ("proposals", officer, i => new() { ["act"] = "widenMarking", ["resource"] = $"{cases[i]}", ["arguments"] = new JsonObject { ["releasableTo"] = new JsonArray("ALL") }, ["reason"] = "Needed." }),
            ("consent-requests", officer, i => Http.Samples.ConsentRequest(new { caseId = cases[i], flag = "PAN" })),
            ("dispatches", coordinator, _ => Http.Samples.Dispatch(new { marking = Shared, to = "XCC" })), ("comments", officer, _ => Http.Samples.Comment(new { marking = Shared })), ("tasks", officer, _ => Http.Samples.Task(new { marking = Shared })),
            ("translations", officer, _ => Http.Samples.Translation()),
            ("admin/users", administrator, _ => Http.Samples.User()), ("admin/clients", administrator, _ => Http.Samples.Client()), ("admin/teams", administrator, _ => Http.Samples.Team()),
            ("admin/deputies", administrator, _ => Http.Samples.Deputy()), ("admin/invitations", administrator, i => new() { ["user"] = $"{records["admin/users"][i]}" }),
        })
        {
            var made = new List<Guid>();
            // What may be ended by asking once is gone before it was changed, where there are few.
            for (var i = 0; i < (kind is "admin/teams" or "admin/deputies" ? 60 : 12); i++)
                // Of three reports the first is a draft, of which there is no translation.
                made.Add((Guid)(await who.Post(kind is "comments" or "tasks" ? $"cases/{cases[i]}/{kind}" : kind is "translations" ? $"boardings/{boardings[i + i / 2 + 1]}/{kind}" : kind,
                    Documents.With(body(i), new { id = kind.StartsWith("admin/", StringComparison.Ordinal) ? (Guid?)null : chance.Id() }))).Is(201).Json["id"]!);
            records[kind] = made;
        }
        records["notifications"] = [.. (await officer.Get("notifications?limit=12")).Is(200).Json["items"]!.AsArray().Select(x => (Guid)x!["id"]!)];
        Assert.NotEmpty(records["notifications"]);
        return records;
    }

    async Task<Answer> Send(FuzzRequest it)
    {
        // The path goes over the wire as it is, and headers may hold other letters than ASCII.
        using var message = new HttpRequestMessage(new HttpMethod(it.Method),
            new Uri(own.Server.Address.GetLeftPart(UriPartial.Authority) + it.Path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (it.Body is not null)
            message.Content = new ByteArrayContent(it.Body);
        foreach (var (name, value) in it.Headers)
            if (!message.Headers.TryAddWithoutValidation(name, value))
                message.Content?.Headers.TryAddWithoutValidation(name, value);
        message.Headers.Authorization = it.Who switch
        {
            "nobody" => null,
            "junk" => new AuthenticationHeaderValue("Bearer", "junk"),
            var who => (await own.As(Callers.First(x => x.Client == who))).DefaultRequestHeaders.Authorization,
        };
        using var answer = await Wire.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        return await Answer.Read(answer);
    }

    static readonly HttpClient Wire = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8, PooledConnectionLifetime = Timeout.InfiniteTimeSpan });

    void Look(Schema schema, FuzzRequest it, Answer answer)
    {
        seen.AddOrUpdate((it.Operation?.ToString() ?? it.Method, answer.Status), 1, (_, n) => n + 1);
        if (Fault(schema, it, answer) is { } fault)
            wrong.Enqueue($"{fault}\n{it}\n=> {answer.Status} {answer.ContentHeaders.ContentType} {answer.Text[..Math.Min(600, answer.Text.Length)]}");
    }

    /// <returns>What is wrong with an answer; null for nothing.</returns>
    static string? Fault(Schema schema, FuzzRequest it, Answer answer)
    {
        if (answer.Status >= 500)
            return "The server failed.";
        var named = it.Operation?.Answer(answer.Status);
        if (it.Operation is not null && named is null)
            return $"{it.Operation}: the document does not name {answer.Status}.";
        if (it.Operation is null && answer.Status is not (400 or 401 or 404 or 405 or 413 or 415))
            return $"A method that the address does not know is answered with {answer.Status}.";
        // What an upload begins is told by headers alone.
        if (it.Method == "HEAD" || answer.Status is 204 or 304 || answer.Status == 201 && it.Operation is { IsUpload: true })
            return answer.Bytes.Length == 0 ? null : "There is a body.";
        var type = answer.ContentHeaders.ContentType?.MediaType ?? "nothing";
        var content = named?["content"]?.AsObject();
        if (content is not null ? content[type] is null : type != "application/problem+json")
            return $"It comes as {type}.";
        return type.EndsWith("json", StringComparison.Ordinal) ? OfJson(schema, answer, content?[type]?["schema"]?.AsObject() ?? schema.Find("#/components/schemas/Problem")) : null;
    }

    static string? OfJson(Schema schema, Answer answer, JsonObject expected)
    {
        try
        {
            return schema.Fault(answer.Json, expected) is { } fault ? $"The body is not as its schema says: {fault}" : null;
        }
        catch (JsonException broken)
        {
            return $"The body is no JSON: {broken.Message}";
        }
    }
}
