using System.Text;
using Interdiction.Archives;
using Interdiction.Boardings;
using Interdiction.Cases;
using Interdiction.CaseWork;
using Interdiction.Consents;
using Interdiction.Contracts;
using Interdiction.Dispatches;
using Interdiction.Kernel;

namespace Interdiction.Tests.Architecture;

/// <summary>What the documentation draws is what the tables of moves say. To take a change over, run with INTERDICTION_WRITE_GOLDEN=1.</summary>
public sealed class StateMachineTests
{
    [Fact]
    public void The_documentation_draws_the_tables()
    {
        var file = Path.Combine(Product.Root.FullName, "docs", "state-machines.md");
        var drawn = Draw();
        if (Environment.GetEnvironmentVariable("INTERDICTION_WRITE_GOLDEN") == "1")
            File.WriteAllText(file, drawn);
        Assert.Equal(drawn, File.ReadAllText(file));
    }

    // Every state can be reached, and none that has no way on is one that somebody waits in.
    [Fact]
    public void Every_state_can_be_reached()
    {
        Reaches(BoardingMoves.All.Select(x => (x.From, x.To)), BoardingState.Intent, BoardingState.Draft);
        Reaches(TaskMoves.All.Select(x => (x.From, x.To)), TaskState.Open);
        Reaches(ConsentMoves.All.Select(x => (x.From, x.To)), ConsentState.Sent);
        Reaches(DispatchMoves.All.Select(x => (x.From, x.To)), DispatchState.Sent);
        Reaches(DestructionMoves.All.Select(x => (x.From, x.To)), DestructionState.Announced);
        Reaches(CaseMoves.All.Select(x => (x.From, x.To)), CaseStatus.Open);
    }

    static void Reaches<T>(IEnumerable<(T From, T To)> moves, params T[] begin) where T : struct, Enum
    {
        var reached = begin.ToHashSet();
        for (var known = 0; known < reached.Count;)
        {
            known = reached.Count;
            reached.UnionWith(moves.Where(x => reached.Contains(x.From)).Select(x => x.To).ToList());
        }
        Assert.Equal(Enum.GetValues<T>().Order(), reached.Order());
    }

    static string Draw()
    {
        var text = new StringBuilder("""
            # State machines

            Drawn from the tables in the code by the tests; a table that changes changes this page. What a move is called in
            a transition is the name of the state that it leads to, but for `amended`.


            """);
        Diagram("A boarding report", "`Boardings/BoardingMoves.cs`. A revision begins as a draft, or as an intent before the boarding.", [BoardingState.Intent, BoardingState.Draft],
            BoardingMoves.All.Select(x => (x.From, x.To, Says: x.Move is BoardingMove.Amended ? "amended" : x.Blocks is { } by ? $"unless a warning {Code<Severity>.Of(by)}" : "")));
        Diagram("A case", "`Cases/CaseMoves.cs`.", [CaseStatus.Open], CaseMoves.All.Select(x => (x.From, x.To, Says: x.TwoPeople ? "by proposal" : "")));
        Diagram("A consent request", "`Consents/ConsentMoves.cs`.", [ConsentState.Sent],
            ConsentMoves.All.Select(x => (x.From, x.To, Says: x.By switch { Side.Requester => "requester", Side.FlagState => "flag State", Side.Clock => "time" })));
        Diagram("A dispatch", "`Dispatches/DispatchMoves.cs`.", [DispatchState.Sent], DispatchMoves.All.Select(x => (x.From, x.To, Says: x.By == Permission.WithdrawDispatches ? "sender" : "addressee")));
        Diagram("The destruction of a case", "`Archives/DestructionMoves.cs`.", [DestructionState.Announced], DestructionMoves.All.Select(x => (x.From, x.To, Says: x.By)));
        Diagram("A task", "`CaseWork/TaskMoves.cs`.", [TaskState.Open], TaskMoves.All.Select(x => (x.From, x.To, Says: "")));
        return text.ToString().TrimEnd() + "\n";

        void Diagram<T>(string name, string where, T[] begin, IEnumerable<(T From, T To, string Says)> moves) where T : struct, Enum
        {
            text.Append($"## {name}\n\n{where}\n\n```mermaid\nstateDiagram-v2\n");
            foreach (var state in begin)
                text.Append($"    [*] --> {Code<T>.Of(state)}\n");
            foreach (var (from, to, says) in moves)
                text.Append($"    {Code<T>.Of(from)} --> {Code<T>.Of(to)}{(says.Length > 0 ? $": {says}" : "")}\n");
            text.Append("```\n\n");
        }
    }
}
