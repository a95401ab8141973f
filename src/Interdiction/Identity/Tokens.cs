using Interdiction.Kernel;
using OpenIddict.Abstractions;

namespace Interdiction.Identity;

/// <summary>The tokens that were issued: ended at once when their account is, and forgotten when they ended long ago.</summary>
public sealed class Tokens(IOpenIddictTokenManager tokens, IOpenIddictAuthorizationManager authorizations, IOpenIddictApplicationManager clients, TimeProvider clock)
{
    /// <summary>Ends every token of a person or machine client, and what people let a client do for them.</summary>
    public async Task End(Account account, CancellationToken stop)
    {
        await tokens.RevokeBySubjectAsync(account.Id.ToString(), stop);
        await authorizations.RevokeBySubjectAsync(account.Id.ToString(), stop);
        if (await clients.FindByClientIdAsync(account.Login, stop) is { } client && await clients.GetIdAsync(client, stop) is { } id)
        {
            await tokens.RevokeByApplicationIdAsync(id, stop);
            await authorizations.RevokeByApplicationIdAsync(id, stop);
        }
    }

    /// <summary>Forgets those that are good for nothing and older than any that is good.</summary>
    public async Task Forget(CancellationToken stop)
    {
        var before = clock.GetUtcNow() - OpenIdServer.LongestRefresh - TimeSpan.FromDays(1);
        await tokens.PruneAsync(before, stop);
        await authorizations.PruneAsync(before, stop);
    }
}
