using System.Text.Json;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Http;
using Interdiction.Kernel;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Notifications;

/// <summary>Writes one stream. Each notification is looked for as its reader would find it, at the moment at which it is sent.</summary>
sealed class EventWriter(HttpResponse response, IServiceScopeFactory scopes, Listener listener, TimeSpan heartbeat)
{
    /// <summary>Events around the last one that was seen come again: they may have been committed in another order than that of their ids.</summary>
    static readonly TimeSpan Around = TimeSpan.FromSeconds(10);

    /// <summary>Who missed more than this is told of the newest: each says no more than that the inbox is to be looked at.</summary>
    const int MostMissed = 200;

    public async Task Run(Guid? after, CancellationToken stop)
    {
        response.ContentType = EventStream.MediaType;
        // A proxy passes events on as they come.
        response.Headers["X-Accel-Buffering"] = "no";
        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await Write(": open\n\n", stop);
        if (after is { } last)
            await Missed(last, stop);
        while (true)
            if (await Waits(stop))
                await Tell(stop);
            else
                await Write(": alive\n\n", stop);
    }

    /// <returns>False where nothing came for as long as a heart beats.</returns>
    async Task<bool> Waits(CancellationToken stop)
    {
        using var beat = CancellationTokenSource.CreateLinkedTokenSource(stop);
        beat.CancelAfter(heartbeat);
        try
        {
            return await listener.Waiting.WaitToReadAsync(beat.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return false;
        }
    }

    Task Tell(CancellationToken stop)
    {
        var ids = new List<Guid>();
        while (listener.Waiting.TryRead(out var id))
            ids.Add(id);
        return Send(x => x.Where(y => ids.Contains(y.Id)), stop);
    }

    Task Missed(Guid last, CancellationToken stop)
    {
        var since = TimeOf(last) - Around;
        return Send(x => x.Where(y => y.At >= since && y.Id != last), stop);
    }

    async Task Send(Func<IQueryable<Notification>, IQueryable<Notification>> which, CancellationToken stop)
    {
        foreach (var it in await Readable(which, stop))
            await Write($"id: {it.Id}\nevent: notification\ndata: {JsonSerializer.Serialize(new NotificationEvent(it.Id, it.Kind), Json.Compact)}\n\n", stop);
    }

    async Task<List<Notification>> Readable(Func<IQueryable<Notification>, IQueryable<Notification>> which, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (db, account) = (services.GetRequiredService<InterdictionDb>(), listener.Account);
        // Suspended or given other duties a moment ago: nothing more is said, and the stream ends.
        if (!await db.Accounts.AnyAsync(x => x.Id == account.Id && x.Version == account.Version && x.SuspendedAt == null, stop))
        {
            listener.End();
            return [];
        }
        services.GetRequiredService<Caller>().Become(account);
        await using var transaction = await db.Begin(stop);
        var found = await which(services.GetRequiredService<Inbox>().Everything).AsNoTracking().OrderByDescending(x => x.At).ThenByDescending(x => x.Id).Take(MostMissed).ToListAsync(stop);
        found.Reverse();
        return found;
    }

    async Task Write(string text, CancellationToken stop)
    {
        await response.WriteAsync(text, stop);
        await response.Body.FlushAsync(stop);
    }

    /// <summary>The time in a UUID of version 7; long ago for any other.</summary>
    static DateTimeOffset TimeOf(Guid id)
    {
        var bytes = id.ToByteArray(bigEndian: true);
        var milliseconds = bytes[..6].Aggregate(0L, (time, part) => time << 8 | part);
        return id.Version == 7 && milliseconds < DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : DateTimeOffset.UnixEpoch;
    }
}
