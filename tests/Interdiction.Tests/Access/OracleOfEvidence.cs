namespace Interdiction.Tests.Access;

/// <summary>What is done with attachments: first with the record that they belong to, then with one that has arrived.</summary>
enum Keeping
{
    Describe, FindIt, FollowIt, ListThem, Upload, UploadSecret,
    Read, ReadContent, ReadThumbnail, ReadMarking, Narrow, WidenAlone, AskHowFar, GoOn, BreakOff,
}

/// <summary>An attachment of one partner with one marking, alone in its case.</summary>
/// <param name="Report">The report that it belongs to; null where it belongs to the case.</param>
sealed record EvidenceFacts(CaseFacts Case, ReportFacts? Report, string Originator, Label Label)
{
    public Principal Uploader => new(Originator, Post.Officer);
}

/// <summary>Attachments: the reading predicate with its record, and "add an attachment: officer own, coordinator own" of the acting table. An upload is its uploader's.</summary>
static partial class Oracle
{
    public static bool CanRead(Principal who, EvidenceFacts it) => Fits(who, it.Originator, it.Label) && (it.Report is null ? CanRead(who, it.Case) : CanRead(who, it.Report));

    public static Verdict Expect(Principal who, Keeping act, Precondition precondition, EvidenceFacts it)
    {
        var works = who.IsOfficer || who.IsCoordinator;
        return act switch
        {
            Keeping.Describe => 204,
            <= Keeping.ListThem => CanRead(who, it.Case) ? 200 : 404,
            <= Keeping.UploadSecret when !(it.Report is null ? CanRead(who, it.Case) : CanRead(who, it.Report)) => 404,
            <= Keeping.UploadSecret when !works || who.Partner != it.Originator => 403,
            Keeping.UploadSecret when who.Clearance < Level.Secret => 403,
            <= Keeping.UploadSecret => 201,
            _ when !CanRead(who, it) => 404,
            // What it was while it came is told to who sent it.
            >= Keeping.AskHowFar when who != it.Uploader => 404,
            Keeping.AskHowFar => 200,
            Keeping.GoOn => 204,
            // A file that has arrived is never taken back.
            Keeping.BreakOff => 409,
            Keeping.ReadContent when who.Partner != it.Originator && HidesPlace(it) => 403,
            <= Keeping.ReadMarking => 200,
            _ when !works || who.Partner != it.Originator => 403,
            _ when precondition is Precondition.Missing => 428,
            _ when precondition is Precondition.Stale => 412,
            Keeping.Narrow => 200,
            _ => it.Label.IsForAll ? 200 : 403,
        };
    }

    // A position that is released rounded is not to be had from a photo.
    public static bool HidesPlace(EvidenceFacts it) => (it.Label.Precision, (it.Report?.Label ?? it.Case.Label).Precision) is not (Precision.Exact, Precision.Exact);
}
