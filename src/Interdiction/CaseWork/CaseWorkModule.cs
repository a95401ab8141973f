using Interdiction.Contracts;
using Interdiction.Http;
using Interdiction.Kernel;
using Interdiction.Pipeline;

namespace Interdiction.CaseWork;

/// <summary>Talk and work between partners: comments and tasks in a case, each with a marking of its own.</summary>
static class CaseWorkModule
{
    public static void AddCaseWork(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<Owners>();
        builder.Services.AddHostedService<FollowAccepted>();
    }

    public static void MapCaseWork(this RouteGroupBuilder api)
    {
        var cases = api.MapGroup("/cases/{id:guid}").WithTags("Case work");
        cases.Get<ListComments, Page<ShownComment>>("/comments", (Guid id, string? limit, string? cursor, string? count) =>
            Parameters.Then(Parameters.Paging(limit, cursor, count), x => new ListComments(id, x)));
        cases.Create<AddComment, ShownComment>("/comments", (Guid id, NewComment body) => new AddComment(id, body), x => $"/comments/{x.Id}");
        cases.Get<ListCaseTasks, Page<ShownTask>>("/tasks", (Guid id, string? state, string? limit, string? cursor, string? count) =>
            Read(state, limit, cursor, count, (x, paging) => new ListCaseTasks(id, x, paging)));
        cases.Create<OpenTask, ShownTask>("/tasks", (Guid id, NewTask body) => new OpenTask(id, body), x => $"/tasks/{x.Id}");

        api.MapGroup("/comments").WithTags("Case work").Get<GetComment, ShownComment>("/{id:guid}", (Guid id) => new GetComment(id));
        var tasks = api.MapGroup("/tasks").WithTags("Case work");
        tasks.Get<ListTasks, Page<ShownTask>>("/", (string? state, string? owner, string? limit, string? cursor, string? count) =>
            Read(state, limit, cursor, count, (x, paging) => new ListTasks(x, owner, paging)));
        tasks.Get<GetTask, ShownTask>("/{id:guid}", (Guid id) => new GetTask(id));
        tasks.Patch<ChangeTask, ShownTask>("/{id:guid}", (Guid id, TaskChange body) => new ChangeTask(id, body));
    }

    static object Read(string? state, string? limit, string? cursor, string? count, Func<TaskState?, Paging, object> message) =>
        state is null ? Parameters.Then(Parameters.Paging(limit, cursor, count), x => message(null, x))
        : Code<TaskState>.TryRead(state, out var known) ? Parameters.Then(Parameters.Paging(limit, cursor, count), x => message(known, x))
        : Refusal.BadParameter("state", $"it is one of {Code<TaskState>.List}.");
}
