using System.Text.Json.Nodes;
using Interdiction.Tests.Proposals;

namespace Interdiction.Tests.Cases;

/// <summary>Somebody who acts, with their partner and roles.</summary>
sealed record Hand(string Login, string Partner, string[] Roles, bool IsLegal = false)
{
    public bool IsOfficer => Roles.Contains("officer");
    public bool IsCoordinator => Roles.Contains("coordinator");
    public bool IsLiaison => Roles.Contains("liaison");
    public bool Writes => IsOfficer || IsCoordinator;
    public bool ReadsContent => Writes || Roles.Contains("auditor");
}

/// <summary>A record as it should stand by now. Written from the design, and not from the product's code.</summary>
abstract class Thing(Guid id, string originator, string state)
{
    public Guid Id => id;
    public string Originator => originator;
    public string State { get; private set; } = state;

    /// <summary>The states that it was in, oldest first.</summary>
    public List<string> History { get; } = [state];
    public abstract string Path { get; }

    /// <summary>What is shown of it, in words.</summary>
    public virtual string Face => State;

    /// <summary>What an answer shows of it, in the same words.</summary>
    public virtual string Read(JsonNode shown) => (string)shown["state"]!;

    /// <summary>True where the case is readable and it is released to who asks.</summary>
    public virtual bool IsReadBy(CaseModel @case, Hand who) => @case.IsReadBy(@case, who) && (who.Partner == originator || CaseModel.Partners.Contains(who.Partner));

    public void Enter(string to)
    {
        State = to;
        History.Add(to);
    }
}

/// <summary>A case with everything in it. Japan opens it, for the partners named; whatever is put into it is released to the same.</summary>
sealed class CaseModel(Guid id) : Thing(id, "JPN", "open")
{
    /// <summary>A partner that reads nothing of it until its marking is widened.</summary>
    public const string Stranger = "FRA";

    public static readonly string[] Partners = ["JPN", "USA", "XCC"];

    public string Lead { get; set; } = "JPN";
    public string? Disposition { get; set; }
    public HashSet<string> Readers { get; } = [.. Partners];
    public List<Thing> Things { get; } = [];
    public int Comments { get; set; }
    public bool IsClosed => State is "closed" or "archived";
    public bool IsHeld => All<HoldModel>().Any(x => x.State == "inForce");
    public override string Path => $"cases/{Id}";
    public override string Face => $"{State} {Disposition} {Lead} {string.Join(' ', Readers.Order(StringComparer.Ordinal))}";

    public IEnumerable<T> All<T>() => Things.OfType<T>();

    public override string Read(JsonNode shown) => $"{shown["status"]} {shown["disposition"]} {shown["leadPartner"]} {shown["marking"]!["releasableTo"].List()}";

    public override bool IsReadBy(CaseModel @case, Hand who) => who.ReadsContent && Readers.Contains(who.Partner);

    /// <summary>
    /// Nobody waits for anything in it that its closer reads. What lacks its legal basis is never accepted: with that
    /// finding it is closed over reports that wait.
    /// </summary>
    public bool IsSettledFor(Hand who, string disposition) => !IsClosed && !Things.Any(it => it.IsReadBy(this, who) && it switch
    {
        ReportModel => disposition != "basisMissing" && it.State is ("submitted" or "inReview"),
        LetterModel { IsConsent: true } => it.State is "sent" or "acknowledged",
        ExhibitModel { Waiting: not null } => true,
        TaskModel { Report: not null } => it.State == "open",
        _ => false,
    });
}

/// <param name="author">Login of who filed it.</param>
sealed class ReportModel(Guid id, string originator, string author, string state, JsonObject body) : Thing(id, originator, state)
{
    /// <summary>Moves by the table of the API, with the state that each leads to.</summary>
    public static readonly (string From, string Move, string To)[] Moves =
    [
        ("intent", "draft", "draft"), ("intent", "withdrawn", "withdrawn"), ("draft", "submitted", "submitted"), ("draft", "withdrawn", "withdrawn"),
        ("returned", "submitted", "submitted"), ("returned", "withdrawn", "withdrawn"), ("submitted", "inReview", "inReview"), ("inReview", "returned", "returned"),
        ("inReview", "accepted", "accepted"), ("accepted", "amended", "draft"), ("accepted", "draft", "draft"), ("withdrawn", "amended", "draft"),
    ];

    public JsonObject Body => body;

    /// <summary>False where the consent that its basis asks for was never given.</summary>
    public bool IsLawful => (string?)body["consent"]!["flag"] != "requested";

    /// <summary>Its basis brings a duty once it is accepted.</summary>
    public bool Owes => (string?)body["legalBases"]![0]!["code"] == "DRUG_17";
    public HashSet<string> Authors { get; } = [author];
    public int Revision { get; set; } = 1;
    public int Submitted { get; private set; }
    public int Accepted { get; private set; }

    /// <summary>The text of each revision that was submitted, as it was first read.</summary>
    public Dictionary<int, string> Texts { get; } = [];
    public override string Path => $"boardings/{Id}";
    public override string Face => $"{State} {Revision}";

    public override bool IsReadBy(CaseModel @case, Hand who) => base.IsReadBy(@case, who) && (who.Partner == Originator || Submitted > 0);

    /// <summary>Where a move leads from here; null where it is none.</summary>
    public string? After(string move) => State == "withdrawn" && Accepted == 0 ? null : Moves.FirstOrDefault(x => x.From == State && x.Move == move).To;

    public void Move(string move, Hand by)
    {
        if (State is "accepted" or "withdrawn")
        {
            Revision++;
            Authors.Add(by.Login);
        }
        Enter(After(move)!);
        if (State == "accepted")
            Accepted = Revision;
        if (State != "submitted")
            return;
        Submitted = Revision;
        Authors.Add(by.Login);
    }

    public override string Read(JsonNode shown)
    {
        var revision = (int)shown["revision"]!;
        if (revision <= Submitted)
            Keep(revision, shown);
        return $"{shown["state"]} {revision}";
    }

    /// <summary>What was submitted is read again as it was, to the letter.</summary>
    public void Keep(int revision, JsonNode shown)
    {
        var text = string.Join('\n', shown.AsObject().Where(x => x.Key is not ("state" or "submittedAt" or "acceptedAt" or "warnings")).Select(x => $"{x.Key}: {x.Value?.ToJsonString()}"));
        Assert.Equal(Texts.GetValueOrDefault(revision) ?? (Texts[revision] = text), text);
    }
}

/// <summary>Work that somebody opened.</summary>
/// <param name="report">The accepted report after which it is owed; null for no duty.</param>
sealed class TaskModel(Guid id, string originator, string owner, ReportModel? report = null) : Thing(id, originator, "open")
{
    public string Owner => owner;
    public ReportModel? Report => report;
    public override string Path => $"tasks/{Id}";
    public override string Face => $"{State} {Originator} {owner}";

    public override string Read(JsonNode shown) => $"{shown["state"]} {shown["originator"]} {shown["owner"]}";
}

/// <summary>A consent request or a dispatch: sent by one partner to another, and ended once.</summary>
sealed class LetterModel(Guid id, string kind, string originator, string addressee) : Thing(id, originator, "sent")
{
    static readonly string[] Answers = ["granted", "refused", "directedToPort"];

    public bool IsConsent => kind == "consent-requests";
    public string Addressee => addressee;
    public override string Path => $"{kind}/{Id}";

    // A dispatch is no part of the case: its own marking counts alone.
    public override bool IsReadBy(CaseModel @case, Hand who) => IsConsent ? base.IsReadBy(@case, who) : who.ReadsContent && (who.Partner == Originator || who.Partner == addressee);

    public bool Allows(string to) => IsConsent
        ? State is "sent" or "acknowledged" && (Answers.Contains(to) || to == "withdrawn") || State == "sent" && to == "acknowledged"
        : State == "sent" && to is "answered" or "declined" or "withdrawn";
}

sealed class HoldModel(Guid id, string originator) : Thing(id, originator, "inForce")
{
    public override string Path => $"holds/{Id}";
}

/// <param name="by">Login of who proposed it.</param>
/// <param name="detail">Disposition, partner or kind of disposal.</param>
sealed class ProposalModel(Guid id, Hand by, string act, Thing on, string detail, decimal? amount) : Thing(id, by.Partner, "open")
{
    public string By => by.Login;
    public string Act => act;
    public Thing On => on;
    public string Detail => detail;
    public decimal? Amount => amount;
    public override string Path => $"proposals/{Id}";

    public override bool IsReadBy(CaseModel @case, Hand who) => who.Partner == Originator && on.IsReadBy(@case, who);

    public override string Read(JsonNode shown)
    {
        // Whatever the model allowed: two people decided.
        if ((string)shown["state"]! is "approved" or "refused")
            Assert.NotEqual((string)shown["proposedBy"]!, (string)shown["decidedBy"]!);
        return (string)shown["state"]!;
    }

    /// <summary>The right to the act, at this moment.</summary>
    public bool IsRightOf(CaseModel @case, Hand who, bool deciding) => on.IsReadBy(@case, who) && act switch
    {
        "widenMarking" => who.Partner == on.Originator && (deciding ? who.IsCoordinator : who.Writes),
        "disposeExhibit" => who.IsCoordinator && who.Partner == ((ExhibitModel)on).Custodian,
        "setHold" or "liftHold" => who.IsCoordinator && who.IsLegal && who.Partner == @case.Lead,
        _ => who.IsCoordinator && who.Partner == @case.Lead,
    };

    /// <summary>The act can be done as things stand.</summary>
    public bool Fits(CaseModel @case, Hand who) => act switch
    {
        "closeCase" => @case.IsSettledFor(who, detail),
        "reopenCase" => @case.State == "closed",
        "moveLead" => !@case.IsClosed && detail != @case.Lead && @case.Readers.Contains(detail),
        "widenMarking" => !@case.Readers.Contains(CaseModel.Stranger),
        "liftHold" => on.State == "inForce",
        "disposeExhibit" => !@case.IsHeld && on is ExhibitModel { IsEnded: false, Waiting: null, Held: > 0 and var held } && (amount ?? held) <= held,
        _ => true,
    };

    public bool IsDecidedBy(CaseModel @case, Hand who, string to) => State == "open" && who.Partner == Originator
        && who.Login != By && !(on is ExhibitModel { Report: var report } && report.Authors.Contains(who.Login))
        && IsRightOf(@case, who, deciding: true) && (to == "refused" || Fits(@case, who));
}
