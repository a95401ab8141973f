using Interdiction.Boardings;
using Interdiction.Cases;
using Interdiction.CaseWork;
using Interdiction.Consents;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Dispatches;
using Interdiction.Evidence;
using Interdiction.Kernel;

namespace Interdiction.Access;

/// <summary>Shows the marking of a case.</summary>
public sealed record GetCaseMarking(Guid Id) : IQuery<ShownMarking>, IAbout<Case>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope) : IQueryHandler<GetCaseMarking, ShownMarking>
    {
        public Task<Result<ShownMarking>> Handle(GetCaseMarking message, CancellationToken stop) => ShownMarkings.Of(db.Loaded(message), caller, envelope);
    }
}

/// <summary>Shows the marking of a boarding report.</summary>
public sealed record GetReportMarking(Guid Id) : IQuery<ShownMarking>, IAbout<Boarding>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope) : IQueryHandler<GetReportMarking, ShownMarking>
    {
        public Task<Result<ShownMarking>> Handle(GetReportMarking message, CancellationToken stop) => ShownMarkings.Of(db.Loaded(message), caller, envelope);
    }
}

/// <summary>Shows the marking of a consent request.</summary>
public sealed record GetConsentMarking(Guid Id) : IQuery<ShownMarking>, IAbout<ConsentRequest>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope) : IQueryHandler<GetConsentMarking, ShownMarking>
    {
        public Task<Result<ShownMarking>> Handle(GetConsentMarking message, CancellationToken stop) => ShownMarkings.Of(db.Loaded(message), caller, envelope);
    }
}

/// <summary>Shows the marking of a comment.</summary>
public sealed record GetCommentMarking(Guid Id) : IQuery<ShownMarking>, IAbout<Comment>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope) : IQueryHandler<GetCommentMarking, ShownMarking>
    {
        public Task<Result<ShownMarking>> Handle(GetCommentMarking message, CancellationToken stop) => ShownMarkings.Of(db.Loaded(message), caller, envelope);
    }
}

/// <summary>Shows the marking of a task.</summary>
public sealed record GetTaskMarking(Guid Id) : IQuery<ShownMarking>, IAbout<CaseTask>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope) : IQueryHandler<GetTaskMarking, ShownMarking>
    {
        public Task<Result<ShownMarking>> Handle(GetTaskMarking message, CancellationToken stop) => ShownMarkings.Of(db.Loaded(message), caller, envelope);
    }
}

/// <summary>Shows the marking of an attachment.</summary>
public sealed record GetAttachmentMarking(Guid Id) : IQuery<ShownMarking>, IAbout<Attachment>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope) : IQueryHandler<GetAttachmentMarking, ShownMarking>
    {
        public Task<Result<ShownMarking>> Handle(GetAttachmentMarking message, CancellationToken stop) => ShownMarkings.Of(db.Loaded(message), caller, envelope);
    }
}

/// <summary>Shows the marking of a dispatch.</summary>
public sealed record GetDispatchMarking(Guid Id) : IQuery<ShownMarking>, IAbout<Dispatch>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope) : IQueryHandler<GetDispatchMarking, ShownMarking>
    {
        public Task<Result<ShownMarking>> Handle(GetDispatchMarking message, CancellationToken stop) => ShownMarkings.Of(db.Loaded(message), caller, envelope);
    }
}

static class ShownMarkings
{
    public static Task<Result<ShownMarking>> Of(IMarked it, Caller caller, Envelope envelope)
    {
        envelope.ETag = it.ETag;
        return Task.FromResult<Result<ShownMarking>>(new ShownMarking(Masking.Of(it.Marking, caller.StandingTo(it.Originator))));
    }
}
