using System.Text;
using Interdiction.Identity;

namespace Interdiction.Tests.Identity;

public sealed class TotpTests
{
    static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    // RFC 6238, appendix B: the last six of its eight digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Passwords_are_those_of_the_standard(long at, string password) =>
        Assert.Equal(password, Totp.Password(Key, DateTimeOffset.FromUnixTimeSeconds(at)));

    [Fact]
    public void A_password_of_a_neighbouring_step_is_taken_and_no_other()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_010);
        long? At(int seconds) => Totp.StepOf(Key, Totp.Password(Key, now.AddSeconds(seconds)), now);
        Assert.Equal(now.ToUnixTimeSeconds() / 30, At(0));
        Assert.Equal(At(0) - 1, At(-30));
        Assert.Equal(At(0) + 1, At(30));
        Assert.Null(At(-60));
        Assert.Null(At(60));
        Assert.Null(Totp.StepOf(Key, "", now));
    }

    // RFC 4648: the same key in base 32, as other implementations write it.
    [Fact]
    public void The_key_is_written_as_apps_read_it()
    {
        Assert.Equal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Totp.Text(Key));
        Assert.Equal("otpauth://totp/Interdiction:officer%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Interdiction", Totp.Address(Key, "officer@example.org"));
        Assert.Distinct(Enumerable.Range(0, 100).Select(_ => Totp.Text(Totp.NewKey())));
    }
}
