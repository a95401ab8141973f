using Interdiction.Cases;
using Interdiction.Contracts;
using Interdiction.Kernel;

namespace Interdiction.CaseWork;

/// <summary>What somebody said in a case. Its words stand for good; its marking alone is narrowed, or widened by two people.</summary>
public sealed class Comment : Aggregate, ICaseRecord
{
    Comment() { }

    public Guid Id { get; private init; }
    public Guid CaseId { get; private init; }
    public Case? Case { get; private init; }
    public string Originator { get; private init; } = "";
    public Guid Writer { get; private init; }
    public string WrittenBy { get; private init; } = "";
    public DateTimeOffset At { get; private init; }
    public string Text { get; private init; } = "";
    public Marking Marking { get; private set; } = new();
    public int Version { get; private set; }

    // No act on a comment is the lead's.
    public string Lead => Case?.LeadPartner ?? Originator;
    public string ETag => $"\"{Version}\"";
    public bool IsAuthor(Guid account) => account == Writer;

    public static Comment Write(Guid id, Case @case, string text, Marking marking, Caller caller, DateTimeOffset now)
    {
        var it = new Comment
        {
            Id = id,
            CaseId = @case.Id,
            Case = @case,
            Originator = caller.Partner,
            Writer = caller.Id,
            WrittenBy = caller.Name,
            At = now,
            Text = text,
            Marking = marking,
            Version = 1,
        };
        it.Tell(new Commented(it));
        return it;
    }

    public void Mark(Marking to, string? reason)
    {
        Marking = to;
        Version++;
        Tell(new MarkingChanged(this, reason));
    }
}

/// <summary>A comment was written.</summary>
public sealed record Commented(Comment Comment) : IDomainEvent;
