using CsCheck;
using Interdiction.Contracts.Identifiers;
using Interdiction.Contracts.Reference;
using Xunit;

namespace Interdiction.Contracts.Tests.Identifiers;

public sealed class CheckDigitProperties
{
    [Fact]
    public void An_imo_check_digit_catches_each_change_of_it() =>
        Gen.Select(Gen.Int[100000, 999999], Gen.Int[1, 9]).Sample((body, shift) =>
        {
            var good = Good(body);
            return ImoNumber.Doubt($"{body}{(good[6] - '0' + shift) % 10}") is not null;
        });

    // Weights that share a factor with ten (6, 5, 4, 2) let some changes pass; that is a limit of the rule, not of the code.
    [Fact]
    public void An_imo_number_with_one_changed_digit_is_caught_where_the_weight_is_prime_to_ten() =>
        Gen.Select(Gen.Int[100000, 999999], Gen.Int[0, 1], Gen.Int[1, 9]).Sample((body, place, shift) =>
            ImoNumber.Doubt(Change(Good(body), place * 4, shift)) is not null);

    [Fact]
    public void A_cas_number_with_one_changed_digit_is_caught_where_the_weight_is_prime_to_ten()
    {
        var numbers = ReferenceData.Chemicals.Keys.ToArray();
        Gen.Select(Gen.Int[0, numbers.Length - 1], Gen.Int[0, 12], Gen.Int[1, 9]).Sample((row, index, shift) =>
        {
            var number = numbers[row];
            var at = index % number.Length;
            var weight = number[at..].Count(char.IsAsciiDigit) - 1;
            return number[at] is '-' || weight is not (0 or 1 or 3 or 7 or 9) || CasNumber.Doubt(Change(number, at, shift)) is not null;
        });
    }

    [Fact]
    public void Every_listed_cas_number_is_well_made() => Assert.All(ReferenceData.Chemicals.Keys, x => Assert.Null(CasNumber.Doubt(x)));

    [Fact]
    public void Every_listed_un_number_and_port_is_well_made()
    {
        Assert.All(ReferenceData.Chemicals.Values, x => Assert.Null(UnNumber.Doubt(x.UnNumber)));
        Assert.All(ReferenceData.Ports.Keys, x => Assert.Null(Unlocode.Doubt(x)));
        Assert.All(ReferenceData.HsCodes.Values.Where(x => x.Level > 2), x => Assert.Null(HsNumber.Doubt(x.Code)));
    }

    [Fact]
    public void No_call_sign_is_of_two_series() => Gen.Char['A', 'Z'].Array[1, 3].Select(x => new string(x)).Sample(letters =>
        Enumerable.Range(0, 10).All(x => new[] { letters, $"{letters[0]}{x}{letters[1..]}", $"{x}{letters}" }.All(y => ReferenceData.CallSigns.Count(z => z.Holds(y.PadRight(4, 'A'))) < 2)));

    [Fact]
    public void Every_flag_of_a_series_is_a_country() =>
        Assert.All(ReferenceData.CallSigns, x => Assert.All(x.Flags, y => Assert.True(ReferenceData.Countries.ContainsKey(y), y)));

    [Fact]
    public void No_text_makes_a_rule_throw() => Gen.String.Sample(text =>
    {
        _ = ImoNumber.Doubt(text) ?? Mmsi.Doubt(text) ?? Mmsi.FlagDoubt(text, text) ?? CasNumber.Doubt(text) ?? UnNumber.Doubt(text);
        _ = Unlocode.Doubt(text) ?? HsNumber.Doubt(text) ?? ContainerNumber.Doubt(text) ?? CallSign.Doubt(text) ?? CallSign.FlagDoubt(text, text);
        _ = EcNumber.Doubt(text) ?? LegalEntityIdentifier.Doubt(text) ?? Icao24.Doubt(text) ?? MachineReadableZone.Doubt(text);
    });

    static string Good(int body) => Enumerable.Range(0, 10).Select(x => $"{body}{x}").Single(x => ImoNumber.Doubt(x) is null);

    static string Change(string number, int at, int shift) => number[..at] + (number[at] - '0' + shift) % 10 + number[(at + 1)..];
}
