using System.Text.RegularExpressions;

namespace Interdiction.Tests.Architecture;

/// <summary>What the pages on security say of files, tests and counts is so. Whether a status is true, people say.</summary>
public sealed partial class SecurityDocTests
{
    const string Security = "security.md";
    const string Asvs = "asvs.md";
    const string NoTest = "-";

    static readonly string[] Statuses = ["met", "partly", "not met", "does not apply"];

    /// <summary>How many requirements of level 1 and 2 the chapters of ASVS 5.0.0 have, V1 to V17.</summary>
    static readonly int[] Chapters = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7];

    static readonly List<Row> Rows = [.. RowAt().Matches(Read(Asvs)).Select(x => new Row(x.Groups["id"].Value, x.Groups["about"].Value, x.Groups["status"].Value, x.Groups["where"].Value, x.Groups["test"].Value))];

    // Broken once by `Http/Quotas.cs` in the place of V2.4.1, and by a link to operation.md.
    [Theory]
    [InlineData(Security, 50)]
    [InlineData(Asvs, 180)]
    public void Every_file_that_is_named_is_there(string page, int atLeast)
    {
        var text = Read(page);
        List<string> named = [.. FileAt().Matches(text).Select(x => x.Groups[1].Value)];
        Assert.True(named.Count >= atLeast, $"Only {named.Count} files were found on {page}.");
        Assert.All(named.Distinct(), x => Assert.True(Exists(x) || Exists(Path.Combine("src", "Interdiction", x)), $"{page} names {x}, and there is no such file."));
        List<string> linked = [.. LinkAt().Matches(text).Select(x => x.Groups[1].Value)];
        Assert.NotEmpty(linked);
        Assert.All(linked, x => Assert.True(Exists(Path.Combine("docs", x)), $"{page} links to {x}, and there is no such page."));
    }

    // Broken once by `LimitsTests` in the row of V2.4.1, and by `Canaries`, which holds no test, among the promises.
    [Fact]
    public void Every_test_that_is_named_is_there()
    {
        var tests = Product.Sources("tests", ".cs").Select(x => File.ReadAllText(x.FullName)).Where(x => TestAt().IsMatch(x))
            .SelectMany(x => ClassAt().Matches(x)).Select(x => x.Groups[1].Value).ToHashSet();
        Assert.True(tests.Count > 60, "The tests were not found.");

        var promised = Read(Security).Split("\n## ").Single(x => x.StartsWith("Promises", StringComparison.Ordinal)).Split('\n').Where(x => x.StartsWith('|')).SelectMany(Names).ToList();
        Assert.True(promised.Count > 30, "The promises were not found.");
        Assert.All(promised, x => Assert.True(tests.Contains(x), $"{Security} promises by {x}, and there is no such test."));

        Assert.All(Rows.Where(x => x.Test != NoTest), row =>
        {
            Assert.NotEmpty(Names(row.Test));
            Assert.All(Names(row.Test), x => Assert.True(tests.Contains(x), $"{row.Id} names {x}, and there is no such test."));
        });
        Assert.True(Rows.Count(x => x.Test != NoTest) > 100, "Too few requirements are tested.");
    }

    // Broken once by a second V1.1.1, by the status "mostly", and by taking V17.3.2 away.
    [Fact]
    public void Every_requirement_stands_once_and_in_order_with_its_status()
    {
        Assert.Equal(Read(Asvs).Split('\n').Count(x => x.StartsWith("| V", StringComparison.Ordinal)), Rows.Count);
        Assert.Distinct(Rows.Select(x => x.Id));
        Assert.Equal(Rows.OrderBy(x => x.Number).Select(x => x.Id), Rows.Select(x => x.Id));
        Assert.Equal(Chapters, Rows.GroupBy(x => x.Number.Major).OrderBy(x => x.Key).Select(x => x.Count()));
        Assert.All(Rows, x => Assert.Contains(x.Status, Statuses));
    }

    // Broken once by 166 met in the text.
    [Fact]
    public void The_counts_in_the_text_are_those_of_the_table()
    {
        var said = CountsAt().Match(Read(Asvs));
        Assert.True(said.Success, $"{Asvs} does not say how many requirements are met.");
        Assert.Equal([Rows.Count, .. Statuses.Select(x => Rows.Count(row => row.Status == x))], said.Groups.Values.Skip(1).Select(x => int.Parse(x.Value, System.Globalization.CultureInfo.InvariantCulture)));
    }

    // Broken once by V7.5.2 partly, with a file and no word of what is missing.
    [Fact]
    public void What_is_missing_is_said_in_words_and_nothing_is_tested_that_is_not_there()
    {
        Assert.All(Rows.Where(x => x.Status != "met"), x => Assert.True(WordAt().Count(CodeAt().Replace(x.Where, "")) >= 2, $"{x.Id} is {x.Status}, and does not say why."));
        Assert.All(Rows, x => Assert.InRange(x.About.Split(' ').Length, 1, 9));
        Assert.All(Rows.Where(x => x.Status is "not met" or "does not apply"), x => Assert.Equal(NoTest, x.Test));
    }

    static string Read(string page) => File.ReadAllText(Path.Combine(Product.Root.FullName, "docs", page));

    static bool Exists(string path) => File.Exists(Path.Combine(Product.Root.FullName, path));

    static IEnumerable<string> Names(string cell) => CodeAt().Matches(cell).Select(x => x.Value.Trim('`'));

    sealed record Row(string Id, string About, string Status, string Where, string Test)
    {
        public Version Number { get; } = Version.Parse(Id[1..]);
    }

    [GeneratedRegex(@"^\| (?<id>V(?:[1-9]|1[0-7])\.[1-9][0-9]?\.[1-9][0-9]?) \| (?<about>[^|]+) \| (?<status>[^|]+) \| (?<where>[^|]+) \| (?<test>[^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex RowAt();

    [GeneratedRegex(@"^Of ([0-9]+) requirements, ([0-9]+) met, ([0-9]+) partly, ([0-9]+) not met, ([0-9]+) does not apply\.$", RegexOptions.Multiline)]
    private static partial Regex CountsAt();

    [GeneratedRegex(@"`([A-Za-z0-9./_-]+\.(?:cs|razor|js|css|md|txt|json|props|sh))`")]
    private static partial Regex FileAt();

    [GeneratedRegex(@"\]\(([^)#]+\.md)")]
    private static partial Regex LinkAt();

    [GeneratedRegex("`[^`]+`")]
    private static partial Regex CodeAt();

    [GeneratedRegex("[a-z]{2,}")]
    private static partial Regex WordAt();

    [GeneratedRegex(@"\[(?:Postgres)?(?:Fact|Theory)\b|\[Property\b")]
    private static partial Regex TestAt();

    [GeneratedRegex(@"\bclass ([A-Z]\w+)")]
    private static partial Regex ClassAt();
}
