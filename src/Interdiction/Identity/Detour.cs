using Interdiction.Pages;

namespace Interdiction.Identity;

/// <summary>
/// A step within this site on the way from one site to another. A browser that comes from elsewhere shows no same-site
/// cookie, and one that sent a form here is not let away: a page of ours that goes on by itself is neither.
/// </summary>
static class Detour
{
    /// <summary>True for a browser that was not on the way yet; programs need none.</summary>
    public static bool IsNeeded(HttpRequest request, string secondPath) => request.Headers.ContainsKey("Sec-Fetch-Site") && request.Path != secondPath;

    /// <param name="address">Path and query here.</param>
    public static IResult To(HttpContext context, string address)
    {
        context.Response.Headers["Refresh"] = $"0; url={address}";
        return Page.Of<ContinuePage>((nameof(ContinuePage.Address), address));
    }
}
