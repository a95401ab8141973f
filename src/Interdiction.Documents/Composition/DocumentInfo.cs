namespace Interdiction.Documents;

/// <summary>What a document says about itself, outside its pages.</summary>
/// <param name="Title">Shown by viewers in place of the file name.</param>
/// <param name="Created">When; passed in, so that the same input gives the same bytes.</param>
public sealed record DocumentInfo(string Title, DateTimeOffset Created)
{
    public string Author { get; init; } = "";

    public string Subject { get; init; } = "";

    /// <summary>BCP 47 tag of the language most of the text is in.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The program that composed the document.</summary>
    public string Creator { get; init; } = "Interdiction";

    /// <summary>Files that travel in it.</summary>
    public IReadOnlyList<EmbeddedFile> Files { get; init; } = [];
}
