using CsCheck;
using Xunit;

namespace Interdiction.Contracts.Tests;

public sealed class NfcTests
{
    [Theory]
    [InlineData("e\u0301", "é")]
    [InlineData("é", "é")]
    [InlineData("A\u030A\u0301", "Ǻ")]
    [InlineData("a\u0323\u0302", "ậ")]
    [InlineData("a\u0302\u0323", "ậ")]
    [InlineData("\u212B", "Å")]
    [InlineData("\u0958", "\u0915\u093C")]
    [InlineData("\u1112\u1161\u11AB", "한")]
    [InlineData("か\u3099", "が")]
    [InlineData("\u0301", "\u0301")]
    [InlineData("Be Gaehung", "Be Gaehung")]
    [InlineData("🚢", "🚢")]
    public void Letters_and_their_marks_become_one(string text, string composed) => Assert.Equal(composed, Nfc.Compose(text));

    [Fact]
    public void Composing_is_done_once() => Texts.Sample(text => Nfc.Compose(Nfc.Compose(text)) == Nfc.Compose(text));

    [Fact]
    public void Decomposing_loses_nothing() => Texts.Sample(text => Nfc.Compose(Nfc.Decompose(text)) == Nfc.Compose(text));

    static readonly Gen<string> Texts = Gen.String[Gen.OneOf(Gen.Char['a', 'z'], Gen.Char['\u00C0', '\u024F'], Gen.Char['\u0300', '\u036F'], Gen.Char['\uAC00', '\uD7A3'], Gen.Char['\u0600', '\u06FF']), 0, 20];
}
