namespace Interdiction.Tests.Access;

/// <summary>A server for one harness: its many records stand in nobody's way, and nobody's in its.</summary>
public sealed class OwnServer : IAsyncLifetime
{
    public Server Server { get; } = new();

    public ValueTask InitializeAsync() => Server.InitializeAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    internal Task<HttpClient> As(Principal who) => Server.As(who.Client);
}
