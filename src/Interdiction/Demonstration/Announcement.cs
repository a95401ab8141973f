using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Interdiction.Demonstration;

/// <summary>Tells whoever started a demonstration where it is and how to get in.</summary>
sealed class Announcement(IServer server, IHostApplicationLifetime lifetime) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(Say);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    void Say()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        var accounts = from partner in DemonstrationSeed.Accounts.GroupBy(x => x.Partner)
                       select $"  {partner.Key}  {string.Join("  ", partner.Select(x => $"{x.Post}.{partner.Key.ToLowerInvariant()}@demo.test"))}";
        // In one piece, so that no line of the log gets between.
        Console.WriteLine($"""

            Interdiction runs at {address} with demonstration data. Press Ctrl+C to stop it.

              people           {DemonstrationSeed.Password} is the password of all of them
              machine clients  {DemonstrationSeed.Secret} is the secret of all of them, grant client_credentials, scope interdiction

            {string.Join('\n', accounts)}
              A machine client is called after the same post, such as demo-aus-officer.

            """);
    }
}
