using System.Text.Json;
using CsCheck;
using Interdiction.Contracts.Reference;
using Xunit;

namespace Interdiction.Contracts.Tests;

public sealed class ScreenerTests
{
    static IReadOnlyList<ScreeningMatch> Screen(string text) => Screener.Screen(new ScreeningRequest { Text = text }).Matches;

    static string[] Found(string text) => [.. Screen(text).Select(x => $"{Code<ControlList>.Of(x.List)} {x.Item} {x.Cas}")];

    [Fact]
    public void The_worked_case_gives_one_match_on_one_list()
    {
        var screening = Screener.Screen(Kaohsiung.Report.Manifest);
        var match = Assert.Single(screening.Matches);
        Assert.Equal(ControlLists.Version, screening.ListVersion);
        Assert.Equal((1, ControlList.AustraliaGroup, "47", "1314-80-3", "Phosphorus pentasulfide"), (match.Line!.Value, match.List, match.Item, match.Cas, match.Name));
        Assert.Equal("'phosphorous pentafulfide' differs by one letter from 'Phosphorus pentasulfide', the listed name.", match.Reason);
        Assert.InRange(match.Score, 0.9, 0.99);
    }

    [Theory]
    [InlineData("phosphorous pentafulfide")]
    [InlineData("Phosphorus pentasulphide")]
    [InlineData("PHOSPHOROUS PENTASULPHIDE, TECHNICAL")]
    [InlineData("phosphorus penta-sulfide")]
    [InlineData("phosphoruspentasulfide")]
    [InlineData("Phosphorpentasulfid")]
    [InlineData("phosforus pentasulfide")]
    [InlineData("phosphorus pentasufide")]
    [InlineData("phosphorus pentasulfied in drums")]
    [InlineData("158 BARRELS PHOSPHORUS PENTASULFITE")]
    [InlineData("diphosphorus pentasulfide")]
    [InlineData("P2S5 200 kg")]
    [InlineData("P₄S₁₀")]
    [InlineData("pentasulfide, phosphorus")]
    public void Phosphorus_pentasulfide_is_found_in_many_spellings(string text) => Assert.Equal(["australiaGroup 47 1314-80-3"], Found(text));

    [Theory]
    [InlineData("steel pipes and spare parts")]
    [InlineData("aluminium powder")]
    [InlineData("aluminium hydroxide compound")]
    [InlineData("general cargo")]
    [InlineData("commodities in transit")]
    [InlineData("barrels")]
    [InlineData("rice in bags")]
    [InlineData("RICE IN BAGS")]
    [InlineData("machine parts")]
    [InlineData("diesel fuel")]
    [InlineData("vinegar")]
    [InlineData("CEYLON TEA IN CHESTS")]
    [InlineData("TEA")]
    [InlineData("TEA 40 BAGS")]
    [InlineData("DEEP FREEZERS")]
    [InlineData("AC MOTORS AND DC MOTORS")]
    [InlineData("HD TELEVISIONS, 64 GB TABLETS")]
    [InlineData("HF RADIO SETS")]
    [InlineData("64 GB")]
    [InlineData("gb")]
    [InlineData("P2P NETWORK ROUTERS")]
    [InlineData("chemicals, AC units")]
    [InlineData("dichlor granules for swimming pools")]
    [InlineData("sodium ferrocyanide")]
    [InlineData("GB POUNDS")]
    [InlineData("vx")]
    [InlineData("polystyrene PS granules")]
    [InlineData("mustard seed")]
    [InlineData("petroleum ether")]
    [InlineData("methyl tert-butyl ether")]
    [InlineData("sodium chloride")]
    [InlineData("table salt")]
    [InlineData("sodium sulphate anhydrous")]
    [InlineData("sodium sulphite")]
    [InlineData("SODIUM CYANATE")]
    [InlineData("phosphorus pentoxide")]
    [InlineData("red phosphorus")]
    [InlineData("phosphoric acid 85%")]
    [InlineData("triethyl phosphate")]
    [InlineData("diethanolamine")]
    [InlineData("triethylamine")]
    [InlineData("dimethylformamide")]
    [InlineData("N,N-Dimethylaminoethanol")]
    [InlineData("benzoic acid")]
    [InlineData("sulfamic acid")]
    [InlineData("isopropanol (2-propanol)")]
    [InlineData("piperonyl butoxide")]
    [InlineData("methyl ethyl ketone peroxide")]
    [InlineData("huile de ricin")]
    [InlineData("chloromethane")]
    [InlineData("sarongs and saris")]
    [InlineData("women's shoes")]
    [InlineData("大米")]
    [InlineData("")]
    [InlineData("   ")]
    public void Ordinary_cargo_matches_nothing(string text) => Assert.Empty(Found(text));

    [Fact]
    public void Names_of_packages_ports_countries_and_units_match_nothing()
    {
        Assert.All(ReferenceData.PackageTypes.Values, x => Assert.Empty(Found(x.Name)));
        Assert.All(ReferenceData.Countries.Values, x => Assert.Empty(Found(x.Name)));
        Assert.All(ReferenceData.Units.Values, x => Assert.Empty(Found(x.Name)));
        Assert.All(ReferenceData.Ports.Values, x => Assert.Empty(Found(x.Name)));
    }

    [Fact]
    public void Every_name_of_every_listed_chemical_finds_it()
    {
        foreach (var chemical in ReferenceData.Chemicals.Values)
            foreach (var name in chemical.Synonyms.Where(x => !Abbreviations.Is(x)).Prepend(chemical.Name))
                foreach (var text in (string[])[name, name.ToUpperInvariant(), $"40 drums {name} net 200 kg"])
                    Assert.Contains(chemical.Cas, Screen(text).Select(x => x.Cas));
    }

    [Fact]
    public void The_whole_name_of_a_listed_chemical_finds_no_other_chemical()
    {
        foreach (var chemical in ReferenceData.Chemicals.Values)
            Assert.All(Screen(chemical.Name), x => Assert.Equal(chemical.Cas, x.Cas ?? chemical.Cas));
    }

    [Fact]
    public void No_neighbour_finds_a_listed_chemical() =>
        Assert.All(ReferenceData.Rows("uncontrolled_names", x => x.Text("name")), x => Assert.Empty(Found(x)));

    [Fact]
    public void One_slip_in_a_long_name_is_forgiven()
    {
        var names = ReferenceData.Chemicals.Values.Where(x => x.Name.Length >= 12 && x.Name.All(c => char.IsAsciiLetter(c) || c is ' ')).ToArray();
        Gen.Select(Gen.Int[0, names.Length - 1], Gen.Int[3, 10]).Sample((row, at) =>
            Screen(names[row].Name.Remove(at, 1)).Any(x => x.Cas == names[row].Cas || x.Score is 1), iter: 300, print: x => names[x.Item1].Name.Remove(x.Item2, 1));
    }

    [Theory]
    [InlineData("thionyl chloride", "australiaGroup 9 7719-09-7", "cwc 3B(14) 7719-09-7")]
    [InlineData("acide: tionyl chloride", "australiaGroup 9 7719-09-7", "cwc 3B(14) 7719-09-7")]
    [InlineData("phosphorus pentachloride", "australiaGroup 38 10026-13-8", "cwc 3B(7) 10026-13-8")]
    [InlineData("phosphorous tricloride", "australiaGroup 7 7719-12-2", "cwc 3B(6) 7719-12-2")]
    [InlineData("sodium sulphide flakes", "australiaGroup 50 1313-82-2")]
    [InlineData("ephedrine hydrochloride", "un1988 Table I 299-42-3")]
    [InlineData("Acid, sulphuric", "un1988 Table II 7664-93-9")]
    [InlineData("acétone", "un1988 Table II 67-64-1")]
    [InlineData("MEK 200 drums", "un1988 Table II 78-93-3")]
    [InlineData("ether", "un1988 Table II 60-29-7")]
    [InlineData("20 drums of ether", "un1988 Table II 60-29-7")]
    [InlineData("VX", "cwc 1A(3) 50782-69-9")]
    [InlineData("GB", "cwc 1A(1) 107-44-8")]
    [InlineData("lewisite", "cwc 1A(5) 541-25-3", "cwc 1A(5) 40334-69-8", "cwc 1A(5) 40334-70-1")]
    [InlineData("sassafras oil", "un1988 Table I 94-59-7")]
    [InlineData("HF acid", "australiaGroup 24 7664-39-3")]
    [InlineData("2-(N,N-Diisopropylamino)ethyl chloride", "australiaGroup 11 96-79-7", "cwc 2B(10) 96-79-7")]
    [InlineData("isopropyl methylphosphonofluoridate", "cwc 1A(1) 107-44-8")]
    [InlineData("nerve agent GB", "cwc 1A(1) 107-44-8")]
    [InlineData("dimethylamine hydrochlorid", "australiaGroup 20 506-59-2")]
    [InlineData("DMMP flame retardant", "australiaGroup 3 756-79-6", "cwc 2B(4) 756-79-6")]
    [InlineData("CAS 1314-80-3", "australiaGroup 47 1314-80-3")]
    [InlineData("goods, UN 1340, class 4.3", "australiaGroup 47 1314-80-3")]
    public void Listed_chemicals_are_found(string text, params string[] matches) => Assert.Equal(matches.Order(), Found(text).Order());

    [Fact]
    public void Several_chemicals_in_one_text_are_all_found() =>
        Assert.Equal(new HashSet<string?> { "67-64-1", "108-88-3", "7664-93-9" }, Screen("acetone, toluene and sulphuric acid").Select(x => x.Cas).ToHashSet());

    [Fact]
    public void A_cas_number_is_sure_and_a_un_number_less()
    {
        var cas = Screener.Screen([new ScreeningSubject(3, [], ["1314-80-3"], [])]).Matches.Single();
        var un = Screener.Screen([new ScreeningSubject(3, [], [], ["UN1340"])]).Matches.Single();
        Assert.Equal((3, 1.0), (cas.Line!.Value, cas.Score));
        Assert.InRange(un.Score, 0.1, 0.9);
    }

    [Fact]
    public void A_cas_number_with_a_wrong_check_digit_is_no_match() =>
        Assert.Empty(Screener.Screen([new ScreeningSubject(1, ["CAS 1314-80-4"], ["1314-80-4"], ["9999"])]).Matches);

    [Fact]
    public void A_shared_un_number_says_so()
    {
        var matches = Screener.Screen([new ScreeningSubject(1, [], [], ["1828"])]).Matches;
        Assert.Equal(4, matches.Count);
        Assert.All(matches, x => Assert.Contains("shared by Sulfur dichloride and Sulfur monochloride", x.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void Declared_and_found_give_one_match_the_surer_one()
    {
        var line = new ManifestLine { Number = 1, Declared = new() { Description = "phosphorus pentasulfid" }, Found = new() { Description = "powder", Cas = "1314-80-3", Un = "1340" } };
        Assert.Equal(1, Screener.Screen(new Manifest { Lines = [line] }).Matches.Single().Score);
    }

    [Theory]
    [InlineData("cyclohexyl methylphosphonofluoridate", ControlList.Cwc, "1A(1)")]
    [InlineData("some phosphonothiolates", ControlList.Cwc, "1A(3)")]
    [InlineData("dibutyl methylphosphonate", ControlList.Cwc, "2B(4)")]
    [InlineData("2-(dipropylamino)ethyl chloride", ControlList.Cwc, "2B(10)")]
    [InlineData("PMK isobutyl glycidate", ControlList.Un1988, "Table I")]
    public void A_word_of_a_family_is_a_possible_match(string text, ControlList list, string item)
    {
        var match = Assert.Single(Screen(text));
        Assert.Equal((list, item, null), (match.List, match.Item, match.Cas));
        Assert.Contains("possible match", match.Reason, StringComparison.Ordinal);
        Assert.Contains("never proof", match.Reason, StringComparison.Ordinal);
        Assert.InRange(match.Score, 0.1, 0.6);
    }

    [Theory]
    [InlineData("aminomethylphosphonic acid")]
    [InlineData("fonofos")]
    public void A_word_that_only_looks_like_a_family_is_none(string text) => Assert.Empty(Found(text));

    [Fact]
    public void Lines_keep_their_numbers_and_order()
    {
        var request = new ScreeningRequest { Lines = [new() { Number = 7, Description = "sarin" }, new() { Number = 2, Description = "rice" }, new() { Number = 3, Cas = "67-64-1" }] };
        Assert.Equal([7, 3], Screener.Screen(request).Matches.Select(x => x.Line!.Value));
    }

    [Fact]
    public void A_long_text_is_read_to_its_end()
    {
        var text = string.Join(' ', Enumerable.Repeat("spare parts for machines and general cargo", 1_000)) + " sodium cyanide";
        Assert.Equal(["australiaGroup 45 143-33-9"], Found(text));
    }

    [Fact]
    public void Ten_thousand_lines_are_one_call()
    {
        var lines = Enumerable.Range(1, 10_000).Select(x => new ScreeningLine { Number = x, Description = x % 100 is 0 ? "sodium cyanid" : $"steel pipes and spare parts for pump {x}, 40 cartons" });
        Assert.Equal(100, Screener.Screen(new ScreeningRequest { Lines = [.. lines] }).Matches.Count);
    }

    [Fact]
    public void A_reason_stays_short() =>
        Assert.InRange(Screen("sodium" + new string('.', 50_000) + "cyanide").Single().Reason.Length, 1, 300);

    [Fact]
    public void Any_text_can_be_screened() => Gen.String.Sample(text => Screen(text) is not null);

    [Fact]
    public void A_screening_travels()
    {
        var screening = Screener.Screen(Kaohsiung.Report.Manifest);
        var json = JsonSerializer.SerializeToElement(screening, Json.Options);
        Assert.Equal("australiaGroup", json.GetProperty("matches")[0].GetProperty("list").GetString());
    }
}
