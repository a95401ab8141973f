namespace Interdiction.Contracts.Reference;

/// <summary>A language of ISO 639-1.</summary>
/// <param name="Alpha2">Two small letters.</param>
public sealed record Language(string Alpha2, string Name)
{
    internal static Language Of(CsvRow row) => new(row.Text("alpha2"), row.Text("name"));
}
