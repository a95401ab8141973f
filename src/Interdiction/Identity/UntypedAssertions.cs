using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;
using static OpenIddict.Server.OpenIddictServerHandlers.Protection;

namespace Interdiction.Identity;

/// <summary>
/// Takes the signed assertions that clients make after RFC 7523, which asks for no type in the header; OpenIddict wants that of
/// its successor. Key, issuer, audience and time are checked all the same, and the keys sign nothing else that is sent here.
/// </summary>
sealed class UntypedAssertions : IOpenIddictServerHandler<ValidateTokenContext>
{
    const string Type = "client-authentication+jwt";

    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = OpenIddictServerHandlerDescriptor.CreateBuilder<ValidateTokenContext>()
        .UseSingletonHandler<UntypedAssertions>().SetOrder(ResolveTokenValidationParameters.Descriptor.Order + 500).Build();

    public ValueTask HandleAsync(ValidateTokenContext context)
    {
        if (context.ValidTokenTypes.SetEquals([TokenTypeIdentifiers.Private.ClientAssertion]))
        {
            var strict = context.TokenValidationParameters.TypeValidator;
            context.TokenValidationParameters.TypeValidator = (type, token, parameters) => strict(type is null or "" or "JWT" ? Type : type, token, parameters);
        }
        return ValueTask.CompletedTask;
    }
}
