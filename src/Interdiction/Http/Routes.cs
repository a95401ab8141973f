using Microsoft.AspNetCore.Http.Metadata;

namespace Interdiction.Http;

/// <summary>One line a route: the lambda makes a message of the request, <see cref="Deliver{TAnswer}"/> does the rest.</summary>
static class Routes
{
    extension(RouteGroupBuilder group)
    {
        /// <summary>Asks a query.</summary>
        public RouteHandlerBuilder Get<TAnswer>(string pattern, Delegate message) =>
            group.MapGet(pattern, message).Delivers<TAnswer>(message, new(StatusCodes.Status200OK));

        /// <summary>Sends a command that makes a record, whose address is told.</summary>
        /// <param name="address">Path of the record below the API's base, from its answer.</param>
        public RouteHandlerBuilder Create<TAnswer>(string pattern, Delegate message, Func<TAnswer, string> address) =>
            group.MapPost(pattern, message).Delivers<TAnswer>(message, new(StatusCodes.Status201Created, IsWrite: true), address);

        /// <summary>Sends a command.</summary>
        public RouteHandlerBuilder Post<TAnswer>(string pattern, Delegate message) =>
            group.MapPost(pattern, message).Delivers<TAnswer>(message, new(StatusCodes.Status200OK, IsWrite: true));

        /// <summary>Sends a command that writes a record anew.</summary>
        public RouteHandlerBuilder Put<TAnswer>(string pattern, Delegate message) =>
            group.MapPut(pattern, message).Delivers<TAnswer>(message, new(StatusCodes.Status200OK, IsWrite: true));
    }

    static RouteHandlerBuilder Delivers<TAnswer>(this RouteHandlerBuilder route, Delegate message, Delivery delivery, Func<TAnswer, string>? address = null)
    {
        route.AddEndpointFilter(new Deliver<TAnswer>(delivery with { KnownParameters = QueryParameters.Of(message) }, address));
        route.WithMetadata(delivery);
        route.Finally(endpoint =>
        {
            // The lambda answers a message; what travels is the message's answer.
            foreach (var inferred in endpoint.Metadata.OfType<IProducesResponseTypeMetadata>().ToList())
                endpoint.Metadata.Remove(inferred);
            var binary = typeof(TAnswer) == typeof(PdfFile);
            endpoint.Metadata.Add(new ProducesResponseTypeMetadata(delivery.Status, binary ? typeof(Stream) : typeof(TAnswer), [binary ? PdfFile.MediaType : "application/json"]));
        });
        return route;
    }
}

/// <summary>How a route delivers its message.</summary>
/// <param name="Status">Status of success.</param>
/// <param name="IsWrite">True for a command: it can be tried with validateOnly.</param>
sealed record Delivery(int Status, bool IsWrite = false)
{
    public IReadOnlySet<string> KnownParameters { get; init; } = new HashSet<string>();
}

/// <summary>A PDF file as an answer.</summary>
public sealed record PdfFile(byte[] Content, string Name)
{
    public const string MediaType = "application/pdf";
}
