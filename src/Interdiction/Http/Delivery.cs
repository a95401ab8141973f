using Interdiction.Contracts;
using Interdiction.Kernel;

namespace Interdiction.Http;

/// <summary>What a route delivers: the documentation, the permission enumeration and the conventions read it.</summary>
/// <param name="Status">Status of success.</param>
sealed record Delivery(int Status)
{
    public IReadOnlyList<Type> Messages { get; private init; } = [];
    public IReadOnlyList<Permission> Needs { get; private init; } = [];

    /// <summary>Query parameters that the route knows.</summary>
    public IReadOnlySet<string> Parameters { get; init; } = new HashSet<string>();

    /// <summary>True for a command: it can be tried with validateOnly.</summary>
    public bool IsWrite => Messages.Any(x => !x.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQuery<>)));

    /// <summary>True for a command that comes with If-Match.</summary>
    public bool IsChange => Messages.Any(x => x.IsAssignableTo(typeof(IChange)));

    /// <summary>True for the upload protocol, which has headers of its own and none of the conventions.</summary>
    public bool IsUpload { get; init; }

    /// <summary>Media types in which the answer comes.</summary>
    public IReadOnlyList<string> Types { get; init; } = ["application/json"];

    /// <summary>Further problems of a read.</summary>
    public IReadOnlyList<int> Also { get; init; } = [];

    // A read that some roles may not do at all; where content is concerned they find nothing instead.
    bool IsOfSomeRoles => Needs.Any(x => x.Relation is not Relation.Seen && x.Roles.Count < Enum.GetValues<Role>().Length);

    public static Delivery Of<TMessage>(int status) where TMessage : IMessage => new Delivery(status).Or<TMessage>();

    public Delivery Or<TMessage>() where TMessage : IMessage => this with { Messages = [.. Messages, typeof(TMessage)], Needs = [.. Needs, TMessage.Needs] };

    /// <summary>The problems that the route can answer, by status.</summary>
    public IEnumerable<int> Problems(bool hasBody) => IsUpload ? [400, 401, 403, 404, 409, 412, 413, 415, 422, 429, 460, 500] :
    [
        400, 401, 404, 406, .. IsWrite || IsOfSomeRoles ? [403] : Array.Empty<int>(), .. IsWrite ? [409, 422] : Array.Empty<int>(), .. hasBody ? [413, 415] : Array.Empty<int>(),
        .. IsChange ? [412, 428] : Array.Empty<int>(), .. Also, 429, 500,
    ];
}
