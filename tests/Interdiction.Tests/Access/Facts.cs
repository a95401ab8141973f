namespace Interdiction.Tests.Access;

/// <summary>Who of the originator's own people needs to know.</summary>
enum Need { Everybody, Team, Named }

/// <summary>How exactly a position is released.</summary>
enum Precision { Exact, TenthOfDegree, Degree }

/// <summary>What a test knows of a marking, because it made it.</summary>
sealed record Label(Level Level, params string[] ReleasableTo)
{
    public Need Need { get; init; }
    public Precision Precision { get; init; }
    public bool IsForAll => ReleasableTo.Contains("ALL");

    /// <summary>True for a post of the originator that the record is for. The team's supervisor is its auditor.</summary>
    public bool Needs(Post post) => Need switch
    {
        Need.Everybody => true,
        Need.Team => Staff.Members.Contains(post) || Staff.Supervisors.Contains(post),
        Need.Named => Staff.Named.Contains(post),
    };
}

/// <param name="OpenedByItself">Opened before any report, and so read by its marking.</param>
/// <param name="HoldsSubmitted">At least one report in it was submitted.</param>
sealed record CaseFacts(string Originator, string Lead, Label Label, bool OpenedByItself, bool HoldsSubmitted)
{
    public bool IsClosed { get; init; }

    /// <summary>The lead brought a partner in that does nothing else in it.</summary>
    public bool HasGuest { get; init; }
}

/// <summary>How far a report came; <see cref="Amended"/> is the draft of revision 2 over an accepted revision 1.</summary>
enum Stage { Announced, Draft, Submitted, InReview, Returned, Accepted, Amended, WithdrawnDraft, WithdrawnReturned }

/// <param name="Author">Who filed it.</param>
sealed record ReportFacts(CaseFacts Case, string Originator, Label Label, Stage Stage, Principal Author)
{
    public bool EverSubmitted => Stage is not (Stage.Announced or Stage.Draft or Stage.WithdrawnDraft);
}

/// <summary>What became of a proposal, or of its record, since it was made.</summary>
enum Fate { Open, Refused, Withdrawn, LeadMoved }

/// <summary>What is done with a proposal.</summary>
enum Decision { Read, ReadTransitions, Approve, Refuse, Withdraw, LeaveOpen, Expire }

/// <summary>A partner, or one post of it, that another partner named for some acts.</summary>
sealed record DeputyFacts(string For, string Partner, Post? Post, params Act[] Acts)
{
    public bool StandsInFor(Principal who, string partner, Act act) =>
        For == partner && who.Partner == Partner && (Post is null || Post == who.Post) && Acts.Contains(act);
}

/// <param name="Record">As it stands now.</param>
sealed record MotionFacts(ReportFacts Record, Act Proposing, Principal Proposer, Fate Fate, IReadOnlyList<DeputyFacts> Deputies);

/// <summary>What a partner administers.</summary>
enum Kind { Users, Clients, Invitations, Teams, Deputies }

enum Verb { List, Make, Read, Change, Suspend, Restore, End }

/// <summary>Something done in an office.</summary>
readonly record struct Deed(Kind Kind, Verb Verb)
{
    public static IReadOnlyList<Deed> All { get; } = [.. from kind in Enum.GetValues<Kind>() from verb in Enum.GetValues<Verb>() where CanBe(kind, verb) select new Deed(kind, verb)];

    public bool IsAboutOne => Verb is not (Verb.List or Verb.Make);
    public bool NeedsIfMatch => Verb > Verb.Read;

    static bool CanBe(Kind kind, Verb verb) => verb switch
    {
        Verb.Change => kind is not Kind.Invitations,
        Verb.Suspend or Verb.Restore => kind is Kind.Users or Kind.Clients,
        Verb.End => kind is Kind.Invitations or Kind.Teams or Kind.Deputies,
        _ => true,
    };

    public override string ToString() => $"{Verb} {Kind}";
}
