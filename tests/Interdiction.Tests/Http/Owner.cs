using Interdiction.Identity;
using Interdiction.Kernel;
using Interdiction.Tests.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Interdiction.Tests.Http;

/// <summary>A person who is signed in, for operations on what only people have.</summary>
sealed class Owner
{
    const string Login = "auditor.sgp@demo.test";
    const string Password = "Demo-Interdiction-2003";

    Visitor? visitor;

    /// <summary>The person's session, with the anti-forgery token that its writes need.</summary>
    public async Task<HttpClient> Client(Server server)
    {
        if (visitor is null)
        {
            visitor = await SignIn(server);
            visitor.Http.DefaultRequestHeaders.Add(SessionCookie.AntiforgeryHeader, await visitor.Token());
            visitor.Http.DefaultRequestHeaders.Accept.Clear();
        }
        return visitor.Http;
    }

    /// <summary>Another session of the person, or a passkey.</summary>
    public static async Task<string> Record(Server server, Operation operation)
    {
        if (operation.Path.Contains("/sessions/", StringComparison.Ordinal))
        {
            using var elsewhere = await SignIn(server);
            return (string)(await elsewhere.Api(HttpMethod.Get, "me/sessions")).Is(200).Json["items"]!.AsArray().Single(x => (bool)x!["isThis"]!)!["id"]!;
        }
        await using var scope = server.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var id = Guid.CreateVersion7().ToByteArray();
        var passkey = new UserPasskeyInfo(id, [1], server.Clock.Now(), 0, [], true, false, false, [1], [1]) { Name = "Key" };
        Assert.True((await people.AddOrUpdatePasskeyAsync((await people.FindByEmailAsync(Login))!, passkey)).Succeeded);
        return System.Buffers.Text.Base64Url.EncodeToString(id);
    }

    static async Task<Visitor> SignIn(Server server)
    {
        var visitor = new Visitor(server);
        (await visitor.SignIn(Login, Password)).Is(302);
        return visitor;
    }
}
