using System.Runtime.CompilerServices;

namespace Interdiction.Tests.Http;

public sealed class OpenApiTests(Server server)
{
    /// <summary>
    /// Every change of the contract is seen in the repository. To take a change over, run with INTERDICTION_WRITE_GOLDEN=1.
    /// </summary>
    [Fact]
    public async Task The_API_document_equals_the_one_in_the_repository()
    {
        using var anonymous = server.Anonymous();
        var served = (await anonymous.Get("/openapi/v1.json")).Is(200).Text.ReplaceLineEndings("\n") + "\n";
        var golden = Path.Combine(Here(), "..", "..", "..", "docs", "api", "openapi.json");
        if (Environment.GetEnvironmentVariable("INTERDICTION_WRITE_GOLDEN") == "1")
            await File.WriteAllTextAsync(golden, served, TestContext.Current.CancellationToken);
        Assert.Equal(await File.ReadAllTextAsync(golden, TestContext.Current.CancellationToken), served);
    }

    [Fact]
    public async Task What_is_answered_about_a_report_is_read_only_and_what_is_written_is_not()
    {
        using var anonymous = server.Anonymous();
        var schemas = (await anonymous.Get("/openapi/v1.json")).Is(200).Json["components"]!["schemas"]!.AsObject();
        var written = schemas["BoardingReport"]!["properties"]!.AsObject().Select(x => x.Key).ToHashSet();
        Assert.Contains("narrative", written);
        Assert.All(schemas["FiledReport"]!["properties"]!.AsObject(), x => Assert.Equal((x.Key, !written.Contains(x.Key)), (x.Key, (bool?)x.Value!["readOnly"] is true)));
        Assert.All(schemas, x => Assert.Null(x.Value!["readOnly"]));
    }

    static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
