using System.Runtime.CompilerServices;
using Xunit.Sdk;
using Xunit.v3;

namespace Interdiction.Tests;

/// <summary>A fact about PostgreSQL. On SQLite there is no such thing, and so no test: the gate runs all tests on both.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer(typeof(PostgresFacts))]
public sealed class PostgresFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1) : FactAttribute(file, line);

/// <summary>Finds the facts about PostgreSQL where there is a cluster.</summary>
public sealed class PostgresFacts : IXunitTestCaseDiscoverer
{
    public ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, IXunitTestMethod testMethod, IFactAttribute factAttribute) =>
        Server.Cluster is null ? new([]) : new FactDiscoverer().Discover(discoveryOptions, testMethod, factAttribute);
}
