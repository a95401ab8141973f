using System.Globalization;
using System.Text;
using static Interdiction.Documents.Pdf.PdfSyntax;

namespace Interdiction.Documents.Pdf;

/// <summary>Signs what a file holds. A key of another kind, or one in a device, can stand behind it.</summary>
public interface IPdfSigner
{
    /// <summary>Who signs, as the file says it.</summary>
    string Name { get; }

    /// <summary>The most bytes that a signature takes.</summary>
    int Room { get; }

    /// <summary>Makes a detached CMS signature (ETSI EN 319 142-1, PAdES baseline B-B) over the bytes.</summary>
    Task<byte[]> Sign(byte[] content, CancellationToken stop);
}

/// <summary>
/// The one signature of a file (ISO 32000-1, 12.8): it covers every byte but its own. The file is written with room for it,
/// the same bytes for the same document, and then signed.
/// </summary>
/// <param name="ByteRange">Position of the array that says what is covered.</param>
/// <param name="Contents">Position of the string that holds the signature, with its brackets.</param>
/// <param name="Length">Length of that string.</param>
sealed record PdfSignature(long ByteRange, long Contents, int Length)
{
    // Ten digits each: a file of almost ten gigabytes.
    static readonly string Unknown = $"[0 {new string('0', 10)} {new string('0', 10)} {new string('0', 10)}]";

    /// <summary>Writes the field and its dictionary with room, on the first page, where nothing of it is seen.</summary>
    /// <returns>Where the room is, and what the catalogue says of it.</returns>
    internal static (PdfSignature Room, string Catalog) Write(PdfFile file, PdfPage page, IPdfSigner signer, string reason, DateTimeOffset at)
    {
        var head = $"<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/Name{Text(signer.Name)}/Reason{Text(reason)}/M{Date(at)}/ByteRange";
        var (number, field, length) = (file.Reserve(), file.Reserve(), 2 * signer.Room + 2);
        var body = file.WritePlain(number, $"{head}{Unknown}/Contents<{new string('0', length - 2)}>>>");
        file.WriteObject(field, $"<</Type/Annot/Subtype/Widget/FT/Sig/T(Signature)/TU{Text(reason)}/V {Reference(number)}/P {Reference(page.Number)}/Rect[0 0 0 0]/F 132>>");
        page.Annotations.Add(field);
        var range = body + head.Length;
        return (new PdfSignature(range, range + Unknown.Length + "/Contents".Length, length), $"/AcroForm<</Fields[{Reference(field)}]/SigFlags 3>>");
    }

    /// <summary>Signs a file that was written with this room.</summary>
    /// <exception cref="InvalidOperationException">The signature is larger than its room.</exception>
    internal async Task Fill(byte[] file, IPdfSigner signer, CancellationToken stop)
    {
        var (start, end) = ((int)Contents, (int)Contents + Length);
        var range = string.Create(CultureInfo.InvariantCulture, $"[0 {start} {end} {file.Length - end}]").PadRight(Unknown.Length);
        Encoding.ASCII.GetBytes(range, file.AsSpan((int)ByteRange));
        var signature = await signer.Sign([.. file.AsSpan(0, start), .. file.AsSpan(end)], stop);
        if (signature.Length > signer.Room)
            throw new InvalidOperationException($"A signature of {signature.Length} bytes is larger than its room of {signer.Room}.");
        Encoding.ASCII.GetBytes(Convert.ToHexString(signature), file.AsSpan(start + 1));
    }
}
