using System.Text.Json;
using Interdiction.Contracts;
using Interdiction.Contracts.Reference;
using Interdiction.Kernel;

namespace Interdiction.Cli;

/// <summary>Who takes part from the beginning, or from now on.</summary>
sealed record SeedFile
{
    public IReadOnlyList<SeededPartner> Partners { get; init => field = value ?? []; } = [];

    /// <exception cref="CannotException">There is no such file, it is not such a document, or what it says cannot be.</exception>
    public static SeedFile Read(string path)
    {
        try
        {
            var read = JsonSerializer.Deserialize<SeedFile>(File.ReadAllText(path), Json.Options);
            return read?.Faults().ToList() switch
            {
                null => throw new CannotException($"{path} is empty."),
                { Count: > 0 } faults => throw new CannotException($"{path}:\n{string.Join('\n', faults)}"),
                _ => read,
            };
        }
        catch (IOException missing)
        {
            throw new CannotException($"{path} cannot be read: {missing.Message}", missing);
        }
        catch (JsonException broken)
        {
            throw new CannotException($"{path} cannot be read{(broken.Path is { } place ? $" at {place}" : "")}: {broken.Message}", broken);
        }
    }

    IEnumerable<string> Faults()
    {
        if (Partners.Count == 0)
            yield return "partners: name at least one.";
        foreach (var partner in Partners)
        {
            if (partner.Code != Partner.Cell && (partner.Code is null || !ReferenceData.Countries.ContainsKey(partner.Code)))
                yield return $"'{partner.Code}' is not a partner's code: ISO 3166-1 alpha-3, or {Partner.Cell} for the coordination cell.";
            foreach (var fault in partner.Administrators.SelectMany(x => new NewUserValidator().Validate(x.ToUser()).Errors))
                yield return $"{partner.Code}: {fault.ErrorMessage}";
        }
        foreach (var twice in Partners.GroupBy(x => x.Code).Where(x => x.Count() > 1))
            yield return $"{twice.Key} stands {twice.Count()} times.";
    }
}

/// <param name="Code">ISO 3166-1 alpha-3, or XCC for the coordination cell.</param>
/// <param name="Name">The country's own name where it is absent.</param>
sealed record SeededPartner(string? Code, string? Name)
{
    /// <summary>The people who then invite the others.</summary>
    public IReadOnlyList<SeededAdministrator> Administrators { get; init => field = value ?? []; } = [];

    public string FullName => Name ?? (Code == Partner.Cell ? "Coordination cell" : ReferenceData.Countries[Code!].Name);
}

sealed record SeededAdministrator(string? Email, string? Name)
{
    public NewUser ToUser() => new() { Email = Email, Name = Name, Roles = [Role.Administrator] };
}
