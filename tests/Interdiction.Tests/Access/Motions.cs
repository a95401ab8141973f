using System.Text.Json.Nodes;

namespace Interdiction.Tests.Access;

/// <summary>A proposal of the matrix: its record, what is proposed, by which post, and what became of it.</summary>
sealed record Motion(Sample Sample, Act Proposing, Post Post, Fate Fate, IReadOnlyList<DeputyFacts> Deputies)
{
    static readonly Act[] Acts = [Act.ProposeWideningCase, Act.ProposeWideningReport, Act.ProposeClosing, Act.ProposeReopening, Act.ProposeMovingLead, Act.ProposeDisposal];
    static readonly Post[] Posts = [Post.Officer, Post.Coordinator, Post.Coordinator2];

    /// <summary>Every kind of it with some records; no two of the same kind have the same record.</summary>
    public (Act, Post, Fate) Kind => (Proposing, Post, Fate);

    public Principal Proposer => new(Proposing.IsAboutReport ? Sample.Originator : Before.Case.Lead, Post);

    /// <summary>The record as it was filed; a case that is to be opened again was closed.</summary>
    ReportFacts Before => Sample.Facts with { Case = Sample.Facts.Case with { IsClosed = Proposing is Act.ProposeReopening } };

    /// <summary>The proposal and its record as they stand.</summary>
    public MotionFacts Facts => new(Fate is Fate.LeadMoved ? Before with { Case = Before.Case with { Lead = Principal.Cell } } : Before, Proposing, Proposer, Fate, Deputies);

    /// <summary>Who refuses it.</summary>
    public Principal? Refuser => Coordinators.FirstOrDefault(x => Oracle.MayDecide(x, Facts with { Fate = Fate.Open }) && Oracle.CanRead(x, Facts));

    /// <summary>Two coordinators of the lead who close the case or move it on.</summary>
    public Principal[] Leaders => [.. Principal.Of(Before.Case.Lead).Where(x => x.IsCoordinator && Oracle.CanRead(x, Before.Case))];

    IEnumerable<Principal> Coordinators => Principal.Of(Proposer.Partner).Where(x => x.IsCoordinator);

    bool CanBe => Oracle.Expect(Proposer, Proposing, Precondition.Star, Before).Status is 200
        && (Fate is not Fate.Refused || Refuser is not null)
        && (Proposing is not Act.ProposeReopening && Fate is not Fate.LeadMoved || Leaders.Length == 2)
        && (Fate is not Fate.LeadMoved || !Before.Case.IsClosed && Oracle.Expect(Leaders[0], Act.ProposeMovingLead, Precondition.Star, Before).Status is 200);

    public static List<Motion> All(IReadOnlyList<Sample> matrix, IReadOnlyList<DeputyFacts> deputies) =>
    [
        .. from sample in matrix
           from act in Acts
           from post in Posts
           from fate in Enum.GetValues<Fate>()
           let it = new Motion(sample, act, post, fate, deputies)
           where it.CanBe
           select it,
    ];

    public override string ToString() => $"{Proposing} by {Proposer}, {Fate}, of {Sample}";
}

/// <summary>A motion as it lies in the server.</summary>
sealed record Moved(Motion Motion, Filed Record, Guid Id);

/// <summary>Makes the proposals of the matrix over HTTP, and brings each to its fate.</summary>
sealed class Moving(OwnServer server, Filing filing)
{
    public async Task<Moved> Make(Motion it)
    {
        var record = await filing.File(it.Sample);
        if (it.Proposing is Act.ProposeReopening)
            await Do(Act.ProposeClosing, it, record);
        var id = await Propose(it.Proposing, it.Proposer, record);
        if (it.Fate is Fate.Refused)
            await Decide(id, it.Refuser!, "refused");
        else if (it.Fate is Fate.Withdrawn)
            await Decide(id, it.Proposer, "withdrawn");
        else if (it.Fate is Fate.LeadMoved)
            await Do(Act.ProposeMovingLead, it, record);
        return new Moved(it, record, id);
    }

    async Task Do(Act act, Motion it, Filed record) => await Decide(await Propose(act, it.Leaders[0], record), it.Leaders[1], "approved");

    async Task<Guid> Propose(Act act, Principal who, Filed record) =>
        (Guid)(await (await server.As(who)).Post("proposals", ProposalCodes.Body(act, record))).Is(201).Json["id"]!;

    async Task Decide(Guid id, Principal who, string to) =>
        (await (await server.As(who)).Post($"proposals/{id}/transitions", new JsonObject { ["to"] = to, ["reason"] = "As the matrix has it." }, ("If-Match", "*"))).Is(200);
}
