using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using Interdiction.Contracts;

namespace Interdiction.Reporting;

/// <summary>
/// What documents say in other languages, by what they say in English: the phrases of the product, from one file for each
/// language, and names of countries, from another.
/// </summary>
static class Phrases
{
    static readonly string[] Files = ["names", "phrases"];

    public static FrozenDictionary<string, string> Of(PaperLanguage language) =>
        language is PaperLanguage.En ? FrozenDictionary<string, string>.Empty
            : Files.SelectMany(x => Read($"Phrases/{x}.{Code<PaperLanguage>.Of(language)}.json")).ToFrozenDictionary(StringComparer.Ordinal);

    static Dictionary<string, string> Read(string name)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The resource {name} is missing.");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(file)!;
    }
}
