using System.Text;
using System.Text.Json.Nodes;

namespace Interdiction.Tests.Http;

/// <summary>Bodies that are not what is expected, on every operation that takes one.</summary>
public sealed class EveryBodyTests(Server server)
{
    const int Largest = 5_000_000;

    static readonly string[] OtherTypes = ["text/plain", "application/x-www-form-urlencoded", "application/xml", "application/json; charset=utf-16", "application/json; charset=nothing"];
    static readonly string[] OtherEncodings = ["zstd", "gzip, gzip", "nothing"];
    static readonly string[] Encodings = ["gzip", "br", "deflate"];
    static readonly string[] ControlCharacters = ["a\\u0000b", "a\\u0007b", "a\\u009fb"];

    [Fact]
    public async Task A_body_that_cannot_be_read_is_refused_with_the_place()
    {
        await OnEvery(async (it, operation, send) =>
        {
            var field = Fields(operation)[0];
            (string What, byte[] Body, string? Pointer)[] unreadable =
            [
                ("not JSON", "abc"u8.ToArray(), ""),
                ("cut off", "{"u8.ToArray(), ""),
                // Found by the fuzzer: a line that broke in a long body made the reader of JSON fail.
                ("cut off within a word", Encoding.UTF8.GetBytes($$"""{"{{field}}":{{new string(' ', 5_000)}}nul"""), null),
                ("an unknown field", """{"noSuchField":1}"""u8.ToArray(), "/noSuchField"),
                ("a field with dots", """{"no.such[0]field":1}"""u8.ToArray(), "/no.such[0]field"),
                ("a field with a slash and a tilde", """{"no/such~field":1}"""u8.ToArray(), "/no~1such~0field"),
                ("a field in another case", Encoding.UTF8.GetBytes($$"""{"{{field.ToUpperInvariant()}}":null}"""), $"/{field.ToUpperInvariant()}"),
                ("a double field", Encoding.UTF8.GetBytes($$"""{"{{field}}":null,"{{field}}":null}"""), $"/{field}"),
                ("a wrong type", Encoding.UTF8.GetBytes($$"""{"{{field}}":[{}]}"""), null),
                ("text after the end", "{} {}"u8.ToArray(), null),
                ("null", "null"u8.ToArray(), null),
                ("nothing", [], null),
                ("an array", "[]"u8.ToArray(), ""),
                ("a text", "\"{}\""u8.ToArray(), ""),
                ("a comment", "{/* */}"u8.ToArray(), null),
                ("1,000 levels", Encoding.UTF8.GetBytes($$"""{"{{field}}":{{new string('[', 1000)}}{{new string(']', 1000)}}}"""), null),
                ("1,000 unknown levels", Encoding.UTF8.GetBytes($"{string.Concat(Enumerable.Repeat("{\"a\":", 1000))}1{new string('}', 1000)}"), null),
                ("invalid UTF-8", [.. "{\""u8, .. Encoding.UTF8.GetBytes(field), .. "\":\""u8, 0xC3, 0x28, 0xFF, .. "\"}"u8], null),
                ("an invalid name", [.. "{\""u8, 0xFF, .. "\":1}"u8], null),
                ("half a surrogate pair", Encoding.UTF8.GetBytes($$"""{"{{field}}":"\ud800"}"""), null),
                ("half a surrogate pair as name", """{"\udc00":1}"""u8.ToArray(), null),
                ("UTF-16", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("{}")).ToArray(), null),
            ];
            foreach (var (what, body, pointer) in unreadable)
            {
                var answer = await send(what, Body(body));
                it.Is($"{operation.Name}, {what}", answer, 400);
                if (pointer is not null && answer.Status == 400)
                    it.Is($"{operation.Name}, {what}", answer.Faults.Select(x => x.Pointer).SequenceEqual([pointer]), $"expected {pointer}: {answer.Text}");
            }
        });
    }

    [Fact]
    public async Task A_body_in_another_form_is_of_an_unsupported_type()
    {
        await OnEvery(async (it, operation, send) =>
        {
            var good = Samples.Of(operation).ToJsonString();
            foreach (var type in OtherTypes)
                it.Is($"{operation.Name}, {type}", await send(type, Body(Encoding.UTF8.GetBytes(good), type)), 415);
            foreach (var encoding in OtherEncodings)
                it.Is($"{operation.Name}, {encoding}", await send(encoding, Packed(Encoding.UTF8.GetBytes(good), encoding)), 415);
        });
    }

    [Fact]
    public async Task Control_characters_in_text_are_refused()
    {
        await OnEvery(async (it, operation, send) =>
        {
            foreach (var field in Fields(operation))
                foreach (var text in ControlCharacters)
                    it.Is($"{operation.Name}, {field} {text}", await send($"{field} {text}", Body(Encoding.UTF8.GetBytes($$"""{"{{field}}":"{{text}}"}"""))), 400, 422);
        });
    }

    [Fact]
    public async Task A_packed_body_is_unpacked_and_a_broken_one_refused()
    {
        await OnEvery(async (it, operation, send) =>
        {
            var good = Encoding.UTF8.GetBytes("""{"noSuchField":1}""");
            foreach (var encoding in Encodings)
            {
                it.Is($"{operation.Name}, {encoding}", (await send(encoding, Packing.Pack(good, encoding))).Faults.Any(x => x.Pointer == "/noSuchField"), "the body was not unpacked");
                it.Is($"{operation.Name}, {encoding}", await send($"broken {encoding}", Packed("this is not packed at all"u8.ToArray(), encoding)), 400);
            }
        });
    }

    [Fact]
    public async Task A_body_over_5_MB_is_too_large_however_it_comes()
    {
        await OnEvery(async (it, operation, send) =>
        {
            var large = Encoding.UTF8.GetBytes($"\"{new string('a', Largest)}\"");
            it.Is($"{operation.Name}, with its length", await send("large", Body(large)), 413);
            it.Is($"{operation.Name}, in chunks", await send("large in chunks", new Chunks(large)), 413);
            foreach (var encoding in Encodings)
                it.Is($"{operation.Name}, {encoding}", await send($"large as {encoding}", Packing.Pack(large, encoding)), 413);
        });
    }

    [Fact]
    public async Task A_byte_order_mark_does_no_harm()
    {
        var officer = await server.As("aus-officer");
        byte[] marked = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Samples.Case().ToJsonString())];
        (await officer.Post("cases", Body(marked))).Is(201);
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json;charset=\"UTF-8\"")]
    public async Task The_name_of_the_character_set_may_stand_in_quotes(string type)
    {
        var officer = await server.As("aus-officer");
        (await officer.Post("cases", Body(Encoding.UTF8.GetBytes(Samples.Case().ToJsonString()), type))).Is(201);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_report_is_filed_packed(string encoding)
    {
        var officer = await server.As("aus-officer");
        (await officer.Post("boardings", Packing.Pack(Encoding.UTF8.GetBytes(Documents.Report().ToJsonString()), encoding))).Is(201);
    }

    async Task OnEvery(Func<Conformance, Operation, Func<string, HttpContent, Task<Answer>>, Task> check)
    {
        var it = new Conformance(server);
        foreach (var operation in (await Operation.All(server)).Where(x => x.HasBody))
        {
            var actor = await it.Actor(operation);
            await check(it, operation, (what, body) =>
                it.Call(actor, operation, what, body: body, headers: [("Idempotency-Key", Guid.CreateVersion7().ToString()), ("If-Match", "*")]));
        }
        it.Holds();
    }

    static List<string> Fields(Operation operation) => [.. Samples.Of(operation).Select(x => x.Key).Where(x => x != "id")];

    static ByteArrayContent Body(byte[] bytes, string type = "application/json")
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }

    static ByteArrayContent Packed(byte[] bytes, string encoding)
    {
        var content = Body(bytes);
        content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
        return content;
    }
}
