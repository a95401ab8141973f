using System.Collections.Concurrent;

namespace Interdiction.Tests.Access;

/// <summary>What every enumeration does with its cells.</summary>
static class Cells
{
    const int Connections = 12;

    public static readonly bool Full = Environment.GetEnvironmentVariable("INTERDICTION_TEST_FULL") is "1";

    public static Task InParallel<T>(IEnumerable<T> items, Func<T, Task> work) =>
        Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = Connections, CancellationToken = TestContext.Current.CancellationToken },
            async (item, _) => await work(item));

    /// <summary>Compares status, a refusal's reasons and where a rule broken points to.</summary>
    /// <returns>True where the answer was as it should be.</returns>
    public static bool Note(ConcurrentQueue<string> wrong, Verdict expected, Answer answer, string name)
    {
        if (answer.Status != expected.Status)
            wrong.Enqueue($"{name}: expected {expected}, got {answer.Status}: {(answer.Status < 300 ? "" : answer.Text)}");
        else if (expected.Status is 403 && answer.Json["reasons"] is null)
            wrong.Enqueue($"{name}: 403 without reasons");
        else if (expected.Status is 422 && !answer.Faults.Any(x => x.Pointer == expected.Pointer))
            wrong.Enqueue($"{name}: 422 that does not point to {expected.Pointer}: {answer.Text}");
        else
            return true;
        return false;
    }

    public static void Agree(this ConcurrentQueue<string> wrong, string more) => Assert.True(wrong.IsEmpty, $"{wrong.Count} disagreements{more}:\n{string.Join('\n', wrong.Take(40))}");

    /// <summary>One cell at least of every kind, and as many more as there is time for.</summary>
    public static List<T> Pick<T, TKind>(this IEnumerable<T> cells, Func<T, TKind> kind, int count, Random random)
    {
        var shuffled = cells.OrderBy(_ => random.Next()).ToList();
        return [.. shuffled.DistinctBy(kind).Concat(shuffled).Distinct().Take(count)];
    }

    /// <summary>Follows a list to its end.</summary>
    public static async Task<(HashSet<Guid> Found, int Total)> Walk(HttpClient client, string path)
    {
        var found = new HashSet<Guid>();
        int? total = null;
        for (string? cursor = null; ;)
        {
            var page = (await client.Get(path + (cursor is null ? "&count=exact" : $"&cursor={Uri.EscapeDataString(cursor)}"))).Is(200).Json;
            found.UnionWith(page["items"]!.AsArray().Select(x => (Guid)x!["id"]!));
            total ??= (int)page["total"]!;
            if ((cursor = (string?)page["nextCursor"]) is null)
                return (found, total.Value);
        }
    }
}
