namespace Interdiction.Contracts.Reference;

/// <summary>The files of the assembly.</summary>
static class Embedded
{
    public static string Text(string file)
    {
        using var reader = new StreamReader(Open(file));
        return reader.ReadToEnd();
    }

    public static Stream Open(string file) => typeof(Embedded).Assembly.GetManifestResourceStream($"Reference/{file}.csv")
        ?? throw new InvalidOperationException($"The assembly has no table {file}.");
}
