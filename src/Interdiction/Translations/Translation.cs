using Interdiction.Boardings;
using Interdiction.Contracts;
using Interdiction.Kernel;

namespace Interdiction.Translations;

/// <summary>
/// The narrative of one revision of a report in another language: text of the report, and read by whom that revision is read.
/// It stands for good, beside others into the same language.
/// </summary>
public sealed class Translation : Aggregate, IPart
{
    Translation() { }

    public Guid Id { get; private init; }
    public Guid BoardingId { get; private init; }
    public Boarding Boarding { get; private init; } = null!;

    /// <summary>The revision that was translated: whoever is not shown it yet is not shown the translation.</summary>
    public int Revision { get; private init; }
    public string Language { get; private init; } = "";
    public string Text { get; private init; } = "";
    public string Originator { get; private init; } = "";
    public Guid Translator { get; private init; }
    public string TranslatedBy { get; private init; } = "";
    public DateTimeOffset At { get; private init; }

    public string Lead => Boarding.Lead;

    // It never changes.
    public string ETag => "\"1\"";
    Guid IPart.Record => BoardingId;
    public bool IsAuthor(Guid account) => account == Translator;

    public static Translation Write(Guid id, Boarding report, int revision, NewTranslation asked, Caller caller, DateTimeOffset now)
    {
        var it = new Translation
        {
            Id = id,
            BoardingId = report.Id,
            Boarding = report,
            Revision = revision,
            Language = asked.Language!,
            Text = asked.Text!,
            Originator = caller.Partner,
            Translator = caller.Id,
            TranslatedBy = caller.Name,
            At = now,
        };
        it.Tell(new NarrativeTranslated(it));
        return it;
    }

    public ShownTranslation Show(string boardingNumber) => new()
    {
        Id = Id,
        BoardingId = BoardingId,
        BoardingNumber = boardingNumber,
        Revision = Revision,
        Language = Language,
        Text = Text,
        TranslatedBy = TranslatedBy,
        Partner = Originator,
        TranslatedAt = At,
    };
}

/// <summary>A narrative was translated.</summary>
public sealed record NarrativeTranslated(Translation Translation) : IDomainEvent;
