using System.Net;
using System.Net.Sockets;

namespace Interdiction.Tests;

/// <summary>Ports that nobody listens on, below those that outgoing connections are given.</summary>
static class Ports
{
    public static int Free()
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 30_000);
            try
            {
                using var probe = new TcpListener(IPAddress.Loopback, port);
                probe.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken: another one.
            }
        }
    }
}
