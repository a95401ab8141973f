using Interdiction.Contracts;

namespace Interdiction.Kernel;

/// <summary>What the caller must be to the record.</summary>
public enum Relation
{
    /// <summary>No record is concerned.</summary>
    None,

    /// <summary>The caller's partner is the originator.</summary>
    Own,

    /// <summary>The record is readable.</summary>
    Seen,

    /// <summary>The caller is of the case's lead partner or of the coordination cell, and did not write the record.</summary>
    ReviewerNotAuthor,
}

/// <summary>The acting table: who may do what. Reading is decided by the reader table, before this.</summary>
public sealed record Permission
{
    static readonly Role[] Everyone = Enum.GetValues<Role>();

    Permission(string name, Relation relation, params Role[] roles) => (Name, Relation, Roles) = (name, relation, roles);

    /// <summary>The permission's name in camelCase, as audit and documentation show it.</summary>
    public string Name { get; }
    public Relation Relation { get; }
    public IReadOnlyList<Role> Roles { get; }

    /// <summary>See who one is.</summary>
    public static Permission KnowOneself { get; } = new("knowOneself", Relation.None, Everyone);

    /// <summary>Read reference data, and screen text against it.</summary>
    public static Permission ReadReference { get; } = new("readReference", Relation.None, Everyone);

    /// <summary>Read what the reader table opens; a role that reads no content finds nothing.</summary>
    public static Permission ReadContent { get; } = new("readContent", Relation.Seen, Everyone);
    public static Permission OpenCases { get; } = new("openCases", Relation.None, Role.Officer, Role.Coordinator);
    public static Permission FileReports { get; } = new("fileReports", Relation.None, Role.Officer);
    public static Permission WriteReports { get; } = new("writeReports", Relation.Own, Role.Officer);
    public static Permission ReviewReports { get; } = new("reviewReports", Relation.ReviewerNotAuthor, Role.Coordinator);
    public static Permission ReviewCases { get; } = new("reviewCases", Relation.ReviewerNotAuthor, Role.Coordinator);
    public static Permission PrintReports { get; } = new("printReports", Relation.Seen, Role.Officer, Role.Coordinator, Role.Auditor);

    public static IReadOnlyList<Permission> All { get; } =
        [KnowOneself, ReadReference, ReadContent, OpenCases, FileReports, WriteReports, ReviewReports, ReviewCases, PrintReports];

    /// <summary>The rules that keep the caller from acting on the record; none where it may.</summary>
    /// <param name="subject">The record, already found readable; null where none is concerned.</param>
    public IEnumerable<string> Against(Caller caller, ISubject? subject)
    {
        if (!Roles.Any(caller.Has))
            yield return $"The permission {Name} belongs to the role {string.Join(" or ", Roles.Select(Code<Role>.Of))}.";
        if (subject is null)
            yield break;
        if (Relation is Relation.Own && subject.Originator != caller.Partner)
            yield return $"Only the originator, {subject.Originator}, may do this.";
        if (Relation is Relation.ReviewerNotAuthor)
        {
            if (subject.Lead != caller.Partner && !caller.IsCell)
                yield return $"Only the lead partner, {subject.Lead}, or the coordination cell may do this.";
            if (subject.IsAuthor(caller.Id))
                yield return "Four eyes: nobody reviews what they filed or wrote themselves.";
        }
    }
}
