using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Identity;

/// <summary>The sessions of people who signed in. The server knows each: when one is ended, a copy of its cookie is good for nothing.</summary>
sealed class Sessions(InterdictionDb db, Settings settings, TimeProvider clock)
{
    // Use is written down this often and no more: reading a page is no reason to write to the database each time.
    static readonly TimeSpan Often = TimeSpan.FromMinutes(1);

    /// <summary>Begins a session. Those of the person that ended by age are forgotten.</summary>
    public async Task<Guid> Begin(Guid person, HttpContext context, CancellationToken stop)
    {
        var now = clock.Now();
        var (began, seen) = (now - settings.SessionLongest, now - settings.SessionIdle);
        await db.Sessions.Where(x => x.PersonId == person && (x.BeganAt < began || x.SeenAt < seen)).ExecuteDeleteAsync(stop);
        var session = new Session
        {
            Id = clock.NewId(),
            PersonId = person,
            BeganAt = now,
            SeenAt = now,
            Browser = Browsers.Name(context.Request.Headers.UserAgent.ToString()),
            Address = context.Connection.RemoteIpAddress?.ToString() ?? "",
        };
        db.Sessions.Add(session);
        await db.SaveChangesAsync(stop);
        return session.Id;
    }

    /// <summary>True where the session goes on; its use is written down.</summary>
    public async Task<bool> IsOpen(Guid person, Guid id, CancellationToken stop)
    {
        var now = clock.Now();
        if (await Open(person).AsNoTracking().SingleOrDefaultAsync(x => x.Id == id, stop) is not { } session)
            return false;
        if (now - session.SeenAt >= Often)
            await db.Sessions.Where(x => x.Id == id).ExecuteUpdateAsync(x => x.SetProperty(y => y.SeenAt, now), stop);
        return true;
    }

    /// <summary>The sessions of a person that go on.</summary>
    public IQueryable<Session> Open(Guid person) => AllOpen.Where(x => x.PersonId == person);

    /// <summary>The sessions that go on, of everybody.</summary>
    public IQueryable<Session> AllOpen
    {
        get
        {
            var (began, seen) = (clock.Now() - settings.SessionLongest, clock.Now() - settings.SessionIdle);
            return db.Sessions.Where(x => x.BeganAt >= began && x.SeenAt >= seen);
        }
    }

    public Task End(Guid id, CancellationToken stop) => db.Sessions.Where(x => x.Id == id).ExecuteDeleteAsync(stop);

    /// <summary>Ends the sessions of a person, but for one that may be kept.</summary>
    public Task EndAll(Guid person, Guid? kept, CancellationToken stop) => db.Sessions.Where(x => x.PersonId == person && x.Id != kept).ExecuteDeleteAsync(stop);
}
