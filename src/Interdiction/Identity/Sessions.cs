using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Identity;

/// <summary>The sessions of people who signed in. The server knows each: when one is ended, a copy of its cookie is good for nothing.</summary>
sealed class Sessions(InterdictionDb db, TimeProvider clock)
{
    const string Provider = "session";

    /// <summary>However often it is renewed, a session ends then.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>Begins a session; the properties go into its cookie. Sessions of the person that ended by age are forgotten.</summary>
    public async Task<AuthenticationProperties> Begin(Person person, CancellationToken stop)
    {
        var earliest = Text(clock.Now() - Longest);
        var old = await Of(person.Id).ToListAsync(stop);
        db.UserTokens.RemoveRange(old.Where(x => string.CompareOrdinal(x.Value, earliest) < 0));
        var id = clock.NewId().ToString();
        db.UserTokens.Add(new IdentityUserToken<Guid> { UserId = person.Id, LoginProvider = Provider, Name = id, Value = Text(clock.Now()) });
        await db.SaveChangesAsync(stop);
        return new AuthenticationProperties { Items = { [Provider] = id } };
    }

    public async Task<bool> IsOpen(Guid person, AuthenticationProperties properties) =>
        properties.Items.TryGetValue(Provider, out var id)
        && await Of(person).AsNoTracking().SingleOrDefaultAsync(x => x.Name == id) is { } session
        && string.CompareOrdinal(session.Value, Text(clock.Now() - Longest)) >= 0;

    public async Task End(AuthenticationProperties properties, CancellationToken stop)
    {
        if (!properties.Items.TryGetValue(Provider, out var id))
            return;
        db.UserTokens.RemoveRange(await db.UserTokens.Where(x => x.LoginProvider == Provider && x.Name == id).ToListAsync(stop));
        await db.SaveChangesAsync(stop);
    }

    IQueryable<IdentityUserToken<Guid>> Of(Guid person) => db.UserTokens.Where(x => x.UserId == person && x.LoginProvider == Provider);

    static string Text(DateTimeOffset at) => at.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
