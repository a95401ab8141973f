using Interdiction.Kernel;

namespace Interdiction.Partners;

/// <summary>The partners that take part, as the database lists them when the server starts.</summary>
public sealed class PartnerRegister
{
    Dictionary<string, Partner> partners = [];

    public IReadOnlyCollection<string> Codes => partners.Keys;
    public IReadOnlyCollection<Partner> All => partners.Values;

    public bool Knows(string code) => partners.ContainsKey(code);

    public void Set(IEnumerable<Partner> all) => partners = all.OrderBy(x => x.Code, StringComparer.Ordinal).ToDictionary(x => x.Code);
}
