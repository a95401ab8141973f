using System.Linq.Expressions;
using Interdiction.Boardings;
using Interdiction.Contracts;

namespace Interdiction.Figures;

/// <summary>A report with what it is counted by.</summary>
sealed class Keyed<TKey>
{
    public required TKey Key { get; init; }
    public Guid BoardingId { get; init; }
    public int Revision { get; init; }
    public Outcome? Outcome { get; init; }

    /// <summary>Reports by something that each has once.</summary>
    public static Expression<Func<BoardingRevision, Keyed<TKey>>> By(Expression<Func<BoardingRevision, TKey>> key)
    {
        MemberBinding Same(string own, Expression value) => Expression.Bind(typeof(Keyed<TKey>).GetProperty(own)!, value);
        var it = key.Parameters[0];
        return Expression.Lambda<Func<BoardingRevision, Keyed<TKey>>>(
            Expression.MemberInit(Expression.New(typeof(Keyed<TKey>)), Same(nameof(Key), key.Body), Same(nameof(BoardingId), Expression.Property(it, nameof(BoardingRevision.BoardingId))),
                Same(nameof(Revision), Expression.Property(it, nameof(BoardingRevision.Number))), Same(nameof(Outcome), Expression.Property(it, nameof(BoardingRevision.Outcome)))), it);
    }
}
