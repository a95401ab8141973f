using System.Text;

namespace Interdiction.Tests.Fuzz;

/// <summary>One request of the fuzzer, and how to send it again.</summary>
/// <param name="Path">Path and query, as they go over the wire.</param>
/// <param name="Operation">The operation of the document; null where the address does not know the method.</param>
sealed record FuzzRequest(int Number, string Who, string Method, string Path, IReadOnlyList<(string Name, string Value)> Headers, byte[]? Body, FuzzOperation? Operation)
{
    /// <summary>With curl, its body in base 64 where it is no plain text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder($"# as {Who}\n");
        if (Body is not null)
            text.Append(IsPlain(Body) ? $"printf %s '{Encoding.ASCII.GetString(Body)}'" : $"echo {Convert.ToBase64String(Body)} | base64 -d").Append(" | ");
        text.Append("curl -X ").Append(Method).Append(" '$ADDRESS").Append(Path).Append('\'');
        foreach (var (name, value) in Headers)
            text.Append($" -H '{name}: {value}'");
        return (Body is null ? text : text.Append(" --data-binary @-")).ToString();
    }

    static bool IsPlain(byte[] body) => body.Length < 20_000 && body.All(x => x is >= 32 and < 127 and not (byte)'\'');
}
