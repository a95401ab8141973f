using System.Linq.Expressions;
using Interdiction.Cases;
using Interdiction.Contracts;
using Interdiction.Kernel;

namespace Interdiction.Boardings;

/// <summary>What a caller finds reports by: what it is shown of them and nothing else, or a search would tell what a mask hides.</summary>
static class ShownColumns
{
    /// <summary>Reports that hold a word.</summary>
    /// <param name="word">Folded as <see cref="SearchWords.Asked"/> does.</param>
    public static Expression<Func<BoardingRevision, bool>> Hold(string word, Caller caller)
    {
        if (caller.Has(Role.Coordinator))
            return x => x.SearchText.Contains(word) || x.PersonsText.Contains(word);
        var own = caller.ReadsAs;
        return x => x.SearchText.Contains(word) || x.Originator == own && x.PersonsText.Contains(word);
    }

    /// <summary>Reports whose position, as the caller is told it, lies in a box.</summary>
    public static Expression<Func<BoardingRevision, bool>> LieIn(CaseFilter.Box box, Caller caller)
    {
        var (west, south, east, north) = box;
        var (own, wraps) = (caller.ReadsAs, west > east);
        return x => x.Originator == own
            ? x.Latitude >= south && x.Latitude <= north && (x.Longitude >= west && x.Longitude <= east || wraps && (x.Longitude >= west || x.Longitude <= east))
            : x.ReleasedLatitude >= south && x.ReleasedLatitude <= north
                && (x.ReleasedLongitude >= west && x.ReleasedLongitude <= east || wraps && (x.ReleasedLongitude >= west || x.ReleasedLongitude <= east));
    }
}
