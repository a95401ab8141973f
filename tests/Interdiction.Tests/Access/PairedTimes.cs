using System.Globalization;
using System.Text;

namespace Interdiction.Tests.Access;

/// <summary>
/// Compares two times that were measured one after the other, in an order of chance: how often the first is the longer. Where
/// there is no difference that is a coin's toss, whatever else the machine does meanwhile, for that befalls both alike.
/// </summary>
sealed class PairedTimes
{
    /// <summary>Standard deviations of a fair coin: by chance it errs once in two million.</summary>
    const double Deviations = 5;

    /// <summary>A share this near to one half is told by nobody: it is the few microseconds between a row that is found and hidden, and none.</summary>
    const double Nothing = 0.04;

    readonly Dictionary<string, List<(TimeSpan One, TimeSpan Other)>> kinds = [];

    public void Add(string kind, TimeSpan one, TimeSpan other)
    {
        if (!kinds.TryGetValue(kind, out var pairs))
            kinds[kind] = pairs = [];
        pairs.Add((one, other));
    }

    /// <summary>Each kind of request, and all of them together, whose times tell the two apart.</summary>
    public IReadOnlyList<string> Told => [.. All.Where(x => Math.Abs(Share(x.Pairs) - 0.5) > Nothing + Deviations * 0.5 / Math.Sqrt(x.Pairs.Count)).Select(x => Line(x.Kind, x.Pairs))];

    IEnumerable<(string Kind, List<(TimeSpan, TimeSpan)> Pairs)> All => kinds.Select(x => (x.Key, x.Value)).Append(("all", [.. kinds.Values.SelectMany(x => x)]));

    static double Share(List<(TimeSpan One, TimeSpan Other)> pairs) => pairs.Average(x => x.One > x.Other ? 1 : x.One == x.Other ? 0.5 : 0);

    static double Median(IEnumerable<double> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;

    static string Line(string kind, List<(TimeSpan One, TimeSpan Other)> pairs) => string.Create(CultureInfo.InvariantCulture,
        $"{kind}: the first is longer in {Share(pairs):P1} of {pairs.Count} pairs; medians {Median(pairs.Select(x => x.One.TotalMicroseconds)):0} and {Median(pairs.Select(x => x.Other.TotalMicroseconds)):0} us");

    public override string ToString() => new StringBuilder().AppendJoin('\n', All.Select(x => Line(x.Kind, x.Pairs))).ToString();
}
