using System.Xml.Linq;

namespace Interdiction.Http;

/// <summary>The sentences that the code says about its messages, for the people who read the API.</summary>
static class Summaries
{
    static readonly Lazy<Dictionary<string, string>> All = new(() =>
        XDocument.Load(Path.Combine(AppContext.BaseDirectory, "Interdiction.xml")).Descendants("member")
            .Where(x => x.Element("summary") is not null)
            .ToDictionary(x => (string)x.Attribute("name")!, x => string.Join(' ', x.Element("summary")!.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));

    public static string Of(Type type) => All.Value[$"T:{type.FullName}"];
}
