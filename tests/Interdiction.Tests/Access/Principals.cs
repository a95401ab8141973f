namespace Interdiction.Tests.Access;

/// <summary>Classification and clearance, lowest first.</summary>
enum Level { Unclassified, Restricted, Confidential, Secret }

enum Post { Officer, Officer2, Coordinator, Coordinator2, Auditor, Liaison, Administrator }

/// <summary>Who asks: an account of the demonstration, as running.md lists them.</summary>
sealed record Principal(string Partner, Post Post)
{
    public const string Cell = "XCC";

    public static readonly string[] Nations = ["AUS", "FRA", "JPN", "SGP", "USA"];
    public static readonly string[] FlagStates = ["PAN", "LBR"];

    /// <summary>Partners with people who read content.</summary>
    public static readonly string[] Readers = [.. Nations, Cell];

    static readonly Post[] NationPosts = [Post.Officer, Post.Officer2, Post.Coordinator, Post.Coordinator2, Post.Auditor, Post.Administrator];
    static readonly Post[] FlagPosts = [Post.Liaison, Post.Administrator];
    static readonly Post[] CellPosts = [Post.Coordinator, Post.Coordinator2, Post.Auditor, Post.Administrator];

    public static IReadOnlyList<Principal> All { get; } = [.. Nations.Concat(FlagStates).Append(Cell).SelectMany(Of)];

    public static IEnumerable<Principal> Of(string partner) =>
        (partner == Cell ? CellPosts : FlagStates.Contains(partner) ? FlagPosts : NationPosts).Select(post => new Principal(partner, post));

    public Level? Clearance => Post switch
    {
        Post.Administrator => null,
        Post.Officer2 => Level.Restricted,
        Post.Officer or Post.Coordinator or Post.Coordinator2 or Post.Auditor or Post.Liaison => Level.Secret,
    };

    public bool IsOfficer => Post is Post.Officer or Post.Officer2;
    public bool IsCoordinator => Post is Post.Coordinator or Post.Coordinator2;
    public bool IsAuditor => Post is Post.Auditor;

    /// <summary>Name of the machine client, as the server's fixture takes it.</summary>
#pragma warning disable CA1308 // Client names are in lower case.
    public string Client => $"{Partner}-{Post}".ToLowerInvariant();
#pragma warning restore CA1308

    public override string ToString() => Client;
}
