using System.Collections.Frozen;
using Interdiction.Contracts.Identifiers;
using Interdiction.Contracts.Reference;

namespace Interdiction.Contracts;

/// <summary>
/// Compares cargo with the control lists: by CAS number, by UN number, by names in spite of slips, by words of listed
/// families. A match is a reason to look, never a verdict; no match is no proof of absence.
/// </summary>
public static class Screener
{
    static readonly Lazy<FrozenDictionary<string, Chemical[]>> byUn = new(() => ReferenceData.Chemicals.Values
        .Where(x => x.UnNumber is not null).GroupBy(x => x.UnNumber!).ToFrozenDictionary(x => x.Key, x => x.OrderBy(y => y.Name, StringComparer.Ordinal).ToArray()));

    /// <summary>Screens what an officer typed or pasted: a text, or lines.</summary>
    public static Screening Screen(ScreeningRequest request) =>
        Screen(request.Text is { } text ? [ScreeningSubject.Of(text)] : request.Lines.Select(ScreeningSubject.Of));

    /// <summary>Screens a manifest, declared and found together.</summary>
    public static Screening Screen(Manifest? manifest) => Screen((manifest?.Lines ?? []).Select(ScreeningSubject.Of));

    /// <summary>Screens goods; one match for each line, list, item and chemical, the surer one where there are several.</summary>
    public static Screening Screen(IEnumerable<ScreeningSubject> goods) => new(ControlLists.Version, [.. goods.SelectMany(Matches)]);

    static IEnumerable<ScreeningMatch> Matches(ScreeningSubject goods) => All(goods)
        .GroupBy(x => (x.List, x.Item, x.Cas)).Select(x => x.MaxBy(y => y.Score)!)
        .OrderByDescending(x => x.Score).ThenBy(x => x.List).ThenBy(x => x.Item, StringComparer.Ordinal).ThenBy(x => x.Cas, StringComparer.Ordinal);

    static IEnumerable<ScreeningMatch> All(ScreeningSubject goods)
    {
        var texts = goods.Texts.Where(x => !string.IsNullOrWhiteSpace(x)).Select(x => x!).Distinct(StringComparer.Ordinal).ToList();
        var cas = goods.Cas.Select(CasNumber.Normalize).Concat(texts.SelectMany(CasNumber.In)).OfType<string>().Distinct(StringComparer.Ordinal);
        var un = goods.Un.Select(UnNumber.Normalize).Concat(texts.SelectMany(UnNumber.In)).OfType<string>().Distinct(StringComparer.Ordinal);
        return cas.SelectMany(x => ByCas(goods.Line, x)).Concat(un.SelectMany(x => ByUn(goods.Line, x))).Concat(texts.SelectMany(x => ByText(goods.Line, new FoldedText(x))));
    }

    static IEnumerable<ScreeningMatch> ByCas(int? line, string cas) =>
        ReferenceData.Chemicals.TryGetValue(cas, out var chemical) ? Of(line, chemical, $"CAS number {cas} is that of {chemical.Name}.", 1) : [];

    static IEnumerable<ScreeningMatch> ByUn(int? line, string un)
    {
        if (!byUn.Value.TryGetValue(un, out var chemicals))
            return [];
        return chemicals.Length is 1
            ? Of(line, chemicals[0], $"UN {un} is the UN number of {chemicals[0].Name}.", 0.7)
            : chemicals.SelectMany(x => Of(line, x, $"UN {un} is shared by {string.Join(" and ", chemicals.Select(y => y.Name))}: it may be one or the other.", 0.6));
    }

    static List<ScreeningMatch> ByText(int? line, FoldedText text)
    {
        var families = FamilyTerms.Read(text).ToList();
        // A name that is off by more than a slip gives way to a word of a family that the text spells out.
        var names = NameReader.Read(text).Where(x => x.Edits < 2 || !families.Exists(y => x.First <= y.Last && y.First <= x.Last)).ToList();
        var matches = names.SelectMany(x => Of(line, x.Name.Chemical!, Reason(text, x), x.Score)).ToList();
        foreach (var (quote, name, chemical, score, first, last) in Abbreviations.Read(text))
            if (!names.Exists(x => x.First <= first && x.Last >= last) && !families.Exists(x => x.First <= first && x.Last >= last) && !NameReader.InNeighbour(text, first, last))
                matches.AddRange(Of(line, chemical, $"'{quote}' is an abbreviation of {chemical.Name} ({name}); it can mean other things.", score));
        // Within the name of a chemical that the same list names, the family says nothing more.
        foreach (var (quote, family, first, last) in families)
            if (!names.Exists(x => x.First <= last && first <= x.Last && x.Name.Chemical!.Entries().Any(y => y.List == family.List)))
                matches.Add(new(line, family.List, family.Item, null, family.Entry,
                    $"'{quote}' is a word of the family under {family.Item}: a possible match, to be looked at by a chemist. That a chemical has no line of its own is never proof that it is free.", 0.5));
        return matches;
    }

    static string Reason(FoldedText text, NameHit hit)
    {
        var (quote, name, chemical) = (text.Quote(hit.First, hit.Last), hit.Name.Text, hit.Name.Chemical!.Name);
        var of = name == chemical ? "the listed name" : $"a name of {chemical}";
        return hit.Edits is 0 ? $"'{quote}' is {of}." : $"'{quote}' differs by {(hit.Edits is 1 ? "one letter" : $"{hit.Edits} letters")} from '{name}', {of}.";
    }

    static IEnumerable<ScreeningMatch> Of(int? line, Chemical chemical, string reason, double score) =>
        chemical.Entries().Select(x => new ScreeningMatch(line, x.List, x.Item, chemical.Cas, chemical.Name, reason, score));
}
