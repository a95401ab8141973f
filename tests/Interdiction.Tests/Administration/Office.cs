using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Interdiction.Tests.Administration;

/// <summary>What administrators do in tests, over HTTP.</summary>
static class Office
{
    public static (string, string) Anyhow => ("If-Match", "*");

    public static string[] Codes(params string[] codes) => codes;

    public static string Fresh(string what) => $"{what} {Guid.CreateVersion7():N}";

    extension(Server server)
    {
        /// <summary>Invites a person.</summary>
        public async Task<JsonNode> Invite(string partner, object? changes = null) =>
            (await (await server.As($"{partner}-administrator")).Post("admin/users", NewUser(changes))).Is(201).Json;

        /// <summary>Registers a system by a secret, as a demonstration may, and signs it in.</summary>
        public async Task<Machine> Register(string partner, string role = "officer", string? clearance = "secret")
        {
            var made = (await (await server.As($"{partner}-administrator")).Post("admin/clients", new { name = Fresh("System"), roles = new[] { role }, clearance })).Is(201).Json;
            var token = await server.Token((string)made["clientId"]!, (string)made["secret"]!);
            Assert.Equal(200, token.Status);
            var client = server.Anonymous();
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)token.Json["access_token"]!);
            return new Machine((Guid)made["id"]!, (string)made["secret"]!, client);
        }

        /// <summary>Asks for a token with a secret.</summary>
        public async Task<Answer> Token(string client, string secret)
        {
            using var anonymous = server.Anonymous();
            return await anonymous.Send(HttpMethod.Post, "/connect/token", new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = client,
                ["client_secret"] = secret,
                ["scope"] = "interdiction",
            }));
        }

        /// <summary>Sets up a team.</summary>
        public async Task<string> SetUpTeam(string partner, Guid[]? members = null, Guid[]? supervisors = null) =>
            (string)(await (await server.As($"{partner}-administrator")).Post("admin/teams", new { name = Fresh("Team"), members = members ?? [], supervisors = supervisors ?? [] })).Is(201).Json["id"]!;
    }

    public static JsonObject NewUser(object? changes = null) => Documents.With(new JsonObject
    {
        ["id"] = Guid.CreateVersion7().ToString(),
        ["email"] = $"{Guid.CreateVersion7():N}@customs.example",
        ["name"] = Fresh("Officer"),
        ["roles"] = new JsonArray("officer"),
        ["clearance"] = "restricted",
    }, changes);

    /// <summary>An answer without what is of its own request.</summary>
    public static string Face(Answer answer) => $"{answer.Status} {Documents.With(answer.Json.AsObject(), new JsonObject { ["instance"] = null, ["traceId"] = null }).ToJsonString()}";
}

/// <summary>A machine client that is signed in. Its client id is the id of its account.</summary>
sealed record Machine(Guid Id, string Secret, HttpClient Client) : IDisposable
{
    public void Dispose() => Client.Dispose();
}
