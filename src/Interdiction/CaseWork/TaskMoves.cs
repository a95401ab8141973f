using Interdiction.Contracts;

namespace Interdiction.CaseWork;

/// <summary>The table of moves of a task.</summary>
public static class TaskMoves
{
    /// <param name="Kind">Kind of the time line's entry.</param>
    /// <param name="Says">What happened, in words that follow on "a task".</param>
    public sealed record Step(TaskState From, TaskState To, string Kind, string Says);

    public static IReadOnlyList<Step> All { get; } =
    [
        new(TaskState.Open, TaskState.Done, "taskDone", "was done"),
        new(TaskState.Open, TaskState.Declined, "taskDeclined", "was declined"),
        new(TaskState.Done, TaskState.Open, "taskReopened", "was opened again"),
        new(TaskState.Declined, TaskState.Open, "taskReopened", "was opened again"),
    ];

    /// <summary>What can be done with a task in this state, in words.</summary>
    public static string Explain(TaskState from) =>
        $"The task is {Code<TaskState>.Of(from)}; it can become {string.Join(" or ", All.Where(x => x.From == from).Select(x => Code<TaskState>.Of(x.To)))}" +
        (from is TaskState.Open ? "." : ", and is changed then.");
}
