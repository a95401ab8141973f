using MediatR;

namespace Interdiction.Kernel;

/// <summary>Whatever is asked of the product. It names the permission that it needs, or it does not compile.</summary>
public interface IMessage
{
    static abstract Permission Needs { get; }
}

/// <summary>A message with its answer.</summary>
public interface IMessage<TAnswer> : IRequest<Result<TAnswer>>, IMessage;

/// <summary>Reads, and changes nothing but the audit log.</summary>
public interface IQuery<TAnswer> : IMessage<TAnswer>;

/// <summary>Changes something, in one transaction with its audit entry and its idempotency key.</summary>
public interface ICommand<TAnswer> : IMessage<TAnswer>, IReplayed<Result<TAnswer>>
{
    /// <summary>The message that gives the answer again, as the caller may see it then.</summary>
    /// <param name="resource">Id of the record that the command left behind.</param>
    IMessage<TAnswer> Again(Guid resource);

    IRequest<Result<TAnswer>> IReplayed<Result<TAnswer>>.Repeat(Guid resource) => Again(resource);
}

/// <summary>What a command answers when its key comes again.</summary>
public interface IReplayed<TResult>
{
    IRequest<TResult> Repeat(Guid resource);
}

/// <summary>A command that makes a record whose id the client may choose; that id serves as its key.</summary>
public interface ICreate
{
    Guid? Id { get; }
}

/// <summary>A command that may be repeated without harm as it stands, such as a PUT: it needs no key.</summary>
public interface IIdempotent;

/// <summary>A message about one record: the record is loaded, found readable and the act allowed, before anything else is done.</summary>
public interface IAbout
{
    Guid Id { get; }
}

public interface IAbout<TSubject> : IAbout where TSubject : ISubject;

/// <summary>A command that changes a record as the client last read it: it comes with If-Match.</summary>
public interface IChange<TSubject> : IAbout<TSubject>, IChange where TSubject : ISubject;

public interface IChange;

public interface IQueryHandler<TQuery, TAnswer> : IRequestHandler<TQuery, Result<TAnswer>> where TQuery : IQuery<TAnswer>;

public interface ICommandHandler<TCommand, TAnswer> : IRequestHandler<TCommand, Result<TAnswer>> where TCommand : ICommand<TAnswer>;

/// <summary>Something that happened in a module, told to the others inside the same transaction.</summary>
public interface IDomainEvent : INotification;

public interface IDomainEventHandler<TEvent> : INotificationHandler<TEvent> where TEvent : IDomainEvent;

/// <summary>Sends a message through the pipeline to its handler.</summary>
public sealed class Messenger(IMediator mediator)
{
    public Task<TResult> Send<TResult>(IRequest<TResult> message, CancellationToken stop) => mediator.Send(message, stop);

    public Task Tell(IDomainEvent what, CancellationToken stop) => mediator.Publish((INotification)what, stop);
}
