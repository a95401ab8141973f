using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Interdiction.Tests.Evidence;

namespace Interdiction.Tests.Access;

/// <summary>Act x role x relation x record x marking x need to know x precision x If-Match: attachments are asked for and uploaded, by everybody.</summary>
sealed class EvidenceCells(OwnServer own)
{
    const int GateRecords = 40;

    sealed record Made(EvidenceFacts Facts, Guid CaseId, Guid RecordId, Guid Id, int Length)
    {
        public string RelationOf(Principal who) => who == Facts.Uploader ? "uploader" : who.Partner == Facts.Originator ? "originator" : who.Partner == Facts.Case.Originator ? "case" : "other";
    }

    sealed record Cell(Made It, Principal Who, Keeping Act, Precondition Precondition);

    public static string Operation(Keeping act) => $"{Method(act)} {Server.Base}/{Path(act)}";

    /// <returns>What was looked at.</returns>
    public async Task<string> Compare(int seed, int gateCells)
    {
        var (random, begun) = (new Random(seed), TimeProvider.System.GetTimestamp());
        var staff = await Staff.Of(own);
        var matrix = All();
        var chosen = Cells.Full ? matrix : matrix.Pick(x => (x.Report?.Stage, x.Case.OpenedByItself, x.Label.Need, Oracle.HidesPlace(x)), GateRecords, random);
        var made = new ConcurrentBag<Made>();
        await Cells.InParallel(chosen, async x => made.Add(await Make(x, staff)));
        List<Cell> cells =
        [
            .. from it in made
               from who in Principal.All
               from act in Enum.GetValues<Keeping>()
               from precondition in act is Keeping.Narrow or Keeping.WidenAlone ? Enum.GetValues<Precondition>() : [Precondition.Star]
               select new Cell(it, who, act, precondition),
        ];
        var asked = cells.Pick(x => (x.Act, x.Who.Post, x.It.RelationOf(x.Who)), Cells.Full ? 20 * gateCells : gateCells, random);
        var wrong = new ConcurrentQueue<string>();
        await Cells.InParallel(asked, x => Compare(x, staff, wrong));
        wrong.Agree($", seed {seed}");
        return $"Seed {seed}, {made.Count} of {matrix.Count} attachments, {asked.Count} of {cells.Count} cells, {wrong.Count} disagreements. {TimeProvider.System.GetElapsedTime(begun).TotalSeconds:0} s.";
    }

    async Task Compare(Cell it, Staff staff, ConcurrentQueue<string> wrong)
    {
        var (facts, client) = (it.It.Facts, await own.As(it.Who));
        var id = $"{it.It.Id}";
        var path = Path(it.Act).Replace("{id}", it.Act <= Keeping.ListThem ? $"{it.It.CaseId}" : id, StringComparison.Ordinal);
        var answer = it.Act switch
        {
            Keeping.Describe => await client.Send(HttpMethod.Options, path),
            Keeping.Upload or Keeping.UploadSecret => await client.Begin($"{it.It.RecordId}", "Never kept", 10, marking: Filing.Marking(new Label(it.Act is Keeping.Upload ? Level.Unclassified : Level.Secret, "ALL"))),
            Keeping.AskHowFar => await client.Ask(id),
            Keeping.GoOn => await client.Append(id, it.It.Length, []),
            Keeping.BreakOff => await client.BreakOff(id),
            Keeping.Narrow or Keeping.WidenAlone => await client.Send(HttpMethod.Put, path + Operations.DryRun,
                staff.Marking(facts.Label with { ReleasableTo = it.Act is Keeping.Narrow ? [facts.Originator] : ["ALL"] }, facts.Originator), Operations.Headers(it.Precondition)),
            _ => await client.Get(path),
        };
        var name = $"{it.Who} ({it.It.RelationOf(it.Who)}) {it.Act} If-Match {it.Precondition} on {facts}";
        if (!Cells.Note(wrong, Oracle.Expect(it.Who, it.Act, it.Precondition, facts), answer, name))
            return;
        if (answer.Status == 201)
            (await client.BreakOff(answer.Id())).Is(204);
        if (answer.Status != 200)
            return;
        var reads = Oracle.CanRead(it.Who, facts);
        if (it.Act is Keeping.FindIt or Keeping.FollowIt or Keeping.ListThem && answer.Text.Contains(id, StringComparison.Ordinal) != reads)
            wrong.Enqueue($"{name}: tells {answer.Text}");
        if (it.Act is Keeping.Read && ((answer.Json["marking"]!["team"] is not null) != Oracle.ShowsTeam(it.Who, facts.Originator, facts.Label)
            || answer.Text.Contains("22.6167", StringComparison.Ordinal) != (it.Who.Partner == facts.Originator || !Oracle.HidesPlace(facts))))
            wrong.Enqueue($"{name}: shows {answer.Text}");
    }

    /// <summary>Levels, releases, needs to know and precisions in turns over cases and reports.</summary>
    static List<EvidenceFacts> All()
    {
        var all = new List<EvidenceFacts>();
        foreach (var stage in new Stage?[] { null, Stage.Draft, Stage.Submitted })
        foreach (var release in Enum.GetValues<Release>())
        foreach (var level in Enum.GetValues<Level>())
        foreach (var precision in new[] { Precision.Exact, Precision.Degree })
        {
            var number = all.Count;
            string At(int place) => Principal.Nations[(number + place) % Principal.Nations.Length];
            var (self, other) = (At(0), At(1));
            // A case of the same partner, or of another that opened it by itself.
            var (opener, byItself) = stage is null || number % 2 == 0 ? (self, stage is null) : (other, true);
            string[] shared = [.. new[] { opener, self, At(2), Principal.Cell }.Distinct()];
            Label Labelled(Level at, int turn) => new(at, turn % 3 == 0 ? ["ALL"] : shared) { Need = (Need)(turn % 2 * (turn % 3)) };
            var @case = new CaseFacts(opener, opener, Labelled((Level)(number % 4), number), byItself, HoldsSubmitted: stage is Stage.Submitted);
            var label = new Label(level, release switch { Release.Own => [self], Release.Some => shared, Release.All => ["ALL"] }) { Need = (Need)(number / 2 % 3), Precision = number % 4 == 1 ? Precision.TenthOfDegree : Precision.Exact };
            var ofRecord = Labelled((Level)(number / 2 % 4), number + 1) with { Precision = precision };
            if (stage is not null && !byItself)
                @case = @case with { Label = ofRecord };
            all.Add(stage is null
                ? new EvidenceFacts(@case with { Label = @case.Label with { Precision = precision } }, null, self, label)
                : new EvidenceFacts(@case, new ReportFacts(@case, self, ofRecord, stage.Value, new Principal(self, Post.Officer)), self, label));
        }
        // Who uploads it reads the record, and what they upload.
        return [.. all.Where(x => Oracle.CanRead(x.Uploader, x) && (x.Report is null || Oracle.CanRead(x.Uploader, x.Case)))];
    }

    async Task<Made> Make(EvidenceFacts it, Staff staff)
    {
        var officer = await own.As(it.Uploader);
        JsonObject Marking(Label label, string originator) => Documents.With(staff.Marking(label, originator), new { positionPrecision = label.Precision switch { Precision.Exact => null, Precision.TenthOfDegree => "tenthOfDegree", _ => "degree" } });
        Guid? @case = it.Case.OpenedByItself
            ? (Guid)(await (await own.As(new Principal(it.Case.Originator, Post.Officer))).Post("cases", new JsonObject { ["title"] = "Case of the matrix", ["mode"] = "sea", ["marking"] = Marking(it.Case.Label, it.Case.Originator) })).Is(201).Json["id"]!
            : null;
        var record = @case ?? Guid.Empty;
        if (it.Report is { } report)
        {
            var filed = (await officer.Post(report.Stage is Stage.Submitted ? "boardings?submit=true" : "boardings", Documents.Report(new JsonObject { ["caseId"] = @case?.ToString(), ["marking"] = Marking(report.Label, it.Originator) }))).Is(201).Json;
            (@case, record) = ((Guid)filed["caseId"]!, (Guid)filed["id"]!);
        }
        var photo = Pictures.Jpeg(exif: Pictures.Exif());
        var made = await officer.Upload($"{record}", "As the matrix has it", photo, Marking(it.Label, it.Originator));
        return new Made(it, @case!.Value, record, (Guid)made["id"]!, photo.Length);
    }

    static string Method(Keeping act) => act switch
    {
        Keeping.Describe => "OPTIONS",
        Keeping.Upload or Keeping.UploadSecret => "POST",
        Keeping.Narrow or Keeping.WidenAlone => "PUT",
        Keeping.AskHowFar => "HEAD",
        Keeping.GoOn => "PATCH",
        Keeping.BreakOff => "DELETE",
        _ => "GET",
    };

    static string Path(Keeping act) => act switch
    {
        Keeping.FindIt => "cases/{id}/contents",
        Keeping.FollowIt => "cases/{id}/timeline",
        Keeping.ListThem => "cases/{id}/attachments",
        Keeping.Describe or Keeping.Upload or Keeping.UploadSecret => "attachments",
        Keeping.ReadContent => "attachments/{id}/content",
        Keeping.ReadThumbnail => "attachments/{id}/thumbnail",
        Keeping.ReadMarking or Keeping.Narrow or Keeping.WidenAlone => "attachments/{id}/marking",
        _ => "attachments/{id}",
    };
}
