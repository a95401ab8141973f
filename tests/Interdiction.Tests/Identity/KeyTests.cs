using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Interdiction.Identity;
using Interdiction.Tests.Pipeline;
using Microsoft.Extensions.DependencyInjection;

namespace Interdiction.Tests.Identity;

/// <summary>Keys lie encrypted on disk, and are followed by others without anybody noticing.</summary>
public sealed class KeyTests
{
    [Fact]
    public void What_is_encrypted_is_read_with_its_key_for_its_purpose_and_whole()
    {
        var (first, second) = (Key(), Key());
        var secret = new KeyEncryption(first).Encrypt([1, 2, 3], "purpose");
        Assert.Equal([1, 2, 3], new KeyEncryption(first).Decrypt(secret, "purpose"));
        // After a change of keys the older one still reads, and is known to be older.
        var both = new KeyEncryption($"{second}\n{first}\n");
        Assert.Equal([1, 2, 3], both.Decrypt(secret, "purpose"));
        Assert.True(both.IsOld(secret));
        Assert.False(both.IsOld(both.Encrypt([1], "purpose")));

        var other = Assert.Throws<InvalidOperationException>(() => new KeyEncryption(second).Decrypt(secret, "purpose"));
        Assert.Contains("below the one in Interdiction__Key", other.Message, StringComparison.Ordinal);
        Assert.Throws<AuthenticationTagMismatchException>(() => both.Decrypt(secret, "another purpose"));
        for (var at = 8; at < secret.Length; at++)
        {
            var altered = secret.ToArray();
            altered[at] ^= 1;
            Assert.Throws<AuthenticationTagMismatchException>(() => both.Decrypt(altered, "purpose"));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("a password")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA==")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void A_key_of_another_form_is_refused(string key) =>
        Assert.Contains("openssl rand -base64 32", Assert.Throws<InvalidOperationException>(() => new KeyEncryption(key)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task No_key_lies_open_on_the_disk()
    {
        await using var data = await StationData.Make();
        await using (var station = new Station(data))
            using (var officer = await station.Officer())
                (await officer.Get("me")).Is(200);
        var files = new DirectoryInfo(Path.Combine(data.Folder, "keys")).GetFiles();
        Assert.Contains(files, x => x.Name.StartsWith("token-signing-", StringComparison.Ordinal));
        Assert.Contains(files, x => x.Name.StartsWith("key-", StringComparison.Ordinal));
        Assert.All(files, file =>
        {
            var text = File.ReadAllText(file.FullName);
            Assert.DoesNotContain("PRIVATE KEY", text, StringComparison.Ordinal);
            Assert.DoesNotContain("masterKey", text, StringComparison.Ordinal);
            Assert.Throws<CryptographicException>(() => RSA.Create().ImportPkcs8PrivateKey(File.ReadAllBytes(file.FullName), out _));
        });
        var folder = new DirectoryInfo(Path.Combine(data.Folder, "keys"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, folder.UnixFileMode);
        // The operator's key on its own line, another before it: all is read, and the tokens' keys are encrypted anew.
        var operators = File.ReadAllText(Path.Combine(data.Folder, "operator.key"));
        var before = Signing(data);
        await using (var station = new Station(data, ("Interdiction:Key", $"{Key()}\n{operators}")))
            using (var officer = await station.Officer())
                (await officer.Get("me")).Is(200);
        Assert.NotEqual(before, Signing(data));
    }

    [Fact]
    public async Task A_signing_key_is_followed_by_another_that_is_published_first()
    {
        var clock = new ShiftedClock();
        await using var data = await StationData.Make();
        await using var station = new Station(data) { Clock = clock };
        using var officer = await station.Officer();
        var renewal = station.Services.GetRequiredService<RenewTokenKeys>();
        var first = KeyOf(officer);
        Assert.Equal([first], await Published(officer));

        await At(TokenKeys.Life + TimeSpan.FromHours(1));
        Assert.Equal(first, KeyOf(officer));
        var both = await Published(officer);
        Assert.Equal(2, both.Count);

        await At(TokenKeys.Life + TokenKeys.Ahead + TimeSpan.FromHours(2));
        var second = KeyOf(officer);
        Assert.NotEqual(first, second);
        Assert.Equal(both.Order(), (await Published(officer)).Order());

        await At(TokenKeys.Life + TokenKeys.Ahead + TokenKeys.After + TimeSpan.FromHours(3));
        Assert.Equal([second], await Published(officer));
        Assert.Equal(second, KeyOf(officer));

        async Task At(TimeSpan ahead)
        {
            clock.Ahead = ahead;
            await renewal.Look(TestContext.Current.CancellationToken);
            await Station.SignIn(officer);
            (await officer.Get("me")).Is(200);
        }
    }

    static string Key() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    static byte[] Signing(StationData data) => File.ReadAllBytes(Assert.Single(Directory.GetFiles(Path.Combine(data.Folder, "keys"), "token-signing-*")));

    static string KeyOf(HttpClient client)
    {
        var header = client.DefaultRequestHeaders.Authorization!.Parameter!.Split('.')[0];
        return (string)JsonNode.Parse(Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Decode(header))!["kid"]!;
    }

    static async Task<List<string>> Published(HttpClient client) =>
        [.. (await client.Get("/.well-known/jwks")).Is(200).Json["keys"]!.AsArray().Select(x => (string)x!["kid"]!)];
}
