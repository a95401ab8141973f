using FluentValidation;
using Interdiction.Boardings;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Translations;

/// <summary>An officer or coordinator who reads a report in an open case writes its narrative in another language.</summary>
public sealed record TranslateNarrative(Guid Id, NewTranslation Translation) : ICommand<ShownTranslation>, IAbout<Boarding>, ICreate
{
    public static Permission Needs => Permission.Translate;

    Guid? ICreate.Id => Translation.Id;

    public IMessage<ShownTranslation> Again(Guid resource) => new GetTranslation(resource);

    internal sealed class Validator : AbstractValidator<TranslateNarrative>
    {
        public Validator() => this.Body(x => x.Translation, new NewTranslationValidator());
    }

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope, TimeProvider clock) : ICommandHandler<TranslateNarrative, ShownTranslation>
    {
        public async Task<Result<ShownTranslation>> Handle(TranslateNarrative message, CancellationToken stop)
        {
            var (asked, report) = (message.Translation, db.Loaded(message));
            if (report.Case.IsClosed)
                return Refusal.Conflict("wrongState", $"Case {report.Case.Number} is closed: no translation is added to it.");
            var number = asked.Revision ?? report.Current.Number;
            if (await db.RevisionsOf(report.Id).SingleOrDefaultAsync(x => x.Number == number, stop) is not { } revision)
                return Refused(RuleCodes.UnknownReference, "There is no such revision that you can read. GET /boardings/{id}/revisions lists them.");
            // A draft is overwritten: what its originator took out of it again would be read in the translation once it is submitted.
            if (revision.SubmittedAt is null)
                return Refused("notSubmitted", $"Revision {number} was not submitted yet, and can still change. Translate it afterwards, or an earlier one.");
            if (!revision.HasNarrative)
                return Refused("noNarrative", $"Revision {number} has no narrative.");
            var written = Translations.Translation.Write(asked.Id ?? clock.NewId(), report, number, asked, caller, clock.Now());
            db.Translations.Add(written);
            (envelope.Resource, envelope.ETag) = (written.Id, written.ETag);
            return written.Show(report.Number);
        }

        static Refusal Refused(string code, string detail) => Refusal.Invalid(new Fault("/revision", code, detail));
    }
}
