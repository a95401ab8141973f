namespace Interdiction.Contracts;

/// <summary>Handling codes in words.</summary>
public static class Caveat
{
    /// <summary>The code alone: H3 of H3:text.</summary>
    public static string Code(string caveat) => caveat.Split(':', 2)[0];

    /// <summary>What it means; of H3 the originator's own words, where it gave some.</summary>
    public static string Meaning(string caveat) => caveat switch
    {
        "H0" => "for the prevention of crime only",
        "H1" => "not in court without the originator's permission",
        "H2" => "no onward release without the originator's permission",
        _ => caveat.Split(':', 2) is [_, var words] ? words.Trim() : "other, ask the originator",
    };
}
