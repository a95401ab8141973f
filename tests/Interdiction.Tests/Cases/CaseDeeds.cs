using System.Globalization;
using System.Text.Json.Nodes;
using Interdiction.Tests.Custody;
using Interdiction.Tests.Http;
using Interdiction.Tests.Proposals;

namespace Interdiction.Tests.Cases;

/// <summary>Somebody tries something on a record.</summary>
/// <param name="Chance">A number by which a deed chooses its details.</param>
/// <param name="Now">The server's time.</param>
sealed record Attempt(CaseModel Case, Hand By, Thing On, int Chance, DateTimeOffset Now)
{
    public decimal Amount => (Chance % 60 + 1) / 10m;
    public bool Reads => On.IsReadBy(Case, By);

    public T Of<T>(params T[] choices) => choices[Chance % choices.Length];
}

/// <summary>A command as it is sent.</summary>
/// <param name="Makes">Path and id of the record that it makes; null where it changes one.</param>
sealed record Asked(HttpMethod Method, string Path, JsonObject Body, (string Kind, Guid Id)? Makes = null)
{
    /// <summary>It is done to a record as it was read.</summary>
    public bool NeedsIfMatch => Makes is null;
}

/// <summary>Something that can be tried: on what, who may, how it is sent, and what comes of it.</summary>
/// <param name="Weight">How often it is tried beside the others, so that walks get far.</param>
sealed record Deed(string Name, int Weight, Func<CaseModel, IEnumerable<Thing>> Targets, Func<Attempt, bool> May, Func<Attempt, Asked> Ask, Action<Attempt, Guid, JsonNode> Then);

/// <summary>The commands of a case, each with its rule as product and access table have it.</summary>
static class CaseDeeds
{
    static readonly object Marking = new { classification = "restricted", releasableTo = CaseModel.Partners };

    public static IReadOnlyList<Deed> All { get; } = [.. Reports(), .. OfCase(), .. Proposals(), .. Custody(), .. Letters()];

    static IEnumerable<Deed> Reports()
    {
        yield return new("file", 3, x => x.All<ReportModel>().Count() < 4 ? [x] : [], t => t.By.IsOfficer && t.Reads && !t.Case.IsClosed,
            t => Create($"boardings{t.Of("", "?submit=true", "?submit=true", "?intent=true")}", "boardings", Report(t)),
            (t, id, shown) =>
            {
                var filed = new ReportModel(id, t.By.Partner, t.By.Login, t.Of("draft", "draft", "draft", "intent"), Documents.With(Text(t), new { seizures = shown["seizures"], manifest = shown["manifest"] }));
                if (t.Of(false, true, true, false))
                    filed.Move("submitted", t.By);
                t.Case.Things.AddRange([filed, new ExhibitModel((Guid)shown["seizures"]![0]!["exhibits"]![0]!["id"]!, filed, 12.5m, t.By.Partner)]);
            });
        yield return new("write", 2, x => x.All<ReportModel>(), t => t.On is ReportModel { State: "intent" or "draft" or "returned" } && IsAuthors(t),
            t => new(HttpMethod.Put, t.On.Path, Written(t)),
            (t, _, _) =>
            {
                var it = (ReportModel)t.On;
                it.Authors.Add(t.By.Login);
                it.Revision += it.Submitted == it.Revision ? 1 : 0;
            });
        // An exhibit with a chain is not written out of its report.
        yield return new("write out", 1, x => x.All<ReportModel>().Where(r => x.All<ExhibitModel>().Any(e => e.Report == r && e.Links.Count > 1)), _ => false,
            t => new(HttpMethod.Put, t.On.Path, Documents.With(Written(t), new { seizures = Array.Empty<object>() })), (_, _, _) => { });
        foreach (var (move, weight) in new[] { ("draft", 1), ("submitted", 9), ("withdrawn", 1), ("amended", 2) })
            yield return Move("report", move, weight, x => x.All<ReportModel>(), t => ((ReportModel)t.On).After(move) is not null && IsAuthors(t), (t, _, _) => ((ReportModel)t.On).Move(move, t.By));
        foreach (var (move, weight) in new[] { ("inReview", 9), ("returned", 3), ("accepted", 9) })
            yield return Move("report", move, weight, x => x.All<ReportModel>(),
                t => t.On is ReportModel it && it.After(move) is not null && (move != "accepted" || it.IsLawful) && t.Reads && IsReviewers(t) && !it.Authors.Contains(t.By.Login) && !t.Case.IsClosed,
                (t, _, _) => ((ReportModel)t.On).Move(move, t.By));
    }

    static IEnumerable<Deed> OfCase()
    {
        foreach (var (to, from) in new[] { ("underReview", "open"), ("open", "underReview"), ("archived", "closed"), ("closed", "archived") })
            yield return Move("case", to, 1, x => [x], t => t.Reads && IsReviewers(t) && t.Case.State == from, (t, _, _) => t.Case.Enter(to));
        yield return new("comment", 1, x => [x], t => t.By.Writes && t.Reads && !t.Case.IsClosed,
            t => Create($"{t.On.Path}/comments", "comments", Samples.Comment(new { marking = Marking })), (t, _, _) => t.Case.Comments++);
        yield return new("open task", 1, x => [x], t => t.By.Writes && t.Reads && !t.Case.IsClosed,
            t => Create($"{t.On.Path}/tasks", "tasks", Samples.Task(new { owner = OwnerOf(t), marking = Marking })), (t, id, _) => t.Case.Things.Add(new TaskModel(id, t.By.Partner, OwnerOf(t))));
        foreach (var (to, weight) in new[] { ("done", 4), ("declined", 1), ("open", 1) })
            yield return new($"task {to}", weight, x => x.All<TaskModel>().Where(it => it.State != to),
                t => t.On is TaskModel it && (it.State == "open" || to == "open") && t.By.Writes && t.Reads && (t.By.Partner == it.Originator || t.By.Partner == it.Owner),
                t => new(HttpMethod.Patch, t.On.Path, new JsonObject { ["state"] = to, ["reason"] = "Seen." }), (t, _, _) => t.On.Enter(to));
    }

    static string OwnerOf(Attempt t) => t.By.Partner == "JPN" ? "USA" : "JPN";

    static IEnumerable<Deed> Proposals()
    {
        foreach (var (act, weight) in new[] { ("closeCase", 3), ("reopenCase", 9), ("moveLead", 2), ("widenMarking", 1), ("setHold", 1), ("liftHold", 8), ("disposeExhibit", 5) })
            yield return new($"propose {act}", weight, x => act switch { "disposeExhibit" => x.All<ExhibitModel>(), "liftHold" => x.All<HoldModel>(), _ => [x] },
                t => Proposed(t, act) is var it && it.IsRightOf(t.Case, t.By, deciding: false) && it.Fits(t.Case, t.By),
                t => Create("proposals", "proposals", new JsonObject { ["act"] = act, ["resource"] = t.On.Id, ["arguments"] = Arguments(Proposed(t, act)), ["reason"] = "It is needed." }),
                (t, id, _) => t.Case.Things.Add(Proposed(t, act, id)));
        foreach (var (to, weight) in new[] { ("approved", 12), ("refused", 1) })
            yield return Move("proposal", to, weight, x => x.All<ProposalModel>(), t => ((ProposalModel)t.On).IsDecidedBy(t.Case, t.By, to), (t, _, _) => Decide((ProposalModel)t.On, to, t.Case));
        yield return Move("proposal", "withdrawn", 1, x => x.All<ProposalModel>(), t => t.On is ProposalModel { State: "open" } it && it.By == t.By.Login && t.Reads, (t, _, _) => t.On.Enter("withdrawn"));
    }

    static ProposalModel Proposed(Attempt t, string act, Guid id = default) => new(id, t.By, act, t.On, act switch
    {
        "closeCase" => t.Of("forfeited", "noViolation", "basisMissing"),
        "moveLead" => t.Of("USA", "JPN", "USA", CaseModel.Stranger),
        "disposeExhibit" => t.Of("destroyed", "returned", "released"),
        _ => "",
    }, act == "disposeExhibit" && t.Chance % 4 == 0 ? t.Amount : null);

    static JsonObject Arguments(ProposalModel it) => it.Act switch
    {
        "closeCase" => new() { ["disposition"] = it.Detail },
        "moveLead" => new() { ["partner"] = it.Detail },
        "widenMarking" => new() { ["releasableTo"] = new JsonArray(CaseModel.Stranger) },
        "setHold" => new() { ["scope"] = "All exhibits, for proceeding 12/2026" },
        "disposeExhibit" => Documents.With(new JsonObject { ["type"] = it.Detail }, new { quantity = it.Amount is { } amount ? Quantity(amount) : null }),
        _ => [],
    };

    /// <summary>What an approval does besides. Of a hold the server gives the id: the walk looks for it.</summary>
    static void Decide(ProposalModel it, string to, CaseModel @case)
    {
        it.Enter(to);
        if (to == "refused")
            return;
        if (it.Act is "closeCase" or "reopenCase")
            @case.Enter(it.Act == "closeCase" ? "closed" : "open");
        if (it.Act is "closeCase" or "reopenCase")
            @case.Disposition = it.Act == "closeCase" ? it.Detail : null;
        if (it.Act == "moveLead")
            @case.Lead = it.Detail;
        if (it.Act == "widenMarking")
            @case.Readers.Add(CaseModel.Stranger);
        if (it.Act == "liftHold")
            it.On.Enter("lifted");
        if (it is { Act: "disposeExhibit", On: ExhibitModel exhibit })
            exhibit.Add(new LinkModel(Guid.Empty, it.Detail, it.Amount ?? exhibit.Held));
    }

    static IEnumerable<Deed> Custody()
    {
        yield return Record("sampled", 3, t => t.On is ExhibitModel { IsEnded: false, Waiting: null } it && t.Amount <= it.Held, t => new { quantity = Quantity(t.Amount) }, t => t.Amount);
        yield return Record("split", 2, t => t.On is ExhibitModel { IsEnded: false, Waiting: null } it && t.Amount <= it.Held, t => new { quantity = Quantity(t.Amount) }, t => t.Amount);
        yield return Record("inspected", 1, t => t.On is ExhibitModel { IsEnded: false }, t => new { quantity = Quantity(t.Amount * 2) }, t => t.Amount * 2);
        yield return Record("transferred", 4, t => t.On is ExhibitModel { IsEnded: false, Waiting: null, Report: var report } && (Receiver(t) == report.Originator || report.Submitted > 0),
            t => new { to = new { partner = Receiver(t) } }, _ => 0);
        yield return Record("correction", 3, t => Wrong(t) is { } it && ((ExhibitModel)t.On).Reckon(it, t.Amount).Lowest >= 0, t => new { corrects = Wrong(t)?.Id ?? Guid.CreateVersion7(), quantity = Quantity(t.Amount) }, _ => 0);
        // One person alone disposes of nothing.
        yield return Record("destroyed", 1, _ => false, t => new { quantity = Quantity(t.Amount) }, t => t.Amount);
        foreach (var (to, weight) in new[] { ("accepted", 6), ("refused", 1) })
            yield return new($"hand-over {to}", weight, x => x.All<ExhibitModel>().Where(e => e.Waiting is not null),
                t => t.On is ExhibitModel { Waiting.Transfer: var transfer } && t.By.Writes && t.By.Partner == transfer.To && t.By.Login != transfer.By && t.Reads,
                t => new(HttpMethod.Post, $"custody-events/{((ExhibitModel)t.On).Waiting!.Id}/transitions", new JsonObject { ["to"] = to, ["reason"] = "Seen." }), (t, _, _) => ((ExhibitModel)t.On).End(to));
    }

    static string Receiver(Attempt t) => t.Of("JPN", "USA", "XCC", "JPN");

    /// <summary>A sample whose amount is put right.</summary>
    static LinkModel? Wrong(Attempt t) => ((ExhibitModel)t.On).Links.FindLast(x => x.Type == "sampled");

    static Deed Record(string type, int weight, Func<Attempt, bool> fits, Func<Attempt, object> body, Func<Attempt, decimal> amount) => new(type, weight, x => x.All<ExhibitModel>(),
        t => t.By.Writes && t.By.Partner == ((ExhibitModel)t.On).Custodian && t.Reads && fits(t),
        t => Create($"{t.On.Path}/custody-events", "custody-events", Exhibits.Event(type, Documents.With(new JsonObject { ["at"] = t.Now.ToString("O", CultureInfo.InvariantCulture) }, body(t)))),
        (t, id, shown) =>
        {
            var it = (ExhibitModel)t.On;
            if (type == "correction")
                Wrong(t)!.Amount = t.Amount;
            it.Add(new LinkModel(id, type, amount(t), (string)shown["state"]!) { Transfer = (Receiver(t), t.By.Login) });
            if (type == "split")
                t.Case.Things.Add(new ExhibitModel((Guid)shown["part"]!, it.Report, t.Amount, it.Custodian, it));
        });

    static IEnumerable<Deed> Letters()
    {
        yield return new("ask", 2, x => x.All<LetterModel>().Count() < 5 ? [x] : [], t => t.By.Writes && t.Reads && !t.Case.IsClosed,
            t => Create("consent-requests", "consent-requests", Samples.ConsentRequest(new { caseId = t.Case.Id, flag = "PAN", marking = Marking })), (t, id, _) => t.Case.Things.Add(new LetterModel(id, "consent-requests", t.By.Partner, "PAN")));
        yield return new("send", 1, x => x.All<LetterModel>().Count() < 5 ? [x] : [], t => t.By.Writes && t.Reads,
            t => Create("dispatches", "dispatches", Samples.Dispatch(new { caseId = t.Case.Id, to = OwnerOf(t), marking = new { classification = "restricted", releasableTo = new[] { OwnerOf(t) } } })),
            (t, id, _) => t.Case.Things.Add(new LetterModel(id, "dispatches", t.By.Partner, OwnerOf(t))));
        foreach (var (to, weight) in new[] { ("acknowledged", 2), ("granted", 3), ("refused", 1), ("directedToPort", 1), ("deemed", 1), ("answered", 2), ("declined", 1), ("withdrawn", 1) })
            yield return Move("letter", to, weight, x => x.All<LetterModel>().Where(l => to == "withdrawn" || l.IsConsent != (to is "answered" or "declined")), t => t.On is LetterModel it && it.Allows(to) && IsTurnOf(t.By, it, to, t.Reads), (t, _, _) => t.On.Enter(to));
    }

    static bool IsTurnOf(Hand by, LetterModel it, string to, bool reads) => to == "withdrawn" ? by.Writes && by.Partner == it.Originator && reads
        : by.Partner == it.Addressee && (it.IsConsent ? by.IsLiaison : by.Writes);

    static bool IsAuthors(Attempt t) => t.By.IsOfficer && t.By.Partner == t.On.Originator && t.Reads && !t.Case.IsClosed;

    static bool IsReviewers(Attempt t) => t.By.IsCoordinator && (t.By.Partner == t.Case.Lead || t.By.Partner == "XCC");

    static Asked Create(string path, string kind, JsonObject body)
    {
        var id = Guid.CreateVersion7();
        body["id"] = id;
        return new(HttpMethod.Post, path, body, (kind, id));
    }

    static Deed Move(string kind, string to, int weight, Func<CaseModel, IEnumerable<Thing>> targets, Func<Attempt, bool> may, Action<Attempt, Guid, JsonNode> then) => new($"{kind} {to}", weight, targets, may, t =>
    {
        var body = new JsonObject { ["to"] = to };
        body[t.On is LetterModel { IsConsent: false } ? "text" : "reason"] = "Seen.";
        return new(HttpMethod.Post, $"{t.On.Path}/transitions", body);
    }, then);

    static object Quantity(decimal amount) => Exhibits.Amount(amount.ToString(CultureInfo.InvariantCulture), "KGM");

    /// <summary>In port without a duty, at sea with one, or at sea without the consent that it takes.</summary>
    static JsonObject Text(Attempt t) => t.Chance / 4 % 4 < 2 ? Documents.Report() : Documents.Report(new
    {
        mode = "sea",
        place = new { latitude = 10, longitude = 60, zone = "highSeas" },
        legalBases = new[] { new { code = "DRUG_17", grounds = "The manifest names a precursor." } },
        consent = new { flag = t.Chance / 4 % 4 == 2 ? "granted" : "requested", master = "given" },
    });

    static JsonObject Report(Attempt t)
    {
        var report = Documents.With(Text(t), new { caseId = t.Case.Id, marking = Marking });
        report["seizures"]![0]!["exhibits"]![0]!["quantity"] = new JsonObject { ["value"] = "12.500", ["unit"] = "KGM" };
        return report;
    }

    static JsonObject Written(Attempt t) =>
        Documents.With((JsonObject)((ReportModel)t.On).Body.DeepClone(), new { id = (string?)null, caseId = (string?)null, marking = (string?)null, narrative = $"Written by {t.By.Login}, {t.Now:O}." });
}
