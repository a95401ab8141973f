using CsCheck;
using Xunit;

namespace Interdiction.Contracts.Tests.Validation;

public sealed class JunkProperties
{
    static readonly string[] words = ["ALL", "XCC", "KGM", "BA", "INTERNAL_PORT", "H3:x", "1314-80-3", "UN1828", "TEA", ""];
    static readonly Gen<string?> text = Gen.OneOf(Gen.String.Select(x => (string?)x), Gen.Int[0, words.Length].Select(x => x < words.Length ? words[x] : null));
    static readonly Gen<int?> number = Gen.OneOf(Gen.Int.Select(x => (int?)x), Gen.Int[-2, 3].Select(x => x is -2 ? (int?)null : x));
    static readonly Gen<double?> degrees = Gen.Select(Gen.Double, Gen.Bool).Select((x, none) => none ? (double?)null : x);
    static readonly Gen<DateTimeOffset?> time = Gen.Select(Gen.DateTimeOffset, Gen.Bool).Select((x, none) => none ? (DateTimeOffset?)null : x);

    static readonly Gen<Goods> goods = Gen.Select(text, text, text, number, text).Select((description, cas, un, count, type) =>
        new Goods { Description = description, Cas = cas, Un = un, Hs = un, Packages = new() { Count = count, Type = type }, Quantity = new() { Value = count, Unit = type } });

    static readonly Gen<BoardingReport> report = Gen.Select(
        Gen.Select(text, text, text, number, degrees),
        Gen.Select(time, time, Gen.Int[0, 3], Gen.Int[0, 6], Gen.Int[0, 7]),
        Gen.Select(number, goods, goods).Array[0, 4],
        Gen.Select(text, number).Array[0, 4]).Select((some, more, lines, exhibits) => new BoardingReport
        {
            Title = some.Item1,
            Narrative = some.Item2,
            LocalOffset = some.Item3,
            Place = new() { Latitude = some.Item5, Longitude = some.Item5, Unlocode = some.Item1, Zone = (Zone)more.Item4 },
            StartedAt = more.Item1,
            EndedAt = more.Item2,
            Outcome = (Outcome)more.Item5,
            Conveyance = more.Item3 switch
            {
                0 => new Conveyance(),
                1 => new Vessel { Imo = some.Item1, Mmsi = some.Item2, FlagClaimed = some.Item3, GrossTonnage = some.Item4, Owner = new() { Name = some.Item1, Country = some.Item2 } },
                2 => new Aircraft { Registration = some.Item1, StateOfRegistry = some.Item2 },
                _ => new Shipment { Containers = [some.Item1 ?? ""] },
            },
            Consent = new() { Flag = (FlagConsent)more.Item4, Master = MasterConsent.Refused },
            LegalBases = [new() { Code = some.Item1 }, new() { Code = "BILATERAL", Grounds = some.Item2 }],
            Persons = new() { CrewCount = some.Item4 },
            Marking = new() { ReleasableTo = [some.Item1 ?? "ALL"], Caveats = [some.Item2 ?? "H0"] },
            Manifest = new() { Lines = [.. lines.Select(x => new ManifestLine { Number = x.Item1, Declared = x.Item2, Found = x.Item3 })] },
            Seizures = [new() { Exhibits = [.. exhibits.Select(x => new Exhibit { Number = x.Item1, ManifestLine = x.Item2 })] }],
        });

    [Fact]
    public void No_report_makes_the_rules_throw()
    {
        var validator = new BoardingReportValidator(FixedClock.In2026);
        report.Sample(x =>
        {
            var errors = validator.Validate(x).Errors;
            _ = Completeness.Of(x);
            _ = Screener.Screen(x.Manifest);
            return errors.TrueForAll(e => JsonPointer.FromPropertyName(e.PropertyName).StartsWith('/'));
        }, iter: 500);
    }
}
