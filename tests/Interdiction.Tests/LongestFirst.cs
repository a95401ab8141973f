using Interdiction.Tests;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace Interdiction.Tests;

/// <summary>What takes longest begins first, beside everything else, and not last, alone. The others come in any order.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    static readonly string[] Longest =
        [nameof(Access.CanaryCrawl), nameof(Access.PermissionEnumeration), nameof(Access.HiddenOrAbsentTests), nameof(Pipeline.KillTests), nameof(Fuzz.FuzzTests), nameof(Mailing.MailTests)];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : Xunit.Sdk.ITestCollection =>
        [.. DefaultTestCollectionOrderer.Instance.OrderTestCollections(testCollections).OrderBy(Place)];

    static int Place<TTestCollection>(TTestCollection collection)
        where TTestCollection : Xunit.Sdk.ITestCollection =>
        Array.FindIndex(Longest, x => collection.TestCollectionDisplayName.Contains($".{x}", StringComparison.Ordinal)) is >= 0 and var place ? place : Longest.Length;
}
