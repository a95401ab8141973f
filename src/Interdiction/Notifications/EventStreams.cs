using System.Collections.Concurrent;
using System.Globalization;
using Interdiction.Data;
using Interdiction.Http;
using Interdiction.Identity;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.EntityFrameworkCore.Models;

namespace Interdiction.Notifications;

/// <summary>
/// The open streams of this server. While there is one, the database is asked once in a while for all of them together:
/// what was told, by whichever server, and whether everybody who listens may still. An idle stream holds neither
/// connection nor transaction.
/// </summary>
sealed class EventStreams(IServiceScopeFactory scopes, Settings settings, IHostApplicationLifetime life, TimeProvider clock, ILogger<EventStreams> log) : RepeatedJob(Pace, clock, log)
{
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    /// <summary>How long after its time something may still be committed, by a slow transaction or a server whose clock is behind.</summary>
    static readonly TimeSpan Late = TimeSpan.FromSeconds(60);

    readonly ConcurrentDictionary<Listener, bool> open = new();
    readonly Dictionary<Guid, DateTimeOffset> seen = [];
    readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Answers with a stream, until the client leaves, the caller's access ends or the server stops.</summary>
    public async Task Send(HttpContext context, Guid? after)
    {
        var services = context.RequestServices;
        var caller = services.GetRequiredService<Caller>();
        if (open.Keys.Count(x => x.Account.Id == caller.Id) >= settings.Events.Streams)
        {
            context.Response.Headers.RetryAfter = ((int)settings.Events.Heartbeat.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            await Problems.Write(context, StatusCodes.Status429TooManyRequests);
            return;
        }
        using var listener = await Open(context, caller, context.RequestAborted);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, life.ApplicationStopping, listener.Ended);
        try
        {
            await new EventWriter(context.Response, scopes, listener, settings.Events.Heartbeat).Run(after, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // It ended as streams end.
        }
        finally
        {
            open.TryRemove(listener, out _);
            // Whoever looks at this moment may hold it still.
            await turn.WaitAsync(CancellationToken.None);
            turn.Release();
        }
    }

    async Task<Listener> Open(HttpContext context, Caller caller, CancellationToken stop)
    {
        await turn.WaitAsync(stop);
        try
        {
            await using var scope = scopes.For(Job.EventStreams);
            var db = scope.ServiceProvider.GetRequiredService<InterdictionDb>();
            // What was committed before is no news to it, but to those who listen already.
            await Spread(db, stop);
            var account = await db.Accounts.AsNoTracking().SingleAsync(x => x.Id == caller.Id, stop);
            var listener = new Listener(account, caller.Session?.Id, Guid.TryParse(context.User.GetTokenId(), out var token) ? token : null, context.User.GetExpirationDate());
            open[listener] = true;
            return listener;
        }
        finally
        {
            turn.Release();
        }
    }

    internal override async Task Look(CancellationToken stop)
    {
        if (open.IsEmpty)
            return;
        await turn.WaitAsync(stop);
        try
        {
            await using var scope = scopes.For(Job.EventStreams);
            var db = scope.ServiceProvider.GetRequiredService<InterdictionDb>();
            await EndThoseOf(scope.ServiceProvider, db, stop);
            await Spread(db, stop);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Says to whom it may be for what was committed since this was asked last.</summary>
    async Task Spread(InterdictionDb db, CancellationToken stop)
    {
        var since = Clock.Now() - Late;
        await using var transaction = await db.Begin(stop);
        var found = await db.EveryNotification.AsNoTracking().Where(x => x.At >= since).OrderBy(x => x.At).ThenBy(x => x.Id).ToListAsync(stop);
        foreach (var old in seen.Where(x => x.Value < since).Select(x => x.Key).ToList())
            seen.Remove(old);
        foreach (var it in found.Where(x => seen.TryAdd(x.Id, x.At)))
            foreach (var listener in open.Keys.Where(x => it.IsFor(x.Account)))
                listener.Hear(it.Id);
    }

    /// <summary>Ends the streams of whoever was suspended, has other duties, signed out, or whose token is good for nothing any more.</summary>
    async Task EndThoseOf(IServiceProvider services, InterdictionDb db, CancellationToken stop)
    {
        var listeners = open.Keys.ToList();
        var (accounts, sessions, tokens) = (listeners.ConvertAll(x => x.Account.Id), listeners.ConvertAll(x => x.Session), listeners.ConvertAll(x => x.Token));
        var standing = await db.Accounts.AsNoTracking().Where(x => accounts.Contains(x.Id) && x.SuspendedAt == null).Select(x => new { x.Id, x.Version }).ToDictionaryAsync(x => x.Id, x => x.Version, stop);
        var signedIn = await services.GetRequiredService<Sessions>().AllOpen.Where(x => sessions.Contains(x.Id)).Select(x => x.Id).ToListAsync(stop);
        var valid = await db.Set<OpenIddictEntityFrameworkCoreToken<Guid>>().Where(x => tokens.Contains(x.Id) && x.Status == OpenIddictConstants.Statuses.Valid).Select(x => x.Id).ToListAsync(stop);
        foreach (var it in listeners)
            if (standing.GetValueOrDefault(it.Account.Id) != it.Account.Version || it.Session is { } session && !signedIn.Contains(session) || it.Token is { } token && !valid.Contains(token) || it.IsOver(Clock.Now()))
                it.End();
    }

    public override void Dispose()
    {
        turn.Dispose();
        base.Dispose();
    }
}
