using Interdiction.Kernel;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Interdiction.Identity;

/// <summary>Lets a person in who proved who they are: begins a session, or refreshes the one that the person has here.</summary>
sealed class Entrance(SignInManager<Person> manager, Sessions sessions, TimeProvider clock)
{
    public async Task Open(Person person, IReadOnlyList<string> methods, CancellationToken stop)
    {
        var context = manager.Context;
        var present = (await context.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Principal;
        var own = manager.UserManager.GetUserId(present ?? new()) == person.Id.ToString() ? Proof.Read(present) : null;
        var session = own is not null && await sessions.IsOpen(person.Id, own.Session, stop) ? own.Session : await sessions.Begin(person.Id, context, stop);
        await manager.SignInWithClaimsAsync(person, new AuthenticationProperties(), new Proof(session, clock.Now(), methods).Claims);
    }
}
