using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Interdiction.Contracts;
using Interdiction.Kernel;
using Microsoft.AspNetCore.DataProtection;

namespace Interdiction.Pipeline;

/// <summary>Which page of a list is asked for.</summary>
/// <param name="Limit">How many items at most, 1 to 200.</param>
/// <param name="Counted">True: say how many there are in all.</param>
public sealed record Paging(int Limit, string? Cursor, bool Counted);

/// <summary>Where a page ended: sort key and id of its last item.</summary>
public sealed record PageEnd(DateTimeOffset At, Guid Id);

/// <summary>Makes and reads cursors: opaque, sealed, and good for the same caller and filter only.</summary>
public sealed class Cursors(IDataProtectionProvider protection, Caller caller)
{
    readonly IDataProtector seal = protection.CreateProtector("Interdiction.Cursors");

    public static Refusal Bad { get; } = Refusal.BadParameter("cursor", "it is not a cursor of this list, caller and filter. Begin without one.");

    /// <param name="filter">What the list was asked for; a cursor of another filter is bad.</param>
    /// <param name="after">Null for the first page.</param>
    public bool TryRead(Paging paging, string filter, out PageEnd? after)
    {
        after = null;
        if (paging.Cursor is null)
            return true;
        try
        {
            var parts = seal.Unprotect(paging.Cursor).Split('|');
            if (parts[0] != Owner(filter))
                return false;
            after = new PageEnd(new DateTimeOffset(long.Parse(parts[1], CultureInfo.InvariantCulture), TimeSpan.Zero), Guid.Parse(parts[2]));
            return true;
        }
        catch (Exception broken) when (broken is CryptographicException or FormatException)
        {
            return false;
        }
    }

    /// <param name="rows">One more than the limit, where there are that many.</param>
    public Page<TItem> Page<TRow, TItem>(
        IReadOnlyList<TRow> rows, Paging paging, string filter, Func<TRow, TItem> item, Func<TRow, PageEnd> end, int? total)
    {
        var items = rows.Take(paging.Limit).ToList();
        var next = rows.Count > paging.Limit ? end(items[^1]) : null;
        return new Page<TItem>([.. items.Select(item)],
            next is null ? null : seal.Protect(string.Create(CultureInfo.InvariantCulture, $"{Owner(filter)}|{next.At.UtcTicks}|{next.Id}")), total);
    }

    string Owner(string filter) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{caller.Id} {filter}")).AsSpan(0, 12));
}
