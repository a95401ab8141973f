using System.Text.Json.Nodes;
using Interdiction.CaseWork;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Interdiction.Tests.Cases;

/// <summary>How a command is sent: as it is meant, for trial only, twice with one key, or after the record was changed.</summary>
enum Manner { Plain, Dry, Twice, Stale }

/// <summary>One step of a walk, as chance has it.</summary>
/// <param name="Apt">Something that is allowed, where anything is; else anybody tries anything.</param>
sealed record Step(bool Apt, int Deed, int Who, int On, int Chance, Manner Manner);

/// <summary>
/// A fresh case in which one command follows the other over HTTP. Each is allowed where the model allows it and nowhere
/// else; what it did and what it left as it was is read after it; all of it is read at the end.
/// </summary>
sealed class CaseWalk(Server server, IReadOnlyList<Hand> hands, Func<string, Task<HttpClient>> login, Action<string> count)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    static readonly int[] Refusals = [403, 404, 409, 412, 422];

    readonly Dictionary<Thing, string> tags = [];

    public CaseModel Case { get; private set; } = null!;

    /// <summary>What was done, for who looks for the fault.</summary>
    public List<string> Trace { get; } = [];

    public async Task Begin()
    {
        var body = Http.Samples.Case(new { marking = new { classification = "restricted", releasableTo = CaseModel.Partners } });
        Case = new CaseModel((Guid)(await (await login("jpn-officer")).Post("cases", body)).Is(201).Json["id"]!);
    }

    public async Task Take(Step step)
    {
        var (deed, attempt) = Choose(step);
        var asked = deed.Ask(attempt);
        var manner = step.Manner is Manner.Stale && !asked.NeedsIfMatch || step.Manner is Manner.Twice && asked.Method != HttpMethod.Post ? Manner.Plain : step.Manner;
        var may = deed.May(attempt) && manner is not Manner.Stale;
        var before = tags.GetValueOrDefault(attempt.On) ?? await Read(attempt.On);
        Trace.Add($"{attempt.By.Login}: {deed.Name} on {attempt.On.Path}, {step.Chance}, {manner}, {(may ? "allowed" : "forbidden")}");

        var client = await login(attempt.By.Login);
        (string, string)[] headers = [("If-Match", manner is Manner.Stale ? "\"0\"" : "*"), ("Idempotency-Key", Guid.CreateVersion7().ToString())];
        var answer = await client.Send(asked.Method, manner is Manner.Dry ? With(asked.Path, "validateOnly=true") : asked.Path, asked.Body, headers);
        Trace[^1] += $", {answer.Status}";
        if (!may)
        {
            Refuses(answer);
            count($"{answer.Status}");
        }
        else
        {
            answer.Is(asked.Makes is not null && manner is not Manner.Dry ? 201 : 200);
            count(manner is Manner.Dry ? "dry run" : deed.Name);
        }
        if (!may || manner is Manner.Dry)
        {
            // Nothing was stored.
            Assert.Equal(before, await Read(attempt.On));
            if (asked.Makes is var (kind, id))
                (await (await login(Reader(hands.Any(x => x.IsCoordinator && x.Partner == attempt.By.Partner) ? attempt.By.Partner : "JPN"))).Get($"{kind}/{id}")).Is(404);
            return;
        }
        if (manner is Manner.Twice)
        {
            var again = (await client.Send(asked.Method, asked.Path, asked.Body, headers)).Is(answer.Status);
            Assert.Equal("true", Assert.Single(again.Headers.GetValues("Idempotency-Replayed")));
            count("replay");
        }
        await Follow(deed, attempt, asked, answer, before);
    }

    async Task Follow(Deed deed, Attempt attempt, Asked asked, Answer answer, string before)
    {
        deed.Then(attempt, asked.Makes?.Id ?? default, answer.Json);
        tags.Clear();
        if (attempt.On is ReportModel { State: "accepted", Owes: true } report)
            await Duties(report);
        if (attempt.On is ProposalModel { State: "approved", Act: "setHold" })
            await Hold();
        // What others add to a record does not change it; a link of its chain is an exhibit's own.
        var after = await Read(attempt.On);
        Assert.Equal(asked.Makes is null or { Kind: "custody-events" }, before != after);
        if (asked.Makes is { Id: var made } && Case.Things.Find(x => x.Id == made) is { } thing)
            await Read(thing);
        if (attempt.On is not ProposalModel { State: "approved" } proposal)
            return;
        count(proposal.Act);
        await Read(proposal.On);
    }

    (Deed, Attempt) Choose(Step step)
    {
        Attempt Try(Hand who, Thing it) => new(Case, who, it, step.Chance, server.Clock.GetUtcNow());
        if (step.Apt)
        {
            var allowed = CaseDeeds.All.Select(deed => (Deed: deed, Attempts: deed.Targets(Case).SelectMany(it => hands.Select(who => Try(who, it))).Where(deed.May).ToList())).Where(x => x.Attempts.Count > 0).ToList();
            var (deed, attempts) = Weighed(allowed, x => x.Deed.Weight, step.Deed);
            return (deed, attempts[(step.Who * 31 + step.On) % attempts.Count]);
        }
        var possible = CaseDeeds.All.Select(deed => (Deed: deed, Targets: deed.Targets(Case).ToList())).Where(x => x.Targets.Count > 0).ToList();
        var (any, targets) = Weighed(possible, x => x.Deed.Weight, step.Deed);
        return (any, Try(hands[step.Who % hands.Count], targets[step.On % targets.Count]));
    }

    static T Weighed<T>(List<T> choices, Func<T, int> weight, int chance)
    {
        chance %= choices.Sum(weight);
        return choices.First(x => (chance -= weight(x)) < 0);
    }

    static void Refuses(Answer answer)
    {
        Assert.True(Refusals.Contains(answer.Status), $"It is answered with {answer.Status}: {answer.Text}");
        Assert.Equal("application/problem+json", answer.ContentHeaders.ContentType?.MediaType);
        Assert.NotEmpty((string)answer.Json["code"]!);
    }

    static string With(string path, string parameter) => $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{parameter}";

#pragma warning disable CA1308 // Client names are in lower case.
    static string Reader(string partner) => $"{partner.ToLowerInvariant()}-coordinator";
#pragma warning restore CA1308

    /// <summary>Looks whether a record is shown as it should be by now.</summary>
    /// <returns>Its entity tag.</returns>
    async Task<string> Read(Thing it)
    {
        var answer = (await (await login(Reader(it.Originator))).Get(it.Path)).Is(200);
        Assert.Equal(it.Face, it.Read(answer.Json));
        return tags[it] = answer.ETag!;
    }

    /// <summary>What an accepted report owes is opened by a job, which is not waited for.</summary>
    async Task Duties(ReportModel report)
    {
        await server.Services.GetServices<IHostedService>().OfType<FollowAccepted>().Single().Look(TestContext.Current.CancellationToken);
        if (Case.All<TaskModel>().Any(x => x.Report == report))
            return;
        var begun = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var tasks = await Items(await login(Reader("JPN")), $"{Case.Path}/tasks?limit=200");
            if (tasks.FirstOrDefault(x => (string?)x!["boardingId"] == $"{report.Id}") is { } duty)
            {
                Case.Things.Add(new TaskModel((Guid)duty["id"]!, report.Originator, report.Originator, report));
                return;
            }
            Assert.True(TimeProvider.System.GetElapsedTime(begun) < Patience, $"{report.Path} has no duty.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    async Task Hold()
    {
        var holds = await Items(await login(Reader("JPN")), $"{Case.Path}/holds?limit=200");
        var set = Assert.Single(holds, x => Case.All<HoldModel>().All(y => y.Id != (Guid)x!["id"]!))!;
        Case.Things.Add(new HoldModel((Guid)set["id"]!, "JPN"));
    }

    /// <summary>All of it is as it should be, and nothing is there besides.</summary>
    public async Task End()
    {
        Trace.Add("At the end");
        foreach (var it in Case.Things.Prepend(Case))
            await Read(it);
        foreach (var report in Case.All<ReportModel>())
            await Look(report);
        foreach (var root in Case.All<ExhibitModel>().Where(x => x.Parent is null))
            Assert.Equal(root.Seized, Case.All<ExhibitModel>().Where(x => x.IsOf(root)).Sum(x => x.Left));
        var lead = await login(Reader("JPN"));
        var contents = (await lead.Get($"{Case.Path}/contents")).Is(200).Json;
        Assert.Equal((Case.Comments, Case.All<TaskModel>().Count()), ((int)contents["comments"]!, (int)contents["tasks"]!));
        Same(Case.All<ReportModel>().Where(x => x.Originator == "JPN" || x.Submitted > 0), contents["boardings"]!);
        Same(Case.All<LetterModel>().Where(x => x.IsConsent), contents["consentRequests"]!);
        Same(Case.All<HoldModel>(), await Items(lead, $"{Case.Path}/holds?limit=200"));
        foreach (var on in Case.All<ExhibitModel>().Where(x => x.Originator == "JPN").Prepend<Thing>(Case))
            Same(Case.All<ProposalModel>().Where(x => x.On == on && x.Originator == "JPN"), await Items(lead, $"proposals?resource={on.Id}&limit=200"));
        Assert.Equal(Case.History, (await Items(lead, $"{Case.Path}/transitions")).Select(x => (string)x!["to"]!));
    }

    static void Same(IEnumerable<Thing> expected, JsonNode shown) => Assert.Equal(expected.Select(x => x.Id).Order(), shown.AsArray().Select(x => (Guid)x!["id"]!).Order());

    static async Task<JsonArray> Items(HttpClient client, string path) => (await client.Get(path)).Is(200).Json["items"]!.AsArray();

    /// <summary>Every revision that was submitted is still what it was, and nobody reviewed what they wrote.</summary>
    async Task Look(ReportModel report)
    {
        var client = await login(Reader(report.Originator));
        var revisions = await Items(client, $"{report.Path}/revisions");
        Assert.Equal(Enumerable.Range(1, report.Revision), revisions.Select(x => (int)x!["revision"]!));
        foreach (var number in report.Texts.Keys)
            report.Keep(number, (await client.Get($"{report.Path}/revisions/{number}")).Is(200).Json);
        var moves = await Items(client, $"{report.Path}/transitions");
        Assert.Equal(report.History, moves.Select(x => (string)x!["to"]!));
        var authors = new HashSet<string>();
        foreach (var move in moves)
        {
            authors.UnionWith(revisions.Take((int)move!["revision"]!).Select(x => (string)x!["writtenBy"]!));
            if ((string)move["to"]! is "inReview" or "returned" or "accepted")
                Assert.DoesNotContain((string)move["actor"]!, authors);
            // Whoever filed, wrote or submitted it is an author; to take an intent up, or a report back, is none of these.
            else if ((string)move["to"]! == "submitted" || move["from"] is null)
                authors.Add((string)move["actor"]!);
        }
    }
}
