using System.Globalization;
using System.Text.Json.Nodes;
using Interdiction.Tests.Custody;

namespace Interdiction.Tests.Cases;

/// <summary>One link of a chain as it should be.</summary>
sealed class LinkModel(Guid id, string type, decimal amount = 0, string state = "final")
{
    public Guid Id => id;
    public string Type => type;

    /// <summary>As it was recorded, or corrected since.</summary>
    public decimal Amount { get; set; } = amount;
    public string State { get; set; } = state;

    /// <summary>Partner that is to receive it, and login of who hands it over.</summary>
    public (string To, string By) Transfer { get; init; }
    public bool Takes => type is "sampled" or "split" or "returned" or "released" or "destroyed";
    public bool Measures => type is "inspected";
}

/// <summary>An exhibit with its chain, and what of it is where, reckoned from the links alone.</summary>
sealed class ExhibitModel(Guid id, ReportModel report, decimal seized, string custodian, ExhibitModel? parent = null) : Thing(id, report.Originator, "")
{
    static readonly string[] Shares = ["sampled", "split", "returned", "released", "destroyed"];

    readonly Dictionary<Guid, string> texts = [];
    Dictionary<string, decimal> shares = [];

    public ReportModel Report => report;
    public ExhibitModel? Parent => parent;
    public decimal Seized => seized;
    public string Custodian { get; private set; } = custodian;
    public bool IsEnded { get; private set; }
    public List<LinkModel> Links { get; } = [new LinkModel(id, parent is null ? "seized" : "split")];
    public LinkModel? Waiting => Links.Find(x => x.State == "awaitingReceiver");
    public decimal Held => Reckon().Held;
    public override string Path => $"exhibits/{Id}";

    public override bool IsReadBy(CaseModel @case, Hand who) => report.IsReadBy(@case, who);

    public override string Face
    {
        get
        {
            var (held, _, missing) = Reckon();
            (string, decimal)[] parts = [("seized", seized), ("held", held), .. Shares.Select(x => (x, Taken(x))), ("unexplained", missing)];
            return Words(parts, IsEnded ? "nobody" : Custodian, Links.Select(x => (x.Type, x.State)));
        }
    }

    public override string Read(JsonNode shown)
    {
        var events = shown["custodyEvents"]!.AsArray();
        Assert.Equal(Enumerable.Range(1, events.Count), events.Select(x => (int)x!["number"]!));
        foreach (var link in events)
            Keep(link!.AsObject());
        shares = shown["balance"]!.AsObject().Where(x => x.Value is not null).ToDictionary(x => x.Key, x => decimal.Parse((string)x.Value!["value"]!, CultureInfo.InvariantCulture));
        return Words(shares.Select(x => (x.Key, x.Value)), (string?)shown["custodian"]?["partner"] ?? "nobody", events.Select(x => ((string)x!["type"]!, (string)x["state"]!)));
    }

    /// <summary>A link is read again as it was; of a hand-over that waited alone its end is new.</summary>
    void Keep(JsonObject link)
    {
        var text = string.Join('\n', link.Where(x => x.Key is not ("state" or "decidedBy" or "decidedAt" or "decisionReason" or "etag")).Select(x => $"{x.Key}: {x.Value?.ToJsonString()}"));
        var number = (Guid)link["id"]!;
        Assert.Equal(texts.GetValueOrDefault(number) ?? (texts[number] = text), text);
    }

    /// <summary>What is held and missing, and the least that was ever held; below zero, the amounts cannot all be true.</summary>
    public (decimal Held, decimal Lowest, decimal Missing) Reckon(LinkModel? corrected = null, decimal amount = 0)
    {
        var (held, lowest, missing) = (seized, 0m, 0m);
        foreach (var link in Links.Skip(1))
        {
            var it = link == corrected ? amount : link.Amount;
            if (link.Takes)
                lowest = Math.Min(lowest, held -= it);
            else if (link.Measures)
                (held, missing) = it < held + missing ? (it, held + missing - it) : (held + missing, 0);
        }
        // Of what is gone nothing is held: what a correction leaves over is missing.
        return IsEnded ? (0, lowest, missing + held) : (held, lowest, missing);
    }

    public void Add(LinkModel link)
    {
        Links.Add(link);
        IsEnded |= link.Type is "returned" or "released" or "destroyed" && Held == 0;
    }

    public void End(string to)
    {
        var it = Waiting!;
        it.State = to;
        if (to == "accepted")
            Custodian = it.Transfer.To;
    }

    /// <summary>What of it is told of in its own balance, as it was read last, and in no part's.</summary>
    public decimal Left => shares.Where(x => x.Key is not ("seized" or "split")).Sum(x => x.Value);

    public bool IsOf(ExhibitModel root) => this == root || parent?.IsOf(root) is true;

    decimal Taken(string type) => Links.Skip(1).Where(x => x.Type == type).Sum(x => x.Amount);

    static string Words(IEnumerable<(string Name, decimal Amount)> parts, string custodian, IEnumerable<(string Type, string State)> links) =>
        $"{string.Join(' ', parts.Where(x => x.Amount != 0).Select(x => $"{x.Name} {x.Amount.ToString("0.#########", CultureInfo.InvariantCulture)}"))} with {custodian}: {string.Join(' ', links.Select(x => x.State == "final" ? x.Type : $"{x.Type}-{x.State}"))}";
}
