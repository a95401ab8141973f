using FluentValidation;
using Interdiction.Boardings;
using Interdiction.Cases;
using Interdiction.CaseWork;
using Interdiction.Consents;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Dispatches;
using Interdiction.Evidence;
using Interdiction.Kernel;
using Interdiction.Pipeline;

namespace Interdiction.Access;

/// <summary>The originator narrows the marking of a case. A dry run says who would lose it.</summary>
public sealed record NarrowCaseMarking(Guid Id, ShownMarking Marking) : ICommand<ShownMarking>, IChange<Case>, IIdempotent
{
    public static Permission Needs => Permission.NarrowMarkings;

    public IMessage<ShownMarking> Again(Guid resource) => new GetCaseMarking(resource);

    internal sealed class Validator : AbstractValidator<NarrowCaseMarking>
    {
        public Validator() => this.Body(x => x.Marking, new MarkingValidator());
    }

    internal sealed class Handler(InterdictionDb db, Remarking remarking, Envelope envelope) : ICommandHandler<NarrowCaseMarking, ShownMarking>
    {
        public Task<Result<ShownMarking>> Handle(NarrowCaseMarking message, CancellationToken stop) =>
            remarking.Narrow(db.Loaded(message), message.Marking.AsGiven(), envelope, stop);
    }
}

/// <summary>The originator narrows the marking of a boarding report, with all its revisions. A dry run says who would lose it.</summary>
public sealed record NarrowReportMarking(Guid Id, ShownMarking Marking) : ICommand<ShownMarking>, IChange<Boarding>, IIdempotent
{
    public static Permission Needs => Permission.NarrowMarkings;

    public IMessage<ShownMarking> Again(Guid resource) => new GetReportMarking(resource);

    internal sealed class Validator : AbstractValidator<NarrowReportMarking>
    {
        public Validator() => this.Body(x => x.Marking, new MarkingValidator());
    }

    internal sealed class Handler(InterdictionDb db, Remarking remarking, Envelope envelope) : ICommandHandler<NarrowReportMarking, ShownMarking>
    {
        public Task<Result<ShownMarking>> Handle(NarrowReportMarking message, CancellationToken stop) =>
            remarking.Narrow(db.Loaded(message), message.Marking.AsGiven(), envelope, stop);
    }
}

/// <summary>The originator narrows the marking of a consent request. The flag State that is asked keeps reading it. A dry run says who would lose it.</summary>
public sealed record NarrowConsentMarking(Guid Id, ShownMarking Marking) : ICommand<ShownMarking>, IChange<ConsentRequest>, IIdempotent
{
    public static Permission Needs => Permission.NarrowMarkings;

    public IMessage<ShownMarking> Again(Guid resource) => new GetConsentMarking(resource);

    internal sealed class Validator : AbstractValidator<NarrowConsentMarking>
    {
        public Validator() => this.Body(x => x.Marking, new MarkingValidator());
    }

    internal sealed class Handler(InterdictionDb db, Remarking remarking, Envelope envelope) : ICommandHandler<NarrowConsentMarking, ShownMarking>
    {
        public Task<Result<ShownMarking>> Handle(NarrowConsentMarking message, CancellationToken stop) =>
            remarking.Narrow(db.Loaded(message), message.Marking.AsGiven(), envelope, stop);
    }
}

/// <summary>The originator narrows the marking of a comment. A dry run says who would lose it.</summary>
public sealed record NarrowCommentMarking(Guid Id, ShownMarking Marking) : ICommand<ShownMarking>, IChange<Comment>, IIdempotent
{
    public static Permission Needs => Permission.NarrowMarkings;

    public IMessage<ShownMarking> Again(Guid resource) => new GetCommentMarking(resource);

    internal sealed class Validator : AbstractValidator<NarrowCommentMarking>
    {
        public Validator() => this.Body(x => x.Marking, new MarkingValidator());
    }

    internal sealed class Handler(InterdictionDb db, Remarking remarking, Envelope envelope) : ICommandHandler<NarrowCommentMarking, ShownMarking>
    {
        public Task<Result<ShownMarking>> Handle(NarrowCommentMarking message, CancellationToken stop) =>
            remarking.Narrow(db.Loaded(message), message.Marking.AsGiven(), envelope, stop);
    }
}

/// <summary>The originator narrows the marking of a task. A dry run says who would lose it.</summary>
public sealed record NarrowTaskMarking(Guid Id, ShownMarking Marking) : ICommand<ShownMarking>, IChange<CaseTask>, IIdempotent
{
    public static Permission Needs => Permission.NarrowMarkings;

    public IMessage<ShownMarking> Again(Guid resource) => new GetTaskMarking(resource);

    internal sealed class Validator : AbstractValidator<NarrowTaskMarking>
    {
        public Validator() => this.Body(x => x.Marking, new MarkingValidator());
    }

    internal sealed class Handler(InterdictionDb db, Remarking remarking, Envelope envelope) : ICommandHandler<NarrowTaskMarking, ShownMarking>
    {
        public Task<Result<ShownMarking>> Handle(NarrowTaskMarking message, CancellationToken stop) =>
            remarking.Narrow(db.Loaded(message), message.Marking.AsGiven(), envelope, stop);
    }
}

/// <summary>The originator narrows the marking of an attachment. A dry run says who would lose it.</summary>
public sealed record NarrowAttachmentMarking(Guid Id, ShownMarking Marking) : ICommand<ShownMarking>, IChange<Attachment>, IIdempotent
{
    public static Permission Needs => Permission.NarrowMarkings;

    public IMessage<ShownMarking> Again(Guid resource) => new GetAttachmentMarking(resource);

    internal sealed class Validator : AbstractValidator<NarrowAttachmentMarking>
    {
        public Validator() => this.Body(x => x.Marking, new MarkingValidator());
    }

    internal sealed class Handler(InterdictionDb db, Remarking remarking, Envelope envelope) : ICommandHandler<NarrowAttachmentMarking, ShownMarking>
    {
        public Task<Result<ShownMarking>> Handle(NarrowAttachmentMarking message, CancellationToken stop) =>
            remarking.Narrow(db.Loaded(message), message.Marking.AsGiven(), envelope, stop);
    }
}

/// <summary>The originator narrows the marking of a dispatch; where it takes the addressee out, that is recalled from it. A dry run says who would lose it.</summary>
public sealed record NarrowDispatchMarking(Guid Id, ShownMarking Marking) : ICommand<ShownMarking>, IChange<Dispatch>, IIdempotent
{
    public static Permission Needs => Permission.NarrowMarkings;

    public IMessage<ShownMarking> Again(Guid resource) => new GetDispatchMarking(resource);

    internal sealed class Validator : AbstractValidator<NarrowDispatchMarking>
    {
        public Validator() => this.Body(x => x.Marking, new MarkingValidator());
    }

    internal sealed class Handler(InterdictionDb db, Remarking remarking, Envelope envelope) : ICommandHandler<NarrowDispatchMarking, ShownMarking>
    {
        public Task<Result<ShownMarking>> Handle(NarrowDispatchMarking message, CancellationToken stop) =>
            remarking.Narrow(db.Loaded(message), message.Marking.AsGiven(), envelope, stop);
    }
}
