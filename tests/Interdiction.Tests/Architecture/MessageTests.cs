using System.Reflection;
using Interdiction.Kernel;
using MediatR;

namespace Interdiction.Tests.Architecture;

public sealed class MessageTests
{
    static readonly List<Type> Messages = [.. Product.Server.GetTypes().Where(x => x is { IsClass: true, IsAbstract: false } && x.IsAssignableTo(typeof(IMessage)))];

    // Broken once by a second handler of GetMe.
    [Fact]
    public void Every_message_has_exactly_one_handler()
    {
        Assert.True(Messages.Count > 10, "Too few messages were found.");
        var handled = (from type in Product.Server.GetTypes()
                       where type is { IsClass: true, IsAbstract: false }
                       from contract in type.GetInterfaces()
                       where contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)
                       select contract.GetGenericArguments()[0]).ToLookup(x => x);
        Assert.All(Messages, message => Assert.Single(handled[message]));
        Assert.All(handled, x => Assert.Contains(x.Key, Messages));
    }

    // Broken once by taking PrintReports out of Permission.All.
    [Fact]
    public void Every_message_needs_a_permission_of_the_acting_table()
    {
        Assert.NotEmpty(Messages);
        Assert.All(Messages, message => Assert.Contains(NeedsOf(message), Permission.All));
    }

    // Broken once by taking PrintReports out of Permission.All.
    [Fact]
    public void The_acting_table_names_every_permission_once()
    {
        var declared = typeof(Permission).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(x => x.PropertyType == typeof(Permission)).Select(x => (Permission)x.GetValue(null)!).ToList();
        Assert.NotEmpty(declared);
        Assert.Equal(declared.Select(x => x.Name).Order(), Permission.All.Select(x => x.Name).Order());
        Assert.Distinct(Permission.All.Select(x => x.Name));
        // What a background job may, no role may.
        Assert.All(Permission.All, x => Assert.True(x.Roles.Count > 0 != x.Job is not null, x.Name));
    }

    // Broken once by taking reviewCases out of the page.
    [Fact]
    public void Every_permission_stands_in_the_documentation()
    {
        var page = File.ReadAllText(Path.Combine(Product.Root.FullName, "docs", "access.md"));
        Assert.NotEmpty(Permission.All);
        Assert.All(Permission.All, x => Assert.Contains($"`{x.Name}`", page, StringComparison.Ordinal));
    }

    static Permission NeedsOf(Type message) => (Permission)message.GetProperty(nameof(IMessage.Needs), BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
}
