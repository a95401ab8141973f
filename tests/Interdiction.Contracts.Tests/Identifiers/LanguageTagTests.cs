using Interdiction.Contracts.Identifiers;
using Xunit;

namespace Interdiction.Contracts.Tests.Identifiers;

public sealed class LanguageTagTests
{
    [Theory]
    [InlineData("en", "English")]
    [InlineData("ja", "Japanese")]
    [InlineData("zh-Hant", "Chinese (zh-Hant)")]
    [InlineData("pt-BR", "Portuguese (pt-BR)")]
    [InlineData("sr-Latn-RS", "Serbian (sr-Latn-RS)")]
    public void Known_languages(string tag, string name)
    {
        Assert.True(LanguageTag.IsKnown(tag));
        Assert.Equal(name, LanguageTag.Name(tag));
    }

    [Theory]
    [InlineData("")]
    [InlineData("xx")]
    [InlineData("EN")]
    [InlineData("eng")]
    [InlineData("en-gb")]
    [InlineData("pt-XX")]
    [InlineData("en-")]
    [InlineData("en\n")]
    [InlineData("en\" onload=\"x")]
    public void What_is_none(string tag) => Assert.False(LanguageTag.IsKnown(tag));
}
