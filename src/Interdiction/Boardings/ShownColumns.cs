using System.Linq.Expressions;
using Interdiction.Cases;
using Interdiction.Kernel;

namespace Interdiction.Boardings;

/// <summary>Where a caller finds reports: where it is shown them and nowhere else, or a filter would tell what a mask hides.</summary>
static class ShownColumns
{
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
