using System.Threading.Channels;
using Interdiction.Kernel;

namespace Interdiction.Notifications;

/// <summary>One open stream: for whom it was opened, and what is to be looked at for it. It ends when the caller's access does.</summary>
sealed class Listener(Account account, Guid? session, Guid? token, DateTimeOffset? until) : IDisposable
{
    /// <summary>A client that reads no faster than this comes again with Last-Event-ID.</summary>
    const int Most = 1000;

    readonly CancellationTokenSource ended = new();
    readonly Channel<Guid> waiting = Channel.CreateBounded<Guid>(Most);

    public Account Account => account;
    public Guid? Session => session;
    public Guid? Token => token;
    public CancellationToken Ended => ended.Token;
    public ChannelReader<Guid> Waiting => waiting.Reader;

    /// <summary>True where the token that opened it is over.</summary>
    public bool IsOver(DateTimeOffset now) => until <= now;

    public void Hear(Guid notification)
    {
        if (!waiting.Writer.TryWrite(notification))
            End();
    }

    public void End() => ended.Cancel();

    public void Dispose() => ended.Dispose();
}
