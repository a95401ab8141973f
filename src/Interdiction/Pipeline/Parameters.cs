using System.Globalization;
using Interdiction.Kernel;

namespace Interdiction.Pipeline;

/// <summary>Reads the parameters that every list has.</summary>
public static class Parameters
{
    /// <summary>The message made of what was read, or the refusal.</summary>
    public static object Then<T>(Result<T> read, Func<T, object> message) => read.Refusal is { } refusal ? refusal : message(read.Value);

    public static Result<Paging> Paging(string? limit, string? cursor, string? count)
    {
        var size = 50;
        if (limit is not null && !(int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out size) && size is >= 1 and <= 200))
            return Refusal.BadParameter("limit", "it is a number from 1 to 200.");
        if (count is not (null or "exact"))
            return Refusal.BadParameter("count", "it is 'exact', or absent.");
        return new Paging(size, cursor, count is not null);
    }
}
