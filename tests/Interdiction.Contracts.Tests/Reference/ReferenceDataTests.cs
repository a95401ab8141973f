using System.Text.Json;
using Interdiction.Contracts.Reference;
using Xunit;

namespace Interdiction.Contracts.Tests.Reference;

public sealed class ReferenceDataTests
{
    [Fact]
    public void Every_table_has_its_rows()
    {
        Assert.Equal(249, ReferenceData.Countries.Count);
        Assert.Equal(183, ReferenceData.Languages.Count);
        Assert.Equal(292, ReferenceData.MaritimeIdentificationDigits.Count);
        Assert.Equal(72, ReferenceData.Units.Count);
        Assert.Equal(405, ReferenceData.PackageTypes.Count);
        Assert.Equal(659, ReferenceData.Ports.Count);
        Assert.Equal(32, ReferenceData.LegalBases.Count);
        Assert.Equal(11, ReferenceData.BoardingAgreements.Count);
        Assert.Empty(ReferenceData.SuaNotifications);
        Assert.Equal(23, ReferenceData.Duties.Count);
        Assert.Equal(167, ReferenceData.Chemicals.Count);
        Assert.Equal(19, ReferenceData.ChemicalFamilies.Count);
        Assert.Equal(113, ReferenceData.HsCodes.Count);
    }

    [Fact]
    public void The_coordination_cell_is_no_country() => Assert.False(ReferenceData.Countries.ContainsKey("XCC"));

    [Fact]
    public void Digits_can_stand_for_several_territories() =>
        Assert.Equal(["BES", "CUW", "SXM"], ReferenceData.MaritimeIdentificationDigits["306"].Order());

    [Fact]
    public void All_references_between_tables_hold()
    {
        Assert.All(ReferenceData.Mids, x => Assert.True(ReferenceData.Countries.ContainsKey(x.Alpha3)));
        Assert.All(ReferenceData.BoardingAgreements.Values, x => Assert.True(ReferenceData.Countries.ContainsKey(x.Flag) && ReferenceData.Countries.ContainsKey(x.Partner)));
        Assert.All(ReferenceData.Chemicals.Values, x => Assert.True(x.HsCode is null || ReferenceData.HsCodes.ContainsKey(x.HsCode)));
        Assert.All(ReferenceData.Ports.Values, x => Assert.True(Math.Abs(x.Latitude) <= 90 && Math.Abs(x.Longitude) <= 180));
    }

    [Fact]
    public void Until_a_legal_adviser_signs_no_row_is_verified()
    {
        Assert.All(ReferenceData.LegalBases.Values, x => Assert.Null(x.VerifiedBy));
        Assert.All(ReferenceData.BoardingAgreements.Values, x => Assert.Null(x.VerifiedBy));
    }

    [Fact]
    public void Political_commitments_give_no_power_and_never_stand_alone()
    {
        var rule = ReferenceData.LegalBases["PSI_PRINCIPLES"];
        Assert.False(rule.SoleBasisAllowed);
        Assert.False(rule.GivesBoarding);
        Assert.Empty(rule.Zones);
        Assert.Equal([Zone.InternalWaters, Zone.Port], ReferenceData.LegalBases["INTERNAL_PORT"].Zones);
    }

    [Fact]
    public void A_barrel_as_an_object_is_not_the_volume()
    {
        Assert.Equal("Barrel", ReferenceData.PackageTypes["BA"].Name);
        Assert.Equal(0.158987294928m, ReferenceData.Units["BLL"].FactorToSi);
        Assert.False(ReferenceData.Units.ContainsKey("BA"));
    }

    [Fact]
    public void The_list_version_names_a_day_and_a_hash() => Assert.Matches("^2026-11-24-[0-9a-f]{8}$", ControlLists.Version);

    [Theory]
    [InlineData("countries")]
    [InlineData("languages")]
    [InlineData("legal-bases")]
    [InlineData("boarding-agreements")]
    [InlineData("chemicals")]
    [InlineData("control-lists")]
    [InlineData("units")]
    [InlineData("package-types")]
    [InlineData("ports")]
    [InlineData("hs-codes")]
    public void Every_set_can_be_served(string name)
    {
        var set = ReferenceData.Sets[name];
        var json = JsonSerializer.SerializeToElement(set.Rows, Json.Options);
        Assert.NotEmpty(set.Rows);
        Assert.Equal(set.Rows.Count, json.GetArrayLength());
        Assert.NotEmpty(json[0].EnumerateObject());
        Assert.Matches("^[0-9a-f]{16}$", set.Hash);
    }

    [Fact]
    public void Codes_of_a_set_are_written_by_name()
    {
        var json = JsonSerializer.SerializeToElement(ReferenceData.Sets["legal-bases"].Rows, Json.Options);
        var row = json.EnumerateArray().Single(x => x.GetProperty("code").GetString() == "SUA_8BIS_D");
        Assert.Equal("tacit", row.GetProperty("flagConsent").GetString());
        Assert.Equal("highSeas", row.GetProperty("zones")[0].GetString());
        Assert.Equal("no", row.GetProperty("givesSeizure").GetString());
    }

    [Fact]
    public void Another_row_gives_another_hash() =>
        Assert.NotEqual(new ReferenceSet("x", ["a"]).Hash, new ReferenceSet("x", ["b"]).Hash);
}
