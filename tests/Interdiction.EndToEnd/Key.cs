using System.Text.Json;
using Microsoft.Playwright;

namespace Interdiction.Tests.EndToEnd;

/// <summary>An authenticator that Chromium plays (CDP, domain WebAuthn): it makes and shows passkeys as a device does.</summary>
sealed class Key : IAsyncDisposable
{
    readonly ICDPSession devtools;
    readonly string id;
    bool isPlugged = true;

    Key(ICDPSession devtools, string id) => (this.devtools, this.id) = (devtools, id);

    /// <param name="verifies">True where the device asks its owner for a PIN or a finger, and gets it.</param>
    public static async Task<Key> Plug(IPage page, bool verifies = true)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        var added = await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new
            {
                protocol = "ctap2",
                transport = "internal",
                hasResidentKey = true,
                hasUserVerification = true,
                isUserVerified = verifies,
                automaticPresenceSimulation = true,
            },
        });
        return new Key(devtools, added!.Value.GetProperty("authenticatorId").GetString()!);
    }

    public async Task<int> Count() => (await Credentials()).GetArrayLength();

    /// <summary>The passkey that it holds, as another device could be made to hold it.</summary>
    public async Task<JsonElement> Take() => (await Credentials())[0];

    public Task Put(JsonElement credential) => devtools.SendAsync("WebAuthn.addCredential", new() { ["authenticatorId"] = id, ["credential"] = credential });

    public async Task Unplug()
    {
        isPlugged = false;
        await devtools.SendAsync("WebAuthn.removeVirtualAuthenticator", new() { ["authenticatorId"] = id });
    }

    public async ValueTask DisposeAsync()
    {
        if (isPlugged)
            await Unplug();
    }

    async Task<JsonElement> Credentials() =>
        (await devtools.SendAsync("WebAuthn.getCredentials", new() { ["authenticatorId"] = id }))!.Value.GetProperty("credentials");
}
