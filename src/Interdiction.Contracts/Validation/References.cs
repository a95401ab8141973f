using FluentValidation.Results;

namespace Interdiction.Contracts;

/// <summary>What the parts of a report say of each other: exhibits are numbered once, come from lines that are there, and no id is given twice.</summary>
static class References
{
    public static void Check(BoardingReport report, Action<ValidationFailure> fail)
    {
        var lines = (report.Manifest?.Lines ?? []).Select(x => x.Number).ToHashSet();
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        var ids = new HashSet<Guid>();
        Id(report.Id, "Id");
        Id(report.Manifest?.Id, "Manifest.Id");
        for (var i = 0; i < report.Seizures.Count; i++)
        {
            Id(report.Seizures[i].Id, $"Seizures[{i}].Id");
            for (var j = 0; j < report.Seizures[i].Exhibits.Count; j++)
            {
                var exhibit = report.Seizures[i].Exhibits[j];
                var path = $"Seizures[{i}].Exhibits[{j}]";
                Id(exhibit.Id, $"{path}.Id");
                if (exhibit.Number is { } number && !numbers.Add(number.Trim()))
                    Fail($"{path}.Number", RuleCodes.Duplicate, "An exhibit of this report has that number already: number each exhibit once.");
                if (exhibit.ManifestLine is { } line && !lines.Contains(line))
                    Fail($"{path}.ManifestLine", RuleCodes.UnknownReference, $"The manifest has no line {line}: name a line that is there, or none.");
            }
        }

        void Id(Guid? id, string path)
        {
            if (id == Guid.Empty)
                Fail(path, RuleCodes.Form, "Give a UUID of version 7, or none.");
            else if (id is { } value && !ids.Add(value))
                Fail(path, RuleCodes.Duplicate, "Another part of this report has that id already: give each part its own.");
        }

        void Fail(string path, string code, string detail) => fail(new ValidationFailure(path, detail) { ErrorCode = code });
    }
}
