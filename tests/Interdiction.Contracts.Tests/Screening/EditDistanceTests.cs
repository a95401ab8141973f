using CsCheck;
using Xunit;

namespace Interdiction.Contracts.Tests;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("pentasulfide", "pentasulfide", 0)]
    [InlineData("pentafulfide", "pentasulfide", 1)]
    [InlineData("pentasulfied", "pentasulfide", 1)]
    [InlineData("pentasulfid", "pentasulfide", 1)]
    [InlineData("pentasulffide", "pentasulfide", 1)]
    [InlineData("fulfide", "chloride", 4)]
    [InlineData("2piperidone", "4piperidone", 2)]
    [InlineData("piperidone", "4piperidone", 2)]
    public void Slips_are_counted(string a, string b, int edits) => Assert.Equal(edits, EditDistance.Within(a, b, 4));

    [Fact]
    public void Beyond_the_most_it_does_not_count_on() => Assert.Equal(3, EditDistance.Within("sodium", "potassium", 2));

    [Fact]
    public void The_distance_is_the_same_both_ways_and_no_more_than_asked() =>
        Gen.Select(Gen.String[Gen.Char["abc1"], 0, 12], Gen.String[Gen.Char["abc1"], 0, 12], Gen.Int[0, 5]).Sample((a, b, most) =>
            EditDistance.Within(a, b, most) == EditDistance.Within(b, a, most)
            && EditDistance.Within(a, b, most) <= most + 1
            && EditDistance.Within(a, b, most) == Math.Min(EditDistance.Within(a, b, 60), most + 1));
}
