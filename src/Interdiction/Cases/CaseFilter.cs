using System.Globalization;
using Interdiction.Boardings;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;
using Interdiction.Search;

namespace Interdiction.Cases;

/// <summary>The filters of the lists of cases and of boarding reports, as they came in the query.</summary>
/// <param name="Q">Words of the record or of something in it, as the search finds them: all of them, each from its beginning; phrases in quotation marks.</param>
/// <param name="Status">State of the case.</param>
/// <param name="LeadPartner">Partner code of the case's lead.</param>
/// <param name="Flag">Flag that the vessel claimed, ISO 3166-1 alpha-3.</param>
/// <param name="Mode">sea, port, air or land.</param>
/// <param name="Chemical">CAS number that the screening found.</param>
/// <param name="Imo">IMO number of the vessel.</param>
/// <param name="From">Start of the boarding not before, RFC 3339.</param>
/// <param name="To">Start of the boarding before, RFC 3339.</param>
/// <param name="Bbox">west,south,east,north in decimal degrees; west may be greater than east across the antimeridian.</param>
/// <param name="RetainedBefore">Time until which a closed case is kept before, RFC 3339: with the moment of asking, those that may be destroyed.</param>
/// <param name="Sort">-openedAt (newest first) or openedAt.</param>
/// <param name="Limit">How many items at most, 1 to 200; 50 where absent.</param>
/// <param name="Cursor">nextCursor of the page before.</param>
/// <param name="Count">exact: say how many there are in all.</param>
public sealed record CaseQuery(
    string? Q, string? Status, string? LeadPartner, string? Flag, string? Mode, string? Chemical, string? Imo, string? From, string? To, string? Bbox, string? RetainedBefore,
    string? Sort, string? Limit, string? Cursor, string? Count);

/// <summary>The filters, read.</summary>
public sealed record CaseFilter
{
    public SearchQuestion Question { get; private init; } = new();
    public CaseStatus? Status { get; private init; }
    public string? LeadPartner { get; private init; }
    public string? Flag { get; private init; }
    public Mode? Mode { get; private init; }
    public string? Chemical { get; private init; }
    public string? Imo { get; private init; }
    public DateTimeOffset? From { get; private init; }
    public DateTimeOffset? To { get; private init; }
    public Box? Bbox { get; private init; }
    public DateTimeOffset? RetainedBefore { get; private init; }
    public bool OldestFirst { get; private init; }
    public required Paging Paging { get; init; }

    /// <summary>West, south, east and north in degrees.</summary>
    public sealed record Box(double West, double South, double East, double North);

    /// <summary>True where a filter asks for something that only a boarding report has.</summary>
    public bool AsksForReports => (Flag ?? Chemical ?? Imo) is not null || From is not null || To is not null || Bbox is not null;

    /// <summary>List and filter as text, to which a cursor is bound.</summary>
    public string Fingerprint(string list) => list + (this with { Question = new(), Paging = Paging with { Limit = 0, Cursor = null, Counted = false } }) + Question.Print;

    public static Result<CaseFilter> Read(CaseQuery query)
    {
        var paging = Parameters.Paging(query.Limit, query.Cursor, query.Count);
        if (paging.Refusal is { } bad)
            return bad;
        var question = SearchQuestion.Read(query.Q);
        if (question.Refusal is { } unclear)
            return unclear;
        else if (query.Status is { } status && !Code<CaseStatus>.TryRead(status, out _))
            return Refusal.BadParameter("status", $"it is one of {Code<CaseStatus>.List}.");
        else if (query.Mode is { } mode && !Code<Mode>.TryRead(mode, out _))
            return Refusal.BadParameter("mode", $"it is one of {Code<Mode>.List}.");
        else if (query.From is { } from && TimeConverter.Parse(from) is null)
            return Refusal.BadParameter("from", "it is a time with a zone, such as 2003-08-07T00:00:00Z.");
        else if (query.To is { } to && TimeConverter.Parse(to) is null)
            return Refusal.BadParameter("to", "it is a time with a zone, such as 2003-08-07T00:00:00Z.");
        else if (query.RetainedBefore is { } retained && TimeConverter.Parse(retained) is null)
            return Refusal.BadParameter("retainedBefore", "it is a time with a zone, such as 2030-01-01T00:00:00Z.");
        else if (query.Bbox is { } bbox && ReadBox(bbox) is null)
            return Refusal.BadParameter("bbox", "it is west,south,east,north in decimal degrees.");
        else if (query.Sort is not (null or "openedAt" or "-openedAt"))
            return Refusal.BadParameter("sort", "it is openedAt or -openedAt.");
        else
            return new CaseFilter
            {
                Question = question.Value,
                Status = query.Status is null ? null : Code<CaseStatus>.Read(query.Status),
                LeadPartner = query.LeadPartner,
                Flag = query.Flag,
                Mode = query.Mode is null ? null : Code<Mode>.Read(query.Mode),
                Chemical = query.Chemical,
                Imo = query.Imo is null ? null : string.Concat(query.Imo.Where(char.IsAsciiDigit)),
                From = query.From is null ? null : TimeConverter.Parse(query.From),
                To = query.To is null ? null : TimeConverter.Parse(query.To),
                Bbox = query.Bbox is null ? null : ReadBox(query.Bbox),
                RetainedBefore = query.RetainedBefore is null ? null : TimeConverter.Parse(query.RetainedBefore),
                OldestFirst = query.Sort is "openedAt",
                Paging = paging.Value,
            };
    }

    /// <summary>The reports that fit what the filter asks of a report, words apart.</summary>
    public IQueryable<BoardingRevision> Of(IQueryable<BoardingRevision> reports, InterdictionDb db, Caller caller)
    {
        if (Flag is not null)
            reports = reports.Where(x => x.FlagClaimed == Flag);
        if (Imo is not null)
            reports = reports.Where(x => x.Imo == Imo);
        if (From is not null)
            reports = reports.Where(x => x.StartedAt >= From);
        if (To is not null)
            reports = reports.Where(x => x.StartedAt < To);
        if (Chemical is not null)
            reports = reports.Where(x => db.LineMatches.Any(m => m.BoardingId == x.BoardingId && m.Revision == x.Number && m.Cas == Chemical));
        if (Bbox is not null)
            reports = reports.Where(ShownColumns.LieIn(Bbox, caller));
        return reports;
    }

    static Box? ReadBox(string text)
    {
        var parts = text.Split(',');
        var degrees = new double[4];
        for (var i = 0; i < 4; i++)
            if (parts.Length != 4 || !double.TryParse(parts[i], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out degrees[i]))
                return null;
        return degrees is [>= -180 and <= 180, >= -90 and <= 90, >= -180 and <= 180, >= -90 and <= 90] && degrees[1] <= degrees[3]
            ? new Box(degrees[0], degrees[1], degrees[2], degrees[3])
            : null;
    }
}
