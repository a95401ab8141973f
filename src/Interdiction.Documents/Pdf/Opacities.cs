namespace Interdiction.Documents.Pdf;

/// <summary>Graphics state resources for the opacities a document uses (ISO 32000-1, 8.4.5).</summary>
sealed class Opacities(PdfFile file)
{
    readonly SortedDictionary<byte, int> objects = [];

    /// <summary>Resource name of an opacity.</summary>
    internal string NameOf(byte alpha)
    {
        if (!objects.ContainsKey(alpha))
        {
            var value = PdfSyntax.Number(alpha / 255.0);
            objects[alpha] = file.WriteObject($"<</Type/ExtGState/ca {value}/CA {value}>>");
        }

        return $"G{alpha}";
    }

    /// <summary>Entries of the resource dictionary.</summary>
    internal string Resources() => string.Concat(objects.Select(o => $"/G{o.Key} {o.Value} 0 R"));
}
