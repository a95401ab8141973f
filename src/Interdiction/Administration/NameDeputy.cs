using FluentValidation;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Partners;
using Interdiction.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Administration;

/// <summary>An administrator of a partner with too few coordinators names a deputy: the coordinators of another partner or of the cell, or one of them, who may be the second person for some acts. It is valid at once.</summary>
public sealed record NameDeputy(NewDeputy Deputy) : ICommand<DeputyHead>, ICreate
{
    public static Permission Needs => Permission.NameDeputies;

    public Guid? Id => Deputy.Id;

    public IMessage<DeputyHead> Again(Guid resource) => new GetDeputy(resource);

    internal sealed class Validator : AbstractValidator<NameDeputy>
    {
        public Validator() => this.Body(x => x.Deputy, new NewDeputyValidator());
    }

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope, PartnerRegister partners, TimeProvider clock) : ICommandHandler<NameDeputy, DeputyHead>
    {
        public async Task<Result<DeputyHead>> Handle(NameDeputy message, CancellationToken stop)
        {
            var asked = message.Deputy;
            if (!partners.Knows(asked.Partner!))
                return Refusal.Invalid(new Fault("/partner", RuleCodes.UnknownCode, $"'{asked.Partner}' is not a partner."));
            if (asked.Partner == caller.Partner)
                return Refusal.Invalid(new Fault("/partner", "notHere", "A deputy is of another partner: your own coordinators need no naming."));
            if (asked.Person is { } person && !await IsCoordinator(person, asked.Partner!, stop))
                return Refusal.Invalid(new Fault("/person", RuleCodes.UnknownReference, $"{asked.Partner} has no such coordinator in service."));

            var deputy = Administration.Deputy.Name(asked.Id ?? clock.NewId(), caller.Partner, asked.Partner!, asked.Person, [.. asked.Acts.Distinct()], clock.Now());
            db.Deputies.Add(deputy);
            (envelope.Resource, envelope.ETag) = (deputy.Id, deputy.ETag);
            return deputy.ToHead();
        }

        async Task<bool> IsCoordinator(Guid id, string partner, CancellationToken stop) =>
            await db.Accounts.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id && x.Partner == partner && x.SuspendedAt == null, stop) is { } account
            && account.Roles.Contains(Role.Coordinator);
    }
}
