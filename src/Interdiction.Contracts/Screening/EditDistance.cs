namespace Interdiction.Contracts;

/// <summary>
/// How many letters must be put in, left out, changed or swapped with a neighbour to make one word of another
/// (optimal string alignment). A digit weighs double: another position number is another chemical, not a slip.
/// </summary>
static class EditDistance
{
    /// <returns>The distance, or <paramref name="most"/> + 1 where it is more.</returns>
    public static int Within(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        var over = most + 1;
        if (Math.Abs(a.Length - b.Length) > most)
            return over;
        if (a.SequenceEqual(b))
            return 0;
        if (most is 0)
            return over;
        var width = b.Length + 1;
        Span<int> rows = width <= 160 ? stackalloc int[width * 3] : new int[width * 3];
        rows.Fill(over);
        Span<int> before = rows[..width], previous = rows[width..(2 * width)], current = rows[(2 * width)..];
        for (var j = 0; j < width && j <= most; j++)
            previous[j] = j is 0 ? 0 : previous[j - 1] + Weight(b[j - 1]);
        for (var i = 1; i <= a.Length; i++)
        {
            var from = Math.Max(1, i - most);
            var to = Math.Min(b.Length, i + most);
            current.Fill(over);
            if (i <= most)
                current[0] = previous[0] + Weight(a[i - 1]);
            var least = current[0];
            for (var j = from; j <= to; j++)
            {
                char x = a[i - 1], y = b[j - 1];
                var cost = x == y ? previous[j - 1] : previous[j - 1] + Math.Max(Weight(x), Weight(y));
                cost = Math.Min(cost, Math.Min(previous[j] + Weight(x), current[j - 1] + Weight(y)));
                if (i > 1 && j > 1 && x == b[j - 2] && a[i - 2] == y)
                    cost = Math.Min(cost, before[j - 2] + Math.Max(Weight(x), Weight(y)));
                current[j] = Math.Min(cost, over);
                least = Math.Min(least, current[j]);
            }
            if (least > most && (i < 2 || Least(previous) > most))
                return over;
            var spare = before;
            before = previous;
            previous = current;
            current = spare;
        }
        return Math.Min(previous[b.Length], over);
    }

    static int Weight(char c) => char.IsAsciiDigit(c) ? 2 : 1;

    static int Least(ReadOnlySpan<int> row)
    {
        var least = int.MaxValue;
        foreach (var x in row)
            least = Math.Min(least, x);
        return least;
    }
}
