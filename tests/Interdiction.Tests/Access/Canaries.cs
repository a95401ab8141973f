using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Interdiction.Tests.Access;

/// <summary>A text that stands nowhere else.</summary>
/// <param name="Where">Record, revision and field that hold it.</param>
/// <param name="Sees">Who may see it, by the specification; everyone of these must also find it.</param>
/// <param name="Holds">Who may read the row that holds it; what is masked there is not shown to everyone of these.</param>
sealed record Canary(string Text, string Where, Func<Principal, bool> Sees, Func<Principal, bool> Holds);

/// <summary>The canaries of a run. They are short enough for any field, and their digits make them identifiers too.</summary>
sealed partial class Canaries
{
    readonly ConcurrentDictionary<string, Canary> planted = new();
    long next = 100_000_000 + Random.Shared.NextInt64(800_000_000);

    public IReadOnlyList<Canary> Planted => [.. planted.Values.OrderBy(x => x.Text, StringComparer.Ordinal)];

    /// <summary>A fresh text that is in no record: for dry runs.</summary>
    public string Fresh() => "canary" + Interlocked.Increment(ref next).ToString(CultureInfo.InvariantCulture);

    public string Plant(string where, Func<Principal, bool> sees, Func<Principal, bool>? holds = null)
    {
        var text = Fresh();
        planted[text] = new Canary(text, where, sees, holds ?? sees);
        return text;
    }

    public Canary? Find(string text) => planted.GetValueOrDefault(text);

    /// <summary>The canaries in a text, whatever the case of their letters.</summary>
#pragma warning disable CA1308 // Canaries are in lower case.
    public static IEnumerable<string> In(string text) => Song().Matches(text).Select(x => x.Value.ToLowerInvariant()).Distinct();
#pragma warning restore CA1308

    [GeneratedRegex("canary[0-9]{9}", RegexOptions.IgnoreCase)]
    private static partial Regex Song();
}
