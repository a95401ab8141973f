using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Interdiction.Kernel;
using Interdiction.Pages;

namespace Interdiction.Http;

/// <summary>
/// Answers only so much in a minute: to an address where nobody is known, to each caller, to each partner. Nothing of it depends
/// on whether an account exists. Headers after draft-ietf-httpapi-ratelimit-headers.
/// </summary>
sealed class Limits(Quota quota, Settings settings)
{
    /// <summary>Where people and systems say who they are: counted by address before anything is looked at.</summary>
    static readonly PathString[] WhoAreYou = ["/sign-in", "/connect"];

    readonly LimitSettings limits = settings.Limits.In(settings);

    /// <summary>Before authentication: what tries to find out who somebody is.</summary>
    public Task BeforeKnown(HttpContext context, RequestDelegate next) =>
        SaysWho(context.Request) && IsOver(context, ("address", AddressOf(context), limits.Address)) ? Refuse(context) : next(context);

    /// <summary>After it: each caller and partner, and whoever is still nobody.</summary>
    public Task Known(HttpContext context, RequestDelegate next)
    {
        var caller = context.RequestServices.GetRequiredService<Caller>();
        var over = caller.IsKnown
            ? IsOver(context, ("caller", caller.Id.ToString(), limits.Caller), ("partner", caller.Partner, limits.Partner))
            : !SaysWho(context.Request) && !context.Request.Path.StartsWithSegments("/health") && IsOver(context, ("address", AddressOf(context), limits.Address));
        return over ? Refuse(context) : next(context);
    }

    bool IsOver(HttpContext context, params IEnumerable<(string Policy, string Who, int? Limit)> policies)
    {
        var (over, wait) = (false, 0);
        List<string> said = [], left = [];
        foreach (var (policy, who, limit) in policies)
        {
            if (limit is not { } most)
                continue;
            var (rest, seconds) = quota.Take($"{policy} {who}", most);
            said.Add(string.Create(CultureInfo.InvariantCulture, $"\"{policy}\";q={most};w={Quota.Seconds}"));
            left.Add(string.Create(CultureInfo.InvariantCulture, $"\"{policy}\";r={Math.Max(rest, 0)};t={seconds}"));
            (over, wait) = (over || rest < 0, seconds);
        }
        if (said.Count == 0)
            return false;
        context.Response.Headers["RateLimit-Policy"] = string.Join(", ", said);
        context.Response.Headers["RateLimit"] = string.Join(", ", left);
        if (over)
            context.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        return over;
    }

    static Task Refuse(HttpContext context) => Page.Explain(context, StatusCodes.Status429TooManyRequests);

    static bool SaysWho(HttpRequest request) => WhoAreYou.Any(x => request.Path.StartsWithSegments(x));

    /// <summary>An IPv6 subscriber has a network of 64 bits: it counts as one.</summary>
    static string AddressOf(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily is AddressFamily.InterNetworkV6 ? new IPAddress([.. address.GetAddressBytes().AsSpan(0, 8), .. new byte[8]]).ToString() : address.ToString();
    }
}
