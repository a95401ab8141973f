using FluentValidation;
using Interdiction.Kernel;
using MediatR;

namespace Interdiction.Pipeline;

/// <summary>What happens to every message, in this order.</summary>
static class PipelineModule
{
    public static void AddPipeline(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<ServiceFactory>(provider => provider.GetRequiredService!);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped<Messenger>();
        services.AddScoped<Caller>();
        services.AddScoped<Envelope>();
        services.AddSingleton<RunningCommands>();
        services.Scan(scan => scan.FromAssemblyOf<Caller>()
            .AddClasses(x => x.AssignableTo(typeof(IRequestHandler<,>)), publicOnly: false).AsImplementedInterfaces().WithScopedLifetime()
            .AddClasses(x => x.AssignableTo(typeof(INotificationHandler<>)), publicOnly: false).AsImplementedInterfaces().WithScopedLifetime()
            .AddClasses(x => x.AssignableTo(typeof(IValidator<>)), publicOnly: false)
                .As(x => x.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IValidator<>))).WithSingletonLifetime());

        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(OneAtATime<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Record<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Authorize<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Once<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Match<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Validate<,>));
    }
}
