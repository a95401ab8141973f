using Interdiction.Documents.Drawing;

namespace Interdiction.Documents.Pdf;

/// <summary>Images of a document, each written once however often it is drawn (ISO 32000-1, 8.9.5).</summary>
sealed class Images(PdfFile file)
{
    readonly Dictionary<JpegImage, int> objects = new(ReferenceEqualityComparer.Instance);
    readonly List<int> numbers = [];

    /// <summary>Resource name of an image.</summary>
    internal string NameOf(JpegImage image)
    {
        if (!objects.TryGetValue(image, out var index))
        {
            var space = image.IsGrey ? "DeviceGray" : "DeviceRGB";
            objects[image] = index = numbers.Count;
            numbers.Add(file.WriteStream($"/Type/XObject/Subtype/Image/Width {image.Width}/Height {image.Height}"
                + $"/BitsPerComponent 8/ColorSpace/{space}/Filter/DCTDecode", image.Data.Span, compress: false));
        }

        return $"I{index}";
    }

    /// <summary>Entries of the resource dictionary.</summary>
    internal string Resources() => string.Concat(numbers.Index().Select(e => $"/I{e.Index} {PdfSyntax.Reference(e.Item)}"));
}
