namespace Interdiction.Documents;

/// <summary>What a file is to the document that it travels in (ISO 32000-2, 7.11.3, AFRelationship).</summary>
public enum FileRelationship
{
    /// <summary>The document was made from it.</summary>
    Source,

    /// <summary>What the document shows, for programs.</summary>
    Data,

    /// <summary>The same in another form.</summary>
    Alternative,

    /// <summary>What belongs with the document.</summary>
    Supplement,
}

/// <summary>A file that travels in a document, as an attachment that viewers list (ISO 32000-1, 7.11.4).</summary>
/// <param name="Name">Name of the file, different from those of the others.</param>
/// <param name="MediaType">Such as application/json.</param>
/// <param name="Content">Its bytes, kept as they are.</param>
/// <param name="Description">What it holds, for who sees it in a list.</param>
public sealed record EmbeddedFile(string Name, string MediaType, ReadOnlyMemory<byte> Content, string Description)
{
    public FileRelationship Relationship { get; init; } = FileRelationship.Data;
}
