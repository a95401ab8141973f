using System.Text.Json.Serialization;

namespace Interdiction.Contracts;

/// <summary>The narrative of one revision of a boarding report in another language. It is never changed and never taken back; a better one is added.</summary>
public record NewTranslation
{
    [JsonPropertyOrder(-2)]
    public Guid? Id { get; init; }

    /// <summary>The revision that was translated, one that was submitted; the one that you are shown where absent.</summary>
    public int? Revision { get; init; }

    /// <summary>Language tag (BCP 47), such as en, zh-Hant or pt-BR. GET /reference/languages lists the languages.</summary>
    public string? Language { get; init; }

    /// <summary>Up to 100,000 characters, as the narrative.</summary>
    public string? Text { get; init; }
}

/// <summary>A translation as it was written. Whoever reads that revision of the report reads it.</summary>
public sealed record ShownTranslation : NewTranslation
{
    [JsonPropertyOrder(-1)]
    public required Guid BoardingId { get; init; }
    public required string BoardingNumber { get; init; }
    public required string TranslatedBy { get; init; }

    /// <summary>Partner of who translated it.</summary>
    public required string Partner { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset TranslatedAt { get; init; }
}
