using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Interdiction.Tests.Pipeline;

/// <summary>What the server did is known to it after it was stopped and started again.</summary>
public sealed class RestartTests
{
    [Fact]
    public async Task A_key_is_known_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("interdiction-test-").FullName;
        try
        {
            var (body, key) = (Documents.Report(), Guid.CreateVersion7().ToString());
            List<Answer> answers = [];
            for (var start = 0; start < 2; start++)
            {
                await using var station = new Station(folder);
                using var officer = await station.Officer();
                answers.Add((await officer.Send(HttpMethod.Post, "boardings", body, ("Idempotency-Key", key))).Is(201));
                if (start == 1)
                    answers.Add((await officer.Send(HttpMethod.Post, "boardings", body)).Is(200));
            }
            Assert.Single(answers.Select(x => x.Text).Distinct());
            Assert.Equal([false, true, true], answers.Select(x => x.Headers.Contains("Idempotency-Replayed")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>One station, with its data in a folder that outlives it.</summary>
    sealed class Station(string folder) : WebApplicationFactory<Program>
    {
        public async Task<HttpClient> Officer()
        {
            UseKestrel(0);
            StartServer();
            using var probe = CreateClient();
            var client = new HttpClient { BaseAddress = probe.BaseAddress };
            using var answer = await client.PostAsync("/connect/token", new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials", ["client_id"] = "demo-aus-officer", ["client_secret"] = "demo-secret", ["scope"] = "interdiction",
            }));
            var token = (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["access_token"]!;
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            return client;
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development");
            builder.UseSetting("Interdiction:Data", folder);
            builder.UseSetting("Interdiction:Demo", "true");
        }
    }
}
