namespace Interdiction.Identity;

/// <summary>Says in words with which browser a session was begun, as far as the browser tells.</summary>
static class Browsers
{
    // In this order: most of them also claim to be the ones below.
    static readonly (string Mark, string Name)[] Programs =
        [("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"), ("curl/", "curl")];

    static readonly (string Mark, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    public static string Name(string agent) => (Find(Programs, agent), Find(Systems, agent)) switch
    {
        (null, null) => "Unknown browser",
        (null, var system) => $"Unknown browser on {system}",
        (var program, null) => program,
        var (program, system) => $"{program} on {system}",
    };

    static string? Find((string Mark, string Name)[] marks, string agent) => marks.FirstOrDefault(x => agent.Contains(x.Mark, StringComparison.Ordinal)).Name;
}
