using Xunit;

namespace Interdiction.Contracts.Tests.Validation;

public sealed class ScreeningRequestValidatorTests
{
    static readonly ScreeningRequestValidator validator = new();

    [Fact]
    public void Text_or_lines_will_do()
    {
        Assert.Empty(validator.Validate(new ScreeningRequest { Text = "rice" }).Errors);
        Assert.Empty(validator.Validate(new ScreeningRequest { Lines = [new() { Number = 1, Description = "rice" }] }).Errors);
    }

    [Fact]
    public void Both_or_neither_will_not()
    {
        Assert.Equal(RuleCodes.Required, validator.Validate(new ScreeningRequest()).Errors.Single().ErrorCode);
        Assert.Equal(RuleCodes.Form, validator.Validate(new ScreeningRequest { Text = "x", Lines = [new()] }).Errors.Single().ErrorCode);
    }
}
