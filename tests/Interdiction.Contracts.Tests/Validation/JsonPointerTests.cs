using Xunit;

namespace Interdiction.Contracts.Tests.Validation;

public sealed class JsonPointerTests
{
    [Theory]
    [InlineData("Manifest.Lines[0].Found.Cas", "/manifest/lines/0/found/cas")]
    [InlineData("Title", "/title")]
    [InlineData("LegalBases[12].Code", "/legalBases/12/code")]
    [InlineData("Marking.ReleasableTo[3]", "/marking/releasableTo/3")]
    [InlineData("Conveyance.Kind", "/conveyance/kind")]
    [InlineData("A/b~c", "/a~1b~0c")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void A_property_name_becomes_a_pointer(string? name, string pointer) => Assert.Equal(pointer, JsonPointer.FromPropertyName(name));
}
