namespace Interdiction.Contracts;

/// <summary>People aboard as they are shown to whom only the suspected are named.</summary>
static class MaskedPersons
{
    public static Persons? Of(Persons? written, Persons? now, List<MaskedField> masked)
    {
        if (written is null)
            return null;
        var nameMaster = MasterIsSuspected(written) && MasterIsSuspected(now);
        if (!nameMaster && written.MasterName is not null)
            masked.Add(new MaskedField("/persons/masterName", MaskRule.NotSuspected));
        return written with
        {
            MasterName = nameMaster ? written.MasterName : null,
            Aboard = [.. written.Aboard.Select((x, i) => IsSuspected(x, now) ? x : Mask(x, $"/persons/aboard/{i}", masked))],
        };
    }

    static PersonAboard Mask(PersonAboard person, string pointer, List<MaskedField> masked)
    {
        foreach (var (name, isThere) in new[] { ("name", person.Name is not null), ("document", person.Document is not null), ("birthDate", person.BirthDate is not null) })
            if (isThere)
                masked.Add(new MaskedField($"{pointer}/{name}", MaskRule.NotSuspected));
        return person with { Name = null, Document = null, BirthDate = null };
    }

    // Who was suspected once and is not any more is named in no earlier text either.
    static bool IsSuspected(PersonAboard person, Persons? now) =>
        person.Suspected is true && now is not null && now.Aboard.Any(x => x.Suspected is true && IsSame(x, person));

    static bool IsSame(PersonAboard a, PersonAboard b) =>
        a.Name == b.Name && (a.Document?.Number is not { } one || b.Document?.Number is not { } other || one == other);

    // A name beside the list may be that of any master in it.
    static bool MasterIsSuspected(Persons? persons) =>
        persons?.Aboard.Where(x => x.Role is RoleAboard.Master).ToList() is { Count: > 0 } masters && masters.TrueForAll(x => x.Suspected is true);
}
