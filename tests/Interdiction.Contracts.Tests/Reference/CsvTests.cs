using Interdiction.Contracts.Reference;
using Xunit;

namespace Interdiction.Contracts.Tests.Reference;

public sealed class CsvTests
{
    [Fact]
    public void Quotes_commas_and_line_ends_are_read()
    {
        var rows = Csv.Read("a,b\r\n\"x, y\",\"he said \"\"no\"\"\"\r\n\"two\r\nlines\",\r\n").ToList();

        Assert.Equal("x, y", rows[0]["a"]);
        Assert.Equal("he said \"no\"", rows[0]["b"]);
        Assert.Equal("two\r\nlines", rows[1]["a"]);
        Assert.Null(rows[1]["b"]);
        Assert.Equal(2, rows.Count);
    }

    [Theory]
    [InlineData("a,b\n1,2\n3,4")]
    [InlineData("a,b\r\n1,2\r\n3,4\r\n")]
    public void The_last_line_end_may_be_missing(string text) => Assert.Equal(["2", "4"], Csv.Read(text).Select(x => x["b"]!));

    [Fact]
    public void A_row_of_another_length_is_an_error() => Assert.Throws<FormatException>(() => Csv.Read("a,b\n1\n").Count());

    [Fact]
    public void A_bar_separates_values() => Assert.Equal(["x", "y"], Csv.Read("a\nx|y\n").Single().List("a"));

    [Fact]
    public void An_empty_text_has_no_rows() => Assert.Empty(Csv.Read(""));
}
