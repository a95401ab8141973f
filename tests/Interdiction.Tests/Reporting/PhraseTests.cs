using System.Text.RegularExpressions;
using Interdiction.Contracts;
using Interdiction.Contracts.Reference;
using Interdiction.Reporting;
using Interdiction.Tests.Architecture;

namespace Interdiction.Tests.Reporting;

/// <summary>Whatever documents say, they say in each of their languages.</summary>
public sealed partial class PhraseTests
{
    public static readonly TheoryData<PaperLanguage> Others = [PaperLanguage.Fr, PaperLanguage.Es];

    [Theory, MemberData(nameof(Others))]
    public void Every_phrase_of_the_source_is_said(PaperLanguage language)
    {
        var said = Phrases.Of(language);
        var written = Directory.EnumerateFiles(Path.Combine(Product.Root.FullName, "src/Interdiction/Reporting"), "*.cs")
            .SelectMany(x => Written().Matches(File.ReadAllText(x))).SelectMany(x => x.Groups.Values.Skip(1).Where(g => g.Length > 0).Select(g => g.Value)).ToHashSet();
        Assert.True(written.Count > 150, "The phrases are found in the source.");
        Assert.Equal([], written.Where(x => !said.ContainsKey(x)));
    }

    [Theory, MemberData(nameof(Others))]
    public void Every_code_is_said(PaperLanguage language)
    {
        var (said, words) = (Phrases.Of(language), Wording.In(language));
        Assert.Equal([], Printed().Where(x => !said.ContainsKey(Wording.Spell(x.Name)) && !said.ContainsKey($"{x.Kind}.{x.Name}")));
        Assert.NotEqual(words.Of(CustodyState.Refused), words.Of(BoardingState.Returned));
        Assert.Equal([], ReferenceData.LegalBases.Values.Select(x => x.Title).Concat(ReferenceData.Countries.Values.Select(x => x.Name)).Concat(Named()).Where(x => !said.ContainsKey(x)));
    }

    [Theory, MemberData(nameof(Others))]
    public void Its_values_stand_in_each_phrase(PaperLanguage language)
    {
        foreach (var (english, words) in Phrases.Of(language))
        {
            Assert.False(string.IsNullOrWhiteSpace(words), english);
            Assert.Equal(Holes().Matches(english).Select(x => x.Value).Order(), Holes().Matches(words).Select(x => x.Value).Order());
        }
    }

    [Fact]
    public void Both_languages_say_the_same() => Assert.Equal(Phrases.Of(PaperLanguage.Fr).Keys.Order(StringComparer.Ordinal), Phrases.Of(PaperLanguage.Es).Keys.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(PaperLanguage.En, "7 August 2003, 02:00 UTC (local 10:00, +08:00)", "7 Aug 2003, 02:00")]
    [InlineData(PaperLanguage.Fr, "7 août 2003, 02:00 UTC (heure locale 10:00, +08:00)", "7 août 2003, 02:00")]
    [InlineData(PaperLanguage.Es, "7 de agosto de 2003, 02:00 UTC (hora local 10:00, +08:00)", "7 ago 2003, 02:00")]
    public void Times_are_said_as_the_language_has_them(PaperLanguage language, string time, string stamp)
    {
        var at = new DateTimeOffset(2003, 8, 7, 10, 0, 0, TimeSpan.FromHours(8));
        Assert.Equal((time, stamp), (Wording.In(language).Time(at, "+08:00"), Wording.In(language).Stamp(at)));
        Assert.EndsWith(language switch { PaperLanguage.En => "8 August 2003, 01:00, +08:00)", PaperLanguage.Fr => "8 août 2003, 01:00, +08:00)", PaperLanguage.Es => "8 de agosto de 2003, 01:00, +08:00)" }, Wording.In(language).Time(at.AddHours(15), "+08:00"), StringComparison.Ordinal);
    }

    static IEnumerable<(string Kind, string Name)> Printed() =>
        from kind in new[]
        {
            typeof(Mode), typeof(Zone), typeof(VesselType), typeof(NameSource), typeof(FlagConsent), typeof(MasterConsent), typeof(RoleAboard), typeof(Outcome), typeof(CheckCode), typeof(CheckResult), typeof(SealClass), typeof(SealState),
            typeof(CustodyType), typeof(CustodyState), typeof(BoardingState), typeof(BoardingMove), typeof(CaseStatus), typeof(Severity), typeof(Part),
        }
        from name in Enum.GetNames(kind)
        select (kind.Name, name);

    static readonly string[] Caveats = ["H0", "H1", "H2", "H3"];
    static readonly string[] Divisions = ["1", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "2.1", "2.2", "2.3", "3", "4.1", "4.2", "4.3", "5.1", "5.2", "6.1", "6.2", "7", "8", "9"];

    /// <summary>What of the contracts is said on paper in words.</summary>
    static IEnumerable<string> Named() =>
    [
        .. Caveats.Select(Caveat.Meaning),
        .. from division in Divisions
           from warning in Hazard.Of(new ManifestLine { Number = 1, Found = new Goods { HazardClass = division } }, null)!.Warnings
           select warning,
    ];

    // Keys, labels, heads and the arms of switches that name something.
    [GeneratedRegex("""(?:words\[|this\[|With\(|Section\(|Table\(|Imprint\(|(?<![A-Za-z>])\()"([A-Z0-9{ ,][^"]*)"|words\[[^"\]]* \? "([^"]+)" : "([^"]+)"|=> "([A-Za-z][^"]+)",""")]
    private static partial Regex Written();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Holes();
}
