using System.Globalization;
using Interdiction.Contracts.Reference;
using Xunit;

namespace Interdiction.Contracts.Tests.Reference;

public sealed class ConversionTests
{
    [Theory]
    [InlineData("500", "GRM", "KGM", "0.5")]
    [InlineData("2.5", "TNE", "KGM", "2500")]
    [InlineData("1", "LBR", "KGM", "0.45359237")]
    [InlineData("1", "KGM", "LBR", "2.204622622")]
    [InlineData("1", "STN", "KGM", "907.18474")]
    [InlineData("1", "LTN", "KGM", "1016.0469088")]
    [InlineData("1500", "LTR", "MTQ", "1.5")]
    [InlineData("12.500", "KGM", "KGM", "12.500")]
    [InlineData("3", "NIU", "NIU", "3")]
    public void An_amount_is_the_same_in_another_unit_of_its_dimension(string value, string from, string to, string expected) =>
        Assert.Equal(Number(expected), Of(value, from).In(to));

    [Theory]
    [InlineData("LTR", "KGM")]
    [InlineData("C62", "KGM")]
    [InlineData("NIU", "KGM")]
    [InlineData("NIU", "C62")]
    [InlineData("CEL", "KEL")]
    public void What_has_no_fixed_factor_between_is_not_converted(string from, string to) => Assert.Null(Of("1", from).In(to));

    [Fact]
    public void Every_amount_that_can_be_written_converts_between_all_masses()
    {
        var masses = ReferenceData.Units.Values.Where(x => x is { Dimension: "mass", FactorToSi: not null }).ToList();
        Assert.True(masses.Count > 10, "The units of mass were not found.");
        Assert.All(from one in masses from other in masses select (one, other), x => Assert.True(Of("999999999999999.999999999", x.one.Code).In(x.other.Code) >= 0));
    }

    static Quantity Of(string value, string unit) => new() { Value = Number(value), Unit = unit };

    static decimal Number(string value) => decimal.Parse(value, CultureInfo.InvariantCulture);
}
