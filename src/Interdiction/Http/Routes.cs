using Interdiction.Kernel;
using Microsoft.AspNetCore.Http.Metadata;

namespace Interdiction.Http;

/// <summary>One line a route: the lambda makes a message of the request, <see cref="Deliver{TAnswer}"/> does the rest.</summary>
static class Routes
{
    extension(RouteGroupBuilder group)
    {
        /// <summary>Asks a query.</summary>
        public RouteHandlerBuilder Get<TMessage, TAnswer>(string pattern, Delegate message) where TMessage : IQuery<TAnswer> =>
            group.MapGet(pattern, message).Delivers<TAnswer>(message, Delivery.Of<TMessage>(StatusCodes.Status200OK));

        /// <summary>Asks for a file.</summary>
        /// <param name="types">Media types in which it may come.</param>
        /// <param name="problems">Statuses of problems that a read does not have otherwise.</param>
        public RouteHandlerBuilder Get<TMessage, TAnswer>(string pattern, Delegate message, IReadOnlyList<string> types, params int[] problems)
            where TMessage : IQuery<TAnswer> where TAnswer : IServedFile =>
            group.MapGet(pattern, message).Delivers<TAnswer>(message, Delivery.Of<TMessage>(StatusCodes.Status200OK) with { Types = types, Also = problems });

        /// <summary>Sends a command that makes a record, whose address is told.</summary>
        /// <param name="address">Path of the record below the API's base, from its answer.</param>
        public RouteHandlerBuilder Create<TMessage, TAnswer>(string pattern, Delegate message, Func<TAnswer, string> address) where TMessage : ICommand<TAnswer>, ICreate =>
            group.MapPost(pattern, message).Delivers(message, Delivery.Of<TMessage>(StatusCodes.Status201Created), address);

        /// <summary>Sends a command.</summary>
        public RouteHandlerBuilder Post<TMessage, TAnswer>(string pattern, Delegate message) where TMessage : ICommand<TAnswer> =>
            group.MapPost(pattern, message).Delivers<TAnswer>(message, Delivery.Of<TMessage>(StatusCodes.Status200OK));

        /// <summary>Sends one command or another, as the body says.</summary>
        public RouteHandlerBuilder Post<TMessage, TOther, TAnswer>(string pattern, Delegate message) where TMessage : ICommand<TAnswer> where TOther : ICommand<TAnswer> =>
            group.MapPost(pattern, message).Delivers<TAnswer>(message, Delivery.Of<TMessage>(StatusCodes.Status200OK).Or<TOther>());

        /// <summary>Sends a command that writes a record anew.</summary>
        public RouteHandlerBuilder Put<TMessage, TAnswer>(string pattern, Delegate message) where TMessage : ICommand<TAnswer>, IIdempotent =>
            group.MapPut(pattern, message).Delivers<TAnswer>(message, Delivery.Of<TMessage>(StatusCodes.Status200OK));

        /// <summary>Sends a command that changes some fields of a record.</summary>
        public RouteHandlerBuilder Patch<TMessage, TAnswer>(string pattern, Delegate message) where TMessage : ICommand<TAnswer>, IIdempotent =>
            group.MapPatch(pattern, message).Delivers<TAnswer>(message, Delivery.Of<TMessage>(StatusCodes.Status200OK));

        /// <summary>Sends a command that takes something away and answers nothing.</summary>
        public RouteHandlerBuilder Delete<TMessage>(string pattern, Delegate message) where TMessage : ICommand<Nothing>, IIdempotent =>
            group.MapDelete(pattern, message).Delivers<Nothing>(message, Delivery.Of<TMessage>(StatusCodes.Status204NoContent));
    }

    static RouteHandlerBuilder Delivers<TAnswer>(this RouteHandlerBuilder route, Delegate message, Delivery delivery, Func<TAnswer, string>? address = null)
    {
        delivery = delivery with
        {
            Parameters = QueryParameters.Of(message),
            Types = typeof(TAnswer) == typeof(PdfFile) ? [PdfFile.MediaType] : typeof(TAnswer) == typeof(EventStream) ? [EventStream.MediaType] : delivery.Types,
        };
        route.AddEndpointFilter(new Deliver<TAnswer>(delivery, address));
        route.WithMetadata(delivery);
        route.Finally(endpoint =>
        {
            // The lambda answers a message; what travels is the message's answer.
            foreach (var inferred in endpoint.Metadata.OfType<IProducesResponseTypeMetadata>().ToList())
                endpoint.Metadata.Remove(inferred);
            if (typeof(TAnswer) == typeof(Nothing))
            {
                endpoint.Metadata.Add(new ProducesResponseTypeMetadata(delivery.Status, typeof(void)));
                return;
            }
            var isSent = typeof(TAnswer) == typeof(PdfFile) || typeof(TAnswer).IsAssignableTo(typeof(IResult));
            endpoint.Metadata.Add(new ProducesResponseTypeMetadata(delivery.Status, isSent ? typeof(Stream) : typeof(TAnswer), [.. delivery.Types]));
        });
        return route;
    }
}

/// <summary>An answer that goes on: it is sent when its message is done, and holds nothing of it.</summary>
public sealed record EventStream(Func<HttpContext, Task> Send) : IResult
{
    public const string MediaType = "text/event-stream";

    public Task ExecuteAsync(HttpContext httpContext) => Send(httpContext);
}

/// <summary>A file as an answer, which it writes itself.</summary>
public interface IServedFile : IResult
{
    string MediaType { get; }
}

/// <summary>A PDF file as an answer.</summary>
public sealed record PdfFile(byte[] Content, string Name)
{
    public const string MediaType = "application/pdf";
}
