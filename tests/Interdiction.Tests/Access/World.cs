using System.Text.Json.Nodes;
using Interdiction.Tests.Evidence;

namespace Interdiction.Tests.Access;

/// <summary>A report of the crawl and its case, with what the oracle knows of them.</summary>
sealed record Planted(string Name, ReportFacts Facts, Guid CaseId, Guid ReportId);

/// <summary>A request to a flag State, with what the oracle knows of it.</summary>
sealed record PlantedRequest(ConsentFacts Facts, Guid CaseId, Guid Id);

/// <summary>A case in which something was said and is to be done, with what the oracle knows of both.</summary>
sealed record PlantedWork(WorkFacts Facts, Guid CaseId, IReadOnlyList<Guid> Ids);

/// <summary>A case that is to be destroyed, with what the oracle knows of it.</summary>
sealed record PlantedEnd(CaseFacts Facts, Guid CaseId, Guid DestructionId);

/// <summary>A dispatch, with what the oracle knows of it.</summary>
sealed record PlantedDispatch(DispatchFacts Facts, Guid CaseId, Guid Id);

/// <summary>An attachment, with what the oracle knows of it.</summary>
sealed record PlantedEvidence(EvidenceFacts Facts, Guid CaseId, Guid Id);

/// <summary>Records of five partners, in every stage of a life, with a canary in every text field of every revision.</summary>
sealed class World(OwnServer server, ApiDocument document, Canaries canaries)
{
    /// <summary>Ids begin with their time: the demonstration's were given before.</summary>
    readonly Guid begun = Guid.CreateVersion7();

    /// <summary>True of what was there only after the planting began.</summary>
    public bool IsNew(Guid id) => id.CompareTo(begun) > 0;

    /// <summary>Takes part in cases of others, which opens nothing to it.</summary>
    public const string Helper = "JPN";

    /// <summary>A word that stands in every title: a search finds these records and no others.</summary>
    public string Word { get; } = $"world{Guid.CreateVersion7():N}";

    public List<Planted> Records { get; } = [];
    public List<PlantedRequest> Requests { get; } = [];
    public List<PlantedWork> Work { get; } = [];
    public List<PlantedDispatch> Dispatches { get; } = [];
    public List<PlantedEvidence> Evidence { get; } = [];
    public List<PlantedEnd> Ends { get; } = [];

    readonly Bodies bodies = new(document);
    readonly Dictionary<string, string> deputies = new(StringComparer.Ordinal);

    /// <summary>Six records for a partner, or those of them that are asked for.</summary>
    public async Task Plant(int nation, Func<int, bool> wanted)
    {
        string own = At(nation), next = At(nation + 1), third = At(nation + 2);
        if (wanted(0))
            await Draft(own, new Label(Level.Restricted, "ALL"), Stage.Draft, variant: nation);
        if (wanted(1))
            await Draft(own, new Label(Level.Secret, own, next, Principal.Cell), Stage.Submitted);
        if (wanted(2))
            await Amended(own, new Label(Level.Restricted, "ALL"), resubmitted: false);
        if (wanted(3))
            await ReturnedAndWritten(own, new Label(Level.Confidential, own, third, Principal.Cell));
        if (wanted(4))
            await Amended(own, new Label(Level.Unclassified, own, next, third, Principal.Cell), resubmitted: true);
        if (wanted(5))
            await InCaseOf(next, own, new Label(Level.Restricted, "ALL"), new Label(Level.Confidential, own, third));
    }

    /// <summary>A case in which a flag State is asked: its people read the request, and who reads both markings; the case is not the flag State's.</summary>
    public async Task PlantRequest(int nation)
    {
        string own = At(nation), next = At(nation + 1), third = At(nation + 2), flag = Principal.FlagStates[nation % 2];
        var officer = await server.As(new Principal(own, Post.Officer));
        var @case = new CaseFacts(own, own, new Label(Level.Restricted, own, next, Principal.Cell), OpenedByItself: true, HoldsSubmitted: false);
        var facts = new ConsentFacts(@case, own, new Label(nation % 3 == 0 ? Level.Secret : Level.Restricted, own, next, third), flag, Answering.Granted);
        var name = $"request of {own} to {flag}";
        bool Sees(Principal who) => Oracle.CanRead(who, facts);

        bool SeesCase(Principal who) => Oracle.CanRead(who, @case);
        var opening = bodies.Make(Schema("/cases"), x => Text($"case of {name} {x}", x, SeesCase));
        opening["marking"] = Marking(@case.Label, $"case of {name}", SeesCase);
        var id = (Guid)(await officer.Post("cases", opening)).Is(201).Json["id"]!;
        var body = bodies.Make(Schema("/consent-requests"), x => Text($"{name} {x}", x, Sees));
        (body["caseId"], body["flag"], body["marking"]) = (id.ToString(), flag, Marking(facts.Label, name, Sees));
        var sent = (Guid)(await officer.Post("consent-requests", body)).Is(201).Json["id"]!;
        Requests.Add(new PlantedRequest(facts, id, sent));
        var liaison = await server.As(new Principal(flag, Post.Liaison));
        // What an acknowledgement says is overwritten by what the answer says.
        foreach (var to in new[] { "acknowledged", "granted" })
        {
            var step = bodies.Make(Schema("/consent-requests/{id}/transitions"), x => to is "granted" || x is not "/conditions" ? Text($"{name} {to} {x}", x, Sees) : "");
            step["to"] = to;
            (await liaison.Move($"consent-requests/{sent}", to, step)).Is(200);
        }
    }

    /// <summary>Two dispatches about a case that their addressee does not read: one answered with a case of its own, one that waits.</summary>
    public async Task PlantDispatches(int nation)
    {
        string own = At(nation), next = At(nation + 1), third = At(nation + 2);
        var officer = await server.As(new Principal(own, Post.Officer));
        var @case = new CaseFacts(own, own, new Label(Level.Restricted, own, third), OpenedByItself: true, HoldsSubmitted: false);
        bool SeesCase(Principal who) => Oracle.CanRead(who, @case);
        var opening = bodies.Make(Schema("/cases"), x => Text($"case that dispatches of {own} concern {x}", x, SeesCase));
        opening["marking"] = Marking(@case.Label, $"case that dispatches of {own} concern", SeesCase);
        var concerned = (Guid)(await officer.Post("cases", opening)).Is(201).Json["id"]!;
        foreach (var (stands, level) in new[] { (Ending.Answered, Level.Confidential), (Ending.Sent, Level.Restricted) })
        {
            var facts = new DispatchFacts(@case, own, new Label(level, own, next), next, stands);
            var name = $"dispatch of {own} to {next}, {stands},";
            bool Sees(Principal who) => Oracle.CanRead(who, facts);
            var body = bodies.Make(Schema("/dispatches"), x => x is "/source/name" ? canaries.Plant($"{name} {x}", who => Oracle.ShowsSource(who, facts), Sees) : Text($"{name} {x}", x, Sees));
            (body["to"], body["caseId"]) = (next, concerned.ToString());
            // One without a handling code, which the crawl's own marking keeps: that is narrowed.
            body["marking"] = stands is Ending.Sent ? Filing.Marking(facts.Label) : Marking(facts.Label, name, Sees);
            var sent = (Guid)(await officer.Post("dispatches", body)).Is(201).Json["id"]!;
            Dispatches.Add(new PlantedDispatch(facts, concerned, sent));
            if (stands is Ending.Sent)
                continue;
            var opened = new CaseFacts(next, next, new Label(Level.Restricted, next), OpenedByItself: true, HoldsSubmitted: false);
            bool SeesOpened(Principal who) => Oracle.CanRead(who, opened);
            var answer = bodies.Make(Schema("/dispatches/{id}/transitions"), x => x.StartsWith("/opens", StringComparison.Ordinal) ? canaries.Plant($"{name} {x}", SeesOpened) : Text($"{name} answer {x}", x, Sees));
            answer["to"] = "answered";
            answer["opens"]!["marking"] = Marking(opened.Label, $"{name} /opens", SeesOpened);
            (await (await server.As(new Principal(next, Post.Officer))).Move($"dispatches/{sent}", "answered", answer)).Is(200);
        }
    }

    /// <summary>A comment and a task, declined by its owner, that fewer read than the case.</summary>
    public async Task PlantWork(int nation)
    {
        string own = At(nation), next = At(nation + 1), third = At(nation + 2);
        var officer = await server.As(new Principal(own, Post.Officer));
        var @case = new CaseFacts(own, own, new Label(Level.Restricted, own, next, third, Principal.Cell), OpenedByItself: true, HoldsSubmitted: false);
        var facts = new WorkFacts(@case, own, new Label(nation % 2 == 0 ? Level.Confidential : Level.Restricted, own, next), next, Stand.Declined);
        var name = $"work of {own} and {next}";
        bool Sees(Principal who) => Oracle.CanRead(who, facts);
        bool SeesCase(Principal who) => Oracle.CanRead(who, @case);
        var opening = bodies.Make(Schema("/cases"), x => Text($"case of {name} {x}", x, SeesCase));
        opening["marking"] = Marking(@case.Label, $"case of {name}", SeesCase);
        var id = (Guid)(await officer.Post("cases", opening)).Is(201).Json["id"]!;
        var ids = new List<Guid>();
        foreach (var kind in new[] { "comments", "tasks" })
        {
            var body = bodies.Make(Schema($"/cases/{{id}}/{kind}"), x => Text($"{name} {kind} {x}", x, Sees));
            // One without a handling code, which the crawl's own marking keeps: that is narrowed.
            body["marking"] = nation == 0 ? Filing.Marking(facts.Label) : Marking(facts.Label, $"{name} {kind}", Sees);
            if (kind is "tasks")
                body["owner"] = next;
            ids.Add((Guid)(await officer.Post($"cases/{id}/{kind}", body)).Is(201).Json["id"]!);
        }
        var change = new JsonObject { ["state"] = "declined", ["reason"] = Text($"{name} /reason", "/reason", Sees) };
        (await (await server.As(new Principal(next, Post.Officer))).Send(HttpMethod.Patch, $"tasks/{ids[1]}", change, ("If-Match", "*"))).Is(200);
        Work.Add(new PlantedWork(facts, id, ids));
    }

    /// <summary>A text and a photo in the case of some work, and a photo with a report that hardly anybody may read.</summary>
    public async Task PlantEvidence(int nation)
    {
        string own = At(nation), next = At(nation + 1);
        var work = Work.Single(x => x.Facts.Originator == own);
        await Keep(new EvidenceFacts(work.Facts.Case, null, own, new Label(Level.Confidential, own, next)), work.CaseId, work.CaseId, "text", null);
        // One without a handling code, which the crawl's own marking keeps: that is narrowed.
        await Keep(new EvidenceFacts(work.Facts.Case, null, own, new Label(Level.Restricted, own, next)), work.CaseId, work.CaseId, "photo", Pictures.Jpeg(exif: Pictures.Exif()), plain: true);
        if (Records.FirstOrDefault(x => x.Facts.Originator == own && x.Facts.Stage is Stage.Draft or Stage.Submitted) is { } report)
            await Keep(new EvidenceFacts(report.Facts.Case, report.Facts, own, new Label(Level.Restricted, "ALL")), report.CaseId, report.ReportId, "photo of a report", Pictures.Jpeg(200 + nation, 100));
    }

    async Task Keep(EvidenceFacts facts, Guid @case, Guid record, string what, byte[]? file, bool plain = false)
    {
        var name = $"{what} of {facts.Originator}";
        bool Sees(Principal who) => Oracle.CanRead(who, facts);
        // What is in the file stands in no row.
        file ??= Files.Text(canaries.Plant($"{name} content", Sees, _ => false));
        var made = await (await server.As(facts.Uploader)).Upload($"{record}", canaries.Plant($"{name} /name", Sees), file, plain ? Filing.Marking(facts.Label) : Marking(facts.Label, name, Sees), $"text/{canaries.Plant($"{name} /declaredType", Sees)}");
        Evidence.Add(new PlantedEvidence(facts, @case, (Guid)made["id"]!));
    }

    /// <summary>The case of some work is put under a legal hold, by an adviser of its lead and one of the deputy that it names.</summary>
    public async Task PlantHold(int nation)
    {
        string own = At(nation), next = At(nation + 1);
        (await (await server.As(new Principal(own, Post.Administrator))).Post("admin/deputies", new JsonObject { ["partner"] = next, ["acts"] = new JsonArray("closeCase", "setHold") })).Is(201);
        deputies[own] = next;
        var it = Work.Single(x => x.Facts.Originator == own);
        bool Sees(Principal who) => Oracle.CanRead(who, it.Facts.Case);
        var body = bodies.Make(Schema("/proposals"), x => x.StartsWith("/arguments", StringComparison.Ordinal) ? "" : Text($"hold of {own} {x}", x, Sees));
        (body["act"], body["resource"], body["arguments"]) = ("setHold", it.CaseId.ToString(), new JsonObject { ["scope"] = Text($"hold of {own} /scope", "/scope", Sees) });
        var proposal = (await (await server.As(new Principal(own, Post.Coordinator))).Post("proposals", body)).Is(201).Json["id"];
        (await (await server.As(new Principal(next, Post.Coordinator))).Post($"proposals/{proposal}/transitions", new { to = "approved" }, ("If-Match", "*"))).Is(200);
    }

    /// <summary>A case whose time is over is to be destroyed: whoever reads it is told why.</summary>
    public async Task PlantEnd(int nation)
    {
        string own = At(nation), next = At(nation + 1);
        var (first, second) = (await server.As(new Principal(own, Post.Coordinator)), await server.As(new Principal(own, Post.Coordinator2)));
        var facts = new CaseFacts(own, own, new Label(nation % 2 == 0 ? Level.Confidential : Level.Restricted, own, next), OpenedByItself: true, HoldsSubmitted: false);
        bool Sees(Principal who) => Oracle.CanRead(who, facts);
        var opening = bodies.Make(Schema("/cases"), x => Text($"case of {own} that ends {x}", x, Sees));
        opening["marking"] = Marking(facts.Label, $"case of {own} that ends", Sees);
        var id = (Guid)(await first.Post("cases", opening)).Is(201).Json["id"]!;
        async Task Together(string act, JsonObject arguments)
        {
            var body = bodies.Make(Schema("/proposals"), x => x.StartsWith("/arguments", StringComparison.Ordinal) ? "" : Text($"{act} of {own} {x}", x, Sees));
            (body["act"], body["resource"], body["arguments"]) = (act, id.ToString(), arguments);
            var proposal = (await first.Post("proposals", body)).Is(201).Json["id"];
            (await second.Post($"proposals/{proposal}/transitions", new { to = "approved" }, ("If-Match", "*"))).Is(200);
        }

        await Together("closeCase", new JsonObject { ["disposition"] = "noViolation" });
        await Together("setRetention", ArchiveCells.Now(await first.Get($"cases/{id}/retention")));
        (await first.Move($"cases/{id}", "archived", new { reason = Text($"archive of {own} /reason", "/reason", Sees) })).Is(200);
        await Together("destroyCase", []);
        Ends.Add(new PlantedEnd(facts, id, (Guid)(await first.Get($"cases/{id}/retention")).Is(200).Json["destruction"]!));
    }

    /// <summary>The ships of two reports are linked as one: of it hears who reads both.</summary>
    public async Task PlantLink(int nation)
    {
        var own = At(nation);
        var (one, other) = Records.Where(x => x.Facts.Originator == own && x.Facts.EverSubmitted).Take(2).ToArray() is [var a, var b] ? (a, b) : throw new InvalidOperationException($"{own} has no two reports.");
        var body = bodies.Make(Schema("/proposals"), x => x.StartsWith("/arguments", StringComparison.Ordinal) ? ""
            : Text($"link of {own} {x}", x, who => Oracle.CanRead(who, one.Facts) && Oracle.CanRead(who, other.Facts)));
        (body["act"], body["resource"], body["arguments"]) = ("linkVessels", one.ReportId.ToString(), new JsonObject { ["with"] = other.ReportId.ToString() });
        var proposal = (await (await server.As(new Principal(own, Post.Coordinator))).Post("proposals", body)).Is(201).Json["id"];
        (await (await server.As(new Principal(own, Post.Coordinator2))).Post($"proposals/{proposal}/transitions", new { to = "approved" }, ("If-Match", "*"))).Is(200);
    }

    /// <summary>The case of some work and that of a request belong together: of it hears who reads both.</summary>
    public async Task PlantCaseLink(int nation)
    {
        var own = At(nation);
        var (one, other) = (Work.Single(x => x.Facts.Originator == own), Requests.Single(x => x.Facts.Originator == own));
        var reason = Text($"link of cases of {own} /reason", "/reason", who => Oracle.CanRead(who, one.Facts.Case) && Oracle.CanRead(who, other.Facts.Case));
        (await (await server.As(new Principal(own, Post.Coordinator))).Send(HttpMethod.Put, $"cases/{one.CaseId}/links/{other.CaseId}", new JsonObject { ["reason"] = reason }, ("If-Match", "*"))).Is(200);
    }

    /// <summary>The legal adviser of a partner signs a declaration of a flag State, for the partner's own reports: where it was read is told to its people, whatever they are there.</summary>
    public async Task PlantLaw(int nation)
    {
        var own = At(nation);
        var body = new JsonObject { ["notified"] = "2010-07-28", ["source"] = canaries.Plant($"signature of {own}", who => who.Partner == own) };
        (await (await server.As(new Principal(own, Post.Coordinator))).Send(HttpMethod.Put, "reference/sua-notifications/PAN-d/signature", body, ("If-Match", "*"))).Is(200);
    }

    /// <summary>A person and a team of a partner; of their names nobody else hears.</summary>
    public async Task PlantOffice(int nation)
    {
        string own = At(nation), next = At(nation + 1);
        var administrator = await server.As(new Principal(own, Post.Administrator));
        (await administrator.Post("admin/users", new JsonObject
        {
            ["email"] = $"{Guid.CreateVersion7():N}@customs.example",
            ["name"] = canaries.Plant($"person of {own}", who => who.Partner == own && who.Post is Post.Administrator),
            ["roles"] = new JsonArray("officer"),
            ["clearance"] = "restricted",
        })).Is(201);
        (await administrator.Post("admin/teams", new JsonObject { ["name"] = canaries.Plant($"team of {own}", who => who.Partner == own && who.Post is not Post.Liaison) })).Is(201);
    }

    async Task Draft(string own, Label label, Stage stage, int variant = 0)
    {
        var it = await File(own, label, stage, null, variant);
        await Handle(it, who => Oracle.CanRead(who, it.Facts));
        if (stage is not Stage.Submitted)
            return;
        await Move(it, it.Facts.Author, "submitted", who => Oracle.CanRead(who, it.Facts));
        await Translate(it, 1, who => Oracle.CanRead(who, it.Facts));
        await Propose(it);
    }

    /// <summary>What a partner proposes and why is told to its own people and its deputies.</summary>
    async Task Propose(Planted it)
    {
        var body = bodies.Make(Schema("/proposals"), x => x.StartsWith("/arguments", StringComparison.Ordinal) ? ""
            : Text($"proposal for {it.Name} {x}", x, who => Hears(who.Partner, it.Facts.Case.Originator) && Oracle.CanRead(who, it.Facts.Case)));
        (body["act"], body["resource"], body["arguments"]) = ("widenMarking", it.CaseId.ToString(), new JsonObject { ["releasableTo"] = new JsonArray("ALL") });
        (await (await server.As(it.Facts.Author)).Post("proposals", body)).Is(201);
    }

    // Asked when an answer is looked at: the deputies are named by then.
    bool Hears(string partner, string originator) => partner == originator || deputies.GetValueOrDefault(originator) == partner;

    async Task Amended(string own, Label label, bool resubmitted)
    {
        var it = await File(own, label, Stage.Amended, null);
        await Accept(it);
        await Translate(it, 1, who => Oracle.CanRead(who, it.Facts));
        // The next revision is its originator's while it is written, then also its reviewers'; nobody else hears of it.
        bool Sees(Principal who) => Oracle.CanRead(who, it.Facts)
            && (who.Partner == own || resubmitted && (who.Partner == it.Facts.Case.Lead || who.Partner == Principal.Cell));
        await Move(it, it.Facts.Author, "amended", Sees);
        await Write(it, "revision 2", Sees);
        if (resubmitted)
        {
            await Move(it, it.Facts.Author, "submitted", Sees);
            await Translate(it, 2, Sees);
        }
        await Handle(it, Sees);
    }

    async Task ReturnedAndWritten(string own, Label label)
    {
        var it = await File(own, label, Stage.Returned, null);
        await Move(it, it.Facts.Author, "submitted", who => Oracle.CanRead(who, it.Facts));
        var reviewer = new Principal(Principal.Cell, Post.Coordinator);
        await Move(it, reviewer, "inReview", who => Oracle.CanRead(who, it.Facts));
        await Move(it, reviewer, "returned", who => Oracle.CanRead(who, it.Facts));
        await Write(it, "revision 2", who => who.Partner == own && Oracle.CanRead(who, it.Facts));
        await Handle(it, who => who.Partner == own && Oracle.CanRead(who, it.Facts));
    }

    /// <summary>A case that a coordinator opened, and another partner's report in it that hardly anybody may read.</summary>
    async Task InCaseOf(string lead, string own, Label caseLabel, Label label)
    {
        var opener = await server.As(new Principal(lead, Post.Coordinator));
        var facts = new CaseFacts(lead, lead, caseLabel, OpenedByItself: true, HoldsSubmitted: true);
        bool Sees(Principal who) => Oracle.CanRead(who, facts);
        var name = $"case of {lead}";
        var body = bodies.Make(Schema("/cases"), x => Text($"{name} {x}", x, Sees));
        body["marking"] = Marking(caseLabel, name, Sees);
        var id = (Guid)(await opener.Post("cases", body)).Is(201).Json["id"]!;
        if (lead != Helper)
            (await opener.Send(HttpMethod.Put, $"cases/{id}/participants/{Helper}", new JsonObject { ["part"] = "support" }, ("If-Match", "*"))).Is(200);
        foreach (var to in new[] { "underReview", "open" })
            (await opener.Move($"cases/{id}", to, Transition("/cases/{id}/transitions", $"{name} {to}", to, Sees))).Is(200);
        var it = await File(own, label, Stage.Submitted, (id, facts));
        await Move(it, it.Facts.Author, "submitted", who => Oracle.CanRead(who, it.Facts));
        await Handle(it, who => Oracle.CanRead(who, it.Facts));
    }

    /// <summary>The narrative of a revision in another language: of it hears who is shown that revision.</summary>
    async Task Translate(Planted it, int revision, Func<Principal, bool> sees)
    {
        var body = bodies.Make(Schema("/boardings/{id}/translations"), x => Text($"{it.Name} revision {revision} translated {x}", x, sees));
        body["revision"] = revision;
        (await (await server.As(it.Facts.Author)).Post($"boardings/{it.ReportId}/translations", body)).Is(201);
    }

    /// <summary>An exhibit is inspected, split, and handed to a colleague who has not answered yet.</summary>
    async Task Handle(Planted it, Func<Principal, bool> sees)
    {
        var officer = await server.As(it.Facts.Author);
        var exhibit = (await officer.Get($"boardings/{it.ReportId}")).Is(200).Json["seizures"]![0]!["exhibits"]![0]!["id"];
        JsonObject Event(string type) => Documents.With(bodies.Make(Schema("/exhibits/{id}/custody-events"), x => Text($"{it.Name} {type} {x}", x, sees)), new { type });
        var to = new JsonObject { ["partner"] = it.Facts.Originator };
        foreach (var field in new[] { "agency", "name", "document" })
            to[field] = Text($"{it.Name} transferred /to/{field}", $"/to/{field}", sees);
        foreach (var (type, more) in new[] { ("inspected", new JsonObject()), ("split", []), ("transferred", new JsonObject { ["to"] = to, ["quantity"] = null }) })
            (await officer.Post($"exhibits/{exhibit}/custody-events", Documents.With(Event(type), more))).Is(201);
    }

    async Task Accept(Planted it)
    {
        await Move(it, it.Facts.Author, "submitted", who => Oracle.CanRead(who, it.Facts));
        var reviewer = new Principal(it.Facts.Case.Lead, Post.Coordinator);
        await Move(it, reviewer, "inReview", who => Oracle.CanRead(who, it.Facts));
        await Move(it, reviewer, "accepted", who => Oracle.CanRead(who, it.Facts));
    }

    async Task<Planted> File(string own, Label label, Stage stage, (Guid Id, CaseFacts Facts)? into, int variant = 0)
    {
        var author = new Principal(own, Post.Officer);
        var submitted = stage is not Stage.Draft;
        var @case = into?.Facts ?? new CaseFacts(own, own, label, OpenedByItself: false, HoldsSubmitted: submitted);
        var facts = new ReportFacts(@case, own, label, stage, author);
        var name = $"report {Records.Count} of {own}, {stage}, {label.Level} for {string.Join(' ', label.ReleasableTo)},";
        bool Sees(Principal who) => Oracle.CanRead(who, facts);
        // A case that a report opens has the title and the marking of its first revision.
        bool SeesCase(Principal who) => Sees(who) || into is null && Oracle.CanRead(who, @case);

        var body = bodies.Make(Schema("/boardings"), x => Text($"{name} revision 1 {x}", x, x == "/title" ? SeesCase : Sees, own), variant);
        body["marking"] = Marking(label, name, SeesCase);
        body["caseId"] = into?.Id.ToString();
        var filed = (await (await server.As(author)).Post("boardings", body)).Is(201).Json;
        var planted = new Planted(name, facts, (Guid)filed["caseId"]!, (Guid)filed["id"]!);
        Records.Add(planted);
        return planted;
    }

    async Task Write(Planted it, string revision, Func<Principal, bool> sees)
    {
        var body = bodies.Make(Schema("/boardings"), x => Text($"{it.Name} {revision} {x}", x, sees, it.Facts.Originator));
        (await (await server.As(it.Facts.Author)).Send(HttpMethod.Put, $"boardings/{it.ReportId}", body, ("If-Match", "*"))).Is(200);
    }

    async Task Move(Planted it, Principal who, string to, Func<Principal, bool> sees) =>
        (await (await server.As(who)).Move($"boardings/{it.ReportId}", to, Transition("/boardings/{id}/transitions", $"{it.Name} {to}", to, sees))).Is(200);

    JsonObject Transition(string path, string name, string to, Func<Principal, bool> sees)
    {
        // Remarks go with a return.
        var body = bodies.Make(Schema(path), x => to is "returned" || !x.StartsWith("/remarks", StringComparison.Ordinal) ? Text($"{name} {x}", x, sees) : "");
        body["to"] = to;
        if (to is not "returned")
            body.Remove("remarks");
        return body;
    }

    JsonObject Marking(Label label, string name, Func<Principal, bool> sees)
    {
        var marking = Filing.Marking(label);
        marking["caveats"] = new JsonArray($"H3:{canaries.Plant($"{name} /marking/caveats", sees)}");
        return marking;
    }

    string Text(string where, string pointer, Func<Principal, bool> sees, string? originator = null) =>
        canaries.Plant(where, NamesPerson(pointer) ? who => sees(who) && (who.Partner == originator || who.IsCoordinator) : sees, sees) + (pointer == "/title" ? $" {Word}" : "");

    /// <summary>Name and document of somebody who is not suspected: for the originator and for coordinators.</summary>
    static bool NamesPerson(string pointer) => pointer is "/persons/masterName" or "/persons/aboard/0/name" || pointer.StartsWith("/persons/aboard/0/document/", StringComparison.Ordinal);

    JsonObject Schema(string path) => document.Operations.Single(x => x.Method == "POST" && x.Path == Server.Base + path).Body!;

    static string At(int nation) => Principal.Nations[nation % Principal.Nations.Length];
}
