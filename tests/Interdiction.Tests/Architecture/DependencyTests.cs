using Interdiction.Boardings;
using Interdiction.Cases;
using Interdiction.Kernel;

namespace Interdiction.Tests.Architecture;

public sealed class DependencyTests
{
    static readonly string[] Outside = ["Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "Microsoft.Data", "Npgsql", "OpenIddict"];

    /// <summary>Files that may name MediatR: the kernel's messages and the pipeline.</summary>
    static readonly string[] NameMediatR =
    [
        "Kernel/Messages.cs", "Pipeline/Authorize.cs", "Pipeline/Match.cs", "Pipeline/Once.cs", "Pipeline/OneAtATime.cs",
        "Pipeline/PipelineModule.cs", "Pipeline/Record.cs", "Pipeline/Validate.cs",
    ];

    // Broken once each by a method of Caller that takes a Case, a lambda of Clock that names a DbContext, an async method of Messenger that names an HttpContext.
    [Fact]
    public void The_kernel_knows_no_module_no_database_and_no_web()
    {
        var kernel = Product.Types.Where(x => Product.NameOf(x).StartsWith("Interdiction.Kernel.", StringComparison.Ordinal)).ToList();
        Assert.True(kernel.Count > 15, "The kernel was not found.");
        Assert.All(kernel, type => Assert.DoesNotContain(Product.DependenciesOf(type),
            x => IsOutside(x) || x.StartsWith("Interdiction.", StringComparison.Ordinal)
                && !x.StartsWith("Interdiction.Kernel.", StringComparison.Ordinal) && !x.StartsWith("Interdiction.Contracts.", StringComparison.Ordinal)));
    }

    // Broken once by a handler in GetMe.cs that names MediatR.Unit.
    [Fact]
    public void MediatR_is_named_where_the_list_says_and_nowhere_else()
    {
        var naming = Product.Sources("src/Interdiction", ".cs").Where(x => File.ReadAllText(x.FullName).Contains("MediatR", StringComparison.Ordinal))
            .Select(x => Product.PathOf(x)["src/Interdiction/".Length..]);
        Assert.Equal(NameMediatR.Order(StringComparer.Ordinal), naming.Order(StringComparer.Ordinal));
    }

    // Broken once each by a lambda of Case that names StatusCodes and a method of BoardingRevision that takes a DbContext.
    [Fact]
    public void Aggregates_know_neither_database_nor_web()
    {
        var aggregates = Product.Server.GetTypes().Where(x => x is { IsClass: true, IsAbstract: false } && x.IsAssignableTo(typeof(Aggregate)))
            .Append(typeof(BoardingRevision)).Append(typeof(Participant)).ToList();
        Assert.Contains(typeof(Case), aggregates);
        Assert.Contains(typeof(Boarding), aggregates);
        Assert.All(aggregates, type => Assert.DoesNotContain(Product.DependenciesOf(Product.Find(type)),
            x => IsOutside(x) || x.StartsWith("Interdiction.Data.", StringComparison.Ordinal) || x.StartsWith("Interdiction.Http.", StringComparison.Ordinal)));
    }

    // Broken once by a lambda of GetCase's handler that makes the handler of ListCases.
    [Fact]
    public void A_slice_does_not_depend_on_another_slice()
    {
        var parts = Product.Types.Where(x => SliceOf(Product.NameOf(x)) is not null).ToList();
        Assert.True(parts.Count > 20, "The slices were not found.");
        Assert.All(parts, part => Assert.DoesNotContain(Product.DependenciesOf(part),
            x => SliceOf(x) is { } other && other != SliceOf(Product.NameOf(part))));
    }

    static bool IsOutside(string name) => Outside.Any(x => name.StartsWith(x, StringComparison.Ordinal));

    /// <summary>The message whose handler or validator, or a part of it, has this name.</summary>
    static string? SliceOf(string name) =>
        name.Split('+') is [var message, "Handler" or "Validator", ..] && Product.Server.GetType(message)?.IsAssignableTo(typeof(IMessage)) is true ? message : null;
}
