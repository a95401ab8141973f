using CsCheck;
using Xunit;

namespace Interdiction.Contracts.Tests.Vessels;

public sealed class ShipNameTests
{
    [Theory]
    [InlineData("BE GAE HUNG", "Be Gaehung")]
    [InlineData("M/V OCEAN STAR", "Ocean-Star")]
    [InlineData("mv Étoile", "ETOILE")]
    [InlineData("ЮРИЙ ГАГАРИН", "Yuriy Gagarin")]
    [InlineData("Юрий Гагарин", "JURIJ GAGARIN")]
    [InlineData("Χρυσή", "KHRYSI")]
    [InlineData("배개흥", "BAE GAE HEUNG")]
    [InlineData("배개흥", "BE GAE HUNG")]
    [InlineData("Σάμος", "SAMOS")]
    [InlineData("ＳＴＡＲ ７", "Star 7")]
    [InlineData("مارينا", "MARINA")]
    [InlineData("النور", "AL NOOR")]
    [InlineData("شهاب ١٢", "SHHAB 12")]
    [InlineData("北極星", "北 極 星")]
    public void Spellings_of_one_name_fold_alike(string one, string other) => Assert.Equal(ShipName.Fold(other), ShipName.Fold(one));

    [Theory]
    [InlineData("البحار", "AL BAHAR")]
    [InlineData("BE GAE HUNG", "PE GAE HUNG")]
    [InlineData("OCEAN STAR", "OCEAN STAR 2")]
    [InlineData("Бэ Гэ Хун", "BE GAE HUNG")]
    public void Names_that_differ_a_little_are_alike(string one, string other) =>
        Assert.InRange(ShipName.Likeness(ShipName.Fold(one), ShipName.Fold(other)), ShipName.Alike(ShipName.Fold(one), ShipName.Fold(other)), 0.99);

    [Theory]
    [InlineData("OCEAN STAR", "PACIFIC DAWN")]
    [InlineData("BE GAE HUNG", "LIGHT")]
    [InlineData("", "LIGHT")]
    public void Other_names_are_not(string one, string other) => Assert.True(ShipName.Likeness(ShipName.Fold(one), ShipName.Fold(other)) < ShipName.Alike(ShipName.Fold(one), ShipName.Fold(other)));

    [Theory]
    [InlineData("Unknown")]
    [InlineData("no name")]
    [InlineData("N/A")]
    [InlineData("- -")]
    [InlineData(null)]
    public void What_is_no_name_says_nothing(string? name) => Assert.Empty(ShipName.Keys(ShipName.Fold(name)));

    // Broken by a key too few: names that share just enough of their trigrams are not found by each other then.
    [Fact]
    public void Whatever_is_alike_shares_a_key()
    {
        var met = 0;
        var letter = Gen.Int[0, 6].Select(x => "abenor "[x]);
        Gen.Select(letter.Array[1, 16], letter.Array[1, 16]).Sample((a, b) =>
        {
            var (one, other) = (ShipName.Fold(new string(a)), ShipName.Fold(new string(b)));
            if (ShipName.Likeness(one, other) < ShipName.Alike(one, other))
                return;
            met++;
            Assert.NotEmpty(ShipName.Keys(one).Intersect(ShipName.Keys(other)));
        }, iter: 100_000);
        Assert.True(met > 100, $"Only {met} pairs were alike.");
    }

    [Fact]
    public void Any_text_folds_to_itself_and_to_letters_that_can_be_stored() => Gen.String.Sample(text =>
    {
        var name = text.Length == 0 ? "x" : text;
        if (name.Any(char.IsSurrogate))
            return;
        var folded = ShipName.Fold(name);
        Assert.DoesNotContain(folded, x => !char.IsLetterOrDigit(x));
        Assert.All(ShipName.Keys(folded), x => Assert.Equal(3, x.Length));
    });

    [Theory]
    [InlineData("IMO 9074729", "9074729")]
    [InlineData("IMO9074729", "9074729")]
    [InlineData("907472", "907472")]
    [InlineData("0000000", null)]
    [InlineData("unknown", null)]
    [InlineData(null, null)]
    public void Identifiers_compare_without_their_dress(string? seen, string? compared) => Assert.Equal(compared, ShipMark.Imo(seen));
}
