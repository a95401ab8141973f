using System.Globalization;
using System.Security.Claims;
using Interdiction.Kernel;

namespace Interdiction.Identity;

/// <summary>How and when a person proved who they are, as the session cookie carries it.</summary>
/// <param name="Methods">Authentication methods of RFC 8176.</param>
sealed record Proof(Guid Session, DateTimeOffset At, IReadOnlyList<string> Methods)
{
    /// <summary>OpenID Connect's names of the claims.</summary>
    public const string TimeClaim = "auth_time";
    public const string MethodClaim = "amr";
    public const string SessionClaim = "sid";

    const string Several = "mfa";

    public static IReadOnlyList<string> ByPassword { get; } = ["pwd"];
    public static IReadOnlyList<string> ByPasswordAndCode { get; } = ["pwd", "otp", Several];

    /// <summary>A key, and the gesture or PIN by which its owner let it be used.</summary>
    public static IReadOnlyList<string> ByPasskey { get; } = ["hwk", "user", Several];

    /// <summary>True where two factors were shown.</summary>
    public bool IsComplete => Methods.Contains(Several);

    public CallingSession Calling => new(Session, At);

    public IEnumerable<Claim> Claims =>
    [
        new(SessionClaim, Session.ToString()),
        new(TimeClaim, At.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), ClaimValueTypes.Integer64),
        .. Methods.Select(x => new Claim(MethodClaim, x)),
    ];

    /// <returns>Null where it is no session cookie of this version.</returns>
    public static Proof? Read(ClaimsPrincipal? principal) =>
        principal is not null && Guid.TryParse(principal.FindFirstValue(SessionClaim), out var session) && TimeOf(principal) is { } at
            ? new Proof(session, at, [.. principal.FindAll(MethodClaim).Select(x => x.Value)])
            : null;

    /// <summary>When the person proved who they are, as a cookie or an application's token says it; null for a machine client.</summary>
    public static DateTimeOffset? TimeOf(ClaimsPrincipal principal) =>
        long.TryParse(principal.FindFirstValue(TimeClaim), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}
