using System.Text.RegularExpressions;
using Interdiction.Contracts.Reference;

namespace Interdiction.Contracts.Identifiers;

/// <summary>
/// A language tag (BCP 47) in its usual spelling: a language of ISO 639-1, where it matters with its script (ISO 15924) and its
/// country (ISO 3166-1 alpha-2), such as es, zh-Hant or pt-BR.
/// </summary>
public static partial class LanguageTag
{
    public static bool IsKnown(string tag) => Form().Match(tag) is { Success: true } it && ReferenceData.Languages.ContainsKey(it.Groups["language"].Value)
        && (!it.Groups["country"].Success || ReferenceData.Alpha3.ContainsKey(it.Groups["country"].Value));

    /// <summary>The language in English, with the tag where that says more: Spanish, Chinese (zh-Hant).</summary>
    public static string Name(string tag) => ReferenceData.Languages.GetValueOrDefault(tag.Split('-')[0])?.Name is not { } name ? tag : tag.Contains('-', StringComparison.Ordinal) ? $"{name} ({tag})" : name;

    [GeneratedRegex(@"^(?<language>[a-z]{2})(-[A-Z][a-z]{3})?(-(?<country>[A-Z]{2}))?\z")]
    private static partial Regex Form();
}
