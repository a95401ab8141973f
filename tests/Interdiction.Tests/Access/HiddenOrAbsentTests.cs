using System.Buffers.Text;
using System.Text.Json.Nodes;
using Interdiction.Tests.Custody;
using Interdiction.Tests.Data;
using Interdiction.Tests.Http;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Tests.Access;

/// <summary>
/// What is hidden and what was never issued are asked for in pairs, in an order of chance: the answers are the same to the
/// byte, the audit log gets the same entries, and neither is slower than the other more often than a coin falls.
/// </summary>
public sealed class HiddenOrAbsentTests(OwnServer own, ITestOutputHelper output) : IClassFixture<OwnServer>
{
    static readonly (int WarmUp, int Pairs) Rounds = Environment.GetEnvironmentVariable("INTERDICTION_TEST_FULL") is "1" ? (30, 1_000) : (4, 36);

    static readonly object ForAll = new { classification = "restricted", releasableTo = new[] { "ALL" } };
    static readonly object SecretForAll = new { classification = "secret", releasableTo = new[] { "ALL" } };
    static readonly object ForTwo = new { classification = "restricted", releasableTo = new[] { "AUS", "FRA" } };

    /// <summary>A record, hidden or not there, by everything that it could be asked for.</summary>
    /// <param name="Ids">One of every kind, by the words after the API's base.</param>
    sealed record Target(IReadOnlyDictionary<string, string> Ids, string Word, string Imo);

    sealed record Question(string Name, Func<HttpClient, Target, (string, string)[], Task<Answer>> Ask);

    sealed record Asked(Question Question, Target About, Guid Trace, Answer Answer, TimeSpan Took);

    [Fact]
    public async Task Nobody_can_tell_what_is_hidden_from_what_is_not_there()
    {
        var hidden = await Hide();
        var questions = await Questions();
        var clock = new PairedTimes();
        var asked = new List<(Asked Hidden, Asked Absent)>();
        for (var round = -Rounds.WarmUp; round < Rounds.Pairs; round++)
            foreach (var question in questions)
            {
                var (who, record) = hidden[Random.Shared.Next(hidden.Count)];
                var client = await own.As(who);
                var absent = NeverIssued(record);
                var first = Random.Shared.Next(2) == 0;
                var one = await Ask(client, question, first ? record : absent);
                var two = await Ask(client, question, first ? absent : record);
                var pair = first ? (one, two) : (two, one);
                Assert.Equal(Crawler.Face(pair.Item2.Answer), Crawler.Face(pair.Item1.Answer));
                if (round < 0)
                    continue;
                asked.Add(pair);
                clock.Add(question.Name, pair.Item1.Took, pair.Item2.Took);
            }

        await CompareAudit(asked);
        output.WriteLine(clock.ToString());
        Assert.True(clock.Told.Count == 0, $"Hidden and absent take different times:\n{string.Join('\n', clock.Told)}");
    }

    async Task<List<(Principal, Target)>> Hide()
    {
        var hidden = new List<(Principal, Target)>();
        for (var i = 0; i < 4; i++)
        {
            hidden.Add((new Principal("JPN", Post.Officer), await File(ForTwo, "?submit=true")));
            hidden.Add((new Principal("JPN", Post.Officer2), await File(SecretForAll, "?submit=true")));
            hidden.Add((new Principal("USA", Post.Coordinator), await File(ForAll, "")));
            hidden.Add((new Principal("PAN", Post.Liaison), await File(ForAll, "?submit=true")));
            hidden.Add((new Principal("FRA", Post.Administrator), await File(ForTwo, "?submit=true")));
        }
        return hidden;
    }

    async Task<Target> File(object marking, string query)
    {
        var (word, imo) = (Word(), Imo());
        var report = Documents.Report(new { marking, title = word });
        report["conveyance"]!["imo"] = imo;
        var filed = (await (await own.As(new Principal("AUS", Post.Officer))).Post($"boardings{query}", report)).Is(201).Json;
        var ids = new Dictionary<string, string> { ["cases"] = (string)filed["caseId"]!, ["boardings"] = (string)filed["id"]! };
        var seizure = filed["seizures"]![0]!;
        (ids["manifests"], ids["seizures"], ids["exhibits"]) = ((string)filed["manifest"]!["id"]!, (string)seizure["id"]!, (string)seizure["exhibits"]![0]!["id"]!);
        ids["custody-events"] = (string)(await (await own.As(new Principal("AUS", Post.Coordinator))).Record(ids["exhibits"], Custody.Exhibits.Transfer("AUS"))).Is(201).Json["id"]!;
        // Of what else has an id, what a record needs is the same as for the conventions of the API.
        foreach (var operation in (await Operation.All(own.Server)).Where(x => x.HasRecord && !x.IsOfRow && !ids.ContainsKey(KindOf(x.Path))).DistinctBy(x => KindOf(x.Path)))
            ids[KindOf(operation.Path)] = await new Conformance(own.Server).Record(operation);
        return new Target(AsVessel(ids), word, imo);
    }

    /// <summary>What the id in an address is of: cases, admin/users, me/sessions, ...</summary>
    static string KindOf(string path)
    {
        var rest = path.StartsWith(Server.Base, StringComparison.Ordinal) ? path[(Server.Base.Length + 1)..] : path.TrimStart('/').Replace("administration/", "admin/", StringComparison.Ordinal);
        return rest[..rest.IndexOf("/{id", StringComparison.Ordinal)];
    }

    static string Word() => $"word{Guid.CreateVersion7():N}";

    static string Imo() => $"IMO {Random.Shared.Next(1_000_000, 9_999_999)}";

    /// <summary>Ids of the same moment that nobody was given, and words that nobody wrote.</summary>
    static Target NeverIssued(Target it) => new(AsVessel(it.Ids.ToDictionary(x => x.Key, x => Near(x.Value))), Word(), Imo());

    /// <summary>A vessel is known by its report.</summary>
    static Dictionary<string, string> AsVessel(Dictionary<string, string> ids)
    {
        ids["vessels"] = ids["boardings"];
        return ids;
    }

    static string Near(string text)
    {
        // The id of a passkey is as long as a UUID, and no UUID.
        var bytes = Guid.TryParse(text, out var id) ? id.ToByteArray() : Base64Url.DecodeFromChars(text);
        Random.Shared.NextBytes(bytes.AsSpan(9));
        return Guid.TryParse(text, out _) ? new Guid(bytes).ToString() : Base64Url.EncodeToString(bytes);
    }

    /// <summary>Every operation and page about a record; a report into the case; and the lists by what only that record holds.</summary>
    async Task<List<Question>> Questions()
    {
        var questions = new List<Question>();
        foreach (var operation in (await Operation.All(own.Server)).Where(x => x.HasRecord && !x.IsOfRow))
            questions.Add(new(operation.Name, (client, it, headers) => client.Send(operation.Method, operation.At(it.Ids[KindOf(operation.Path)]),
                operation.HasBody ? Samples.Of(operation) : null, [.. headers, ("If-Match", "*"), ("Idempotency-Key", Guid.CreateVersion7().ToString())])));
        foreach (var page in ApiDocument.Pages(own.Server).Where(x => x.TakesId))
            questions.Add(new($"page {page.Path}", (client, it, headers) => client.Get(
                page.Path.Replace("{id}", it.Ids[KindOf(page.Path)], StringComparison.Ordinal).Replace("{number}", "1", StringComparison.Ordinal), headers)));
        questions.Add(new("file into a case", (client, it, headers) => client.Post("boardings", Documents.Report(new JsonObject { ["caseId"] = it.Ids["cases"] }), headers)));
        foreach (var list in new[] { "cases", "boardings" })
            questions.Add(new($"{list}?q", (client, it, headers) => client.Get($"{list}?count=exact&q={it.Word}", headers)));
        foreach (var list in new[] { "cases", "boardings", "vessels" })
            questions.Add(new($"{list}?imo", (client, it, headers) => client.Get($"{list}?count=exact&imo={Uri.EscapeDataString(it.Imo)}", headers)));
        return questions;
    }

    static async Task<Asked> Ask(HttpClient client, Question question, Target about)
    {
        var trace = Guid.CreateVersion7();
        var begun = TimeProvider.System.GetTimestamp();
        var answer = await question.Ask(client, about, [("traceparent", $"00-{trace:N}-{trace.ToString("N")[16..]}-00")]);
        return new Asked(question, about, trace, answer, TimeProvider.System.GetElapsedTime(begun));
    }

    /// <summary>The same number of entries of the same shape, about the id that was asked for.</summary>
    async Task CompareAudit(List<(Asked Hidden, Asked Absent)> asked)
    {
        var entries = (await own.Server.AsOwner(db => db.AuditEntries.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken))).ToLookup(x => x.RequestId);
        List<string> Left(Asked it) =>
        [
            .. entries[it.Trace.ToString("N")].Select(x => $"{x.Action} {x.Outcome} {x.Rule} {x.ActorName} {x.Partner} {x.Roles} " +
                (x.Resource is not { } resource ? "nothing" : it.About.Ids.FirstOrDefault(id => id.Value == resource.ToString()).Key ?? "another")).Order(StringComparer.Ordinal),
        ];
        foreach (var (hidden, absent) in asked)
        {
            var left = Left(hidden);
            Assert.True(left.Count > 0, $"{hidden.Question.Name}: no entry");
            Assert.True(left.SequenceEqual(Left(absent)), $"{hidden.Question.Name}: {string.Join("; ", left)} for a hidden one, {string.Join("; ", Left(absent))} for none");
        }
    }
}
