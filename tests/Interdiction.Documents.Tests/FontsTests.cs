namespace Interdiction.Documents.Tests;

public class FontsTests
{
    [Fact]
    public void Self_test_subsets_a_face() => Fonts.SelfTest();

    [Fact]
    public void The_licence_stands_beside_the_typefaces()
    {
        var resources = typeof(Fonts).Assembly.GetManifestResourceNames();
        Assert.Contains("Fonts/NotoSans-Regular.ttf", resources);
        Assert.Contains("Fonts/OFL.txt", resources);
    }

    [Fact]
    public void A_document_embeds_subsets_only()
    {
        var rendered = Rendered.Content(c => c.Text("漢字"));
        var (_, fonts) = rendered.Run("pdffonts", "{file}");
        Assert.Matches(@"[A-Z]{6}\+NotoSansJP-Regular\s+CID TrueType\s+Identity-H\s+yes yes yes", fonts);
        Assert.True(rendered.Bytes.Length < 20_000);
    }
}
