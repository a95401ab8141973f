namespace Interdiction.Tests.Architecture;

public sealed class SourceTests
{
    const int LongestFile = 250;

    static readonly string[] Folders = ["src", "tests", "deploy"];
    static readonly string[] Written = [".cs", ".razor", ".cshtml", ".css", ".js", ".ts", ".html", ".sh", ".json", ".md", ".props", ".csproj"];

    // In pieces, for this file is read too.
    static readonly string[] Postponed = ["TO" + "DO", "FIX" + "ME", "NotImplemented" + "Exception"];

    // Broken once by the first of the words in a comment of Refusal.cs.
    [Fact]
    public void Nothing_is_left_for_later()
    {
        var files = Folders.SelectMany(x => Product.Sources(x, Written)).ToList();
        Assert.True(files.Count > 200, "The sources were not found.");
        Assert.All(files, file => Assert.All(Postponed, word =>
            Assert.False(File.ReadAllText(file.FullName).Contains(word, StringComparison.Ordinal), $"{Product.PathOf(file)} holds {word}.")));
    }

    // Broken once by a file of 251 lines.
    [Fact]
    public void No_file_of_the_product_is_long()
    {
        var files = Product.Sources("src", ".cs", ".razor").ToList();
        Assert.True(files.Count > 150, "The sources were not found.");
        Assert.All(files, file => Assert.True(File.ReadLines(file.FullName).Count() <= LongestFile, $"{Product.PathOf(file)} is longer than {LongestFile} lines."));
    }
}
