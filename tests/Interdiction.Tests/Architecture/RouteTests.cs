using Interdiction.Http;
using Interdiction.Kernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Interdiction.Tests.Architecture;

public sealed class RouteTests(Server server)
{
    /// <summary>What is served to whom has not signed in. A line more is a decision.</summary>
    static readonly string[] Anonymous =
    [
        "/connect/authorize",
        "/connect/authorize/continue",
        "/connect/end-session",
        "/connect/end-session/continue",
        "/connect/token",
        "/docs/",
        "/docs/problems",
        "/docs/problems/{code}",
        "/health/live",
        "/health/ready",
        "/invitations/{token}/",
        "/invitations/{token}/passkey",
        "/invitations/{token}/passkey/options",
        "/invitations/{token}/password",
        "/openapi/{documentName}.json",
        "/print-certificate.pem",
        "/sign-in",
        "/sign-in/code",
        "/sign-in/passkey",
        "/sign-in/passkey/options",
        "/sign-in/from/{partner}",
        "/sign-in/with/{partner}",
        "/sign-out",
    ];

    /// <summary>Pages of content: whom has not signed in they lead to the form, or show it.</summary>
    static readonly string[] LeadToSignIn =
    [
        "/", "/account", "/account/second-factor", "/administration", "/administration/clients", "/administration/clients/{id:guid}", "/administration/deputies", "/administration/teams",
        "/administration/teams/{id:guid}", "/administration/users/{id:guid}", "/boardings/{id:guid}", "/boardings/{id:guid}/revisions/{number:int}", "/cases", "/cases/{id:guid}",
        "/consent-requests", "/consent-requests/{id:guid}", "/destructions", "/destructions/{id:guid}", "/dispatches", "/dispatches/{id:guid}", "/notifications", "/search",
    ];

    /// <summary>Messages that background jobs send, and nobody else.</summary>
    static readonly string[] OfJobs = ["EndCase", "DestroyFiles", "EndConsentRequest", "OpenDuties", "Remind", "ClaimMail", "EndMail", "ExpireUpload", "RecordScan"];

    List<RouteEndpoint> Routes => [.. server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    // Broken once by an anonymous route that the list does not name.
    [Fact]
    public void Every_route_needs_a_caller_or_stands_on_the_list()
    {
        var open = Routes.Where(x => x.Metadata.GetMetadata<IAuthorizeData>() is null || x.Metadata.GetMetadata<IAllowAnonymous>() is not null);
        Assert.Equal(Anonymous.Concat(LeadToSignIn).Order(StringComparer.Ordinal), open.Select(x => "/" + x.RoutePattern.RawText!.TrimStart('/')).Distinct().Order(StringComparer.Ordinal));
    }

    // Broken once by a page of content without the filter that leads to the form.
    [Fact]
    public async Task A_page_of_content_shows_a_stranger_the_sign_in_form()
    {
        using var stranger = server.Anonymous();
        Assert.NotEmpty(LeadToSignIn);
        foreach (var path in LeadToSignIn)
        {
            var answer = await stranger.Get(path.Replace("{id:guid}", $"{Guid.CreateVersion7()}", StringComparison.Ordinal).Replace("{number:int}", "1", StringComparison.Ordinal));
            Assert.Contains("type=\"password\"", answer.Is(200).Text, StringComparison.Ordinal);
        }
    }

    // Broken once by a plain MapGet below the API.
    [Fact]
    public void Every_route_of_the_api_delivers_messages_with_their_permissions()
    {
        var routes = Routes.Where(x => x.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal)).ToList();
        Assert.True(routes.Count > 15, "The API was not found.");
        Assert.All(routes, route =>
        {
            var delivery = route.Metadata.GetMetadata<Delivery>();
            Assert.True(delivery is { Messages.Count: > 0 } && delivery.Needs.Count == delivery.Messages.Count, $"{route.RoutePattern.RawText} delivers no message.");
            Assert.All(delivery!.Needs, x => Assert.Contains(x, Permission.All));
        });
    }

    // Broken once by taking MapReference out of Program.cs.
    [Fact]
    public void Every_message_is_served_by_a_route()
    {
        var served = Routes.SelectMany(x => x.Metadata.GetMetadata<Delivery>()?.Messages ?? []).ToHashSet();
        Assert.NotEmpty(served);
        Assert.All(Product.Server.GetTypes().Where(x => x is { IsClass: true, IsAbstract: false } && x.IsAssignableTo(typeof(IMessage))),
            x => Assert.True(served.Contains(x) != OfJobs.Contains(x.Name), $"{x.Name} is served by a route, or else sent by a job."));
    }
}
