using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Interdiction.Documents.Pdf;

/// <summary>
/// The objects of a PDF file, written as they come (ISO 32000-1, 7.5): streams at once, all others gathered in
/// object streams. The output need not be seekable.
/// </summary>
sealed class PdfFile
{
    readonly Stream output;
    readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    readonly CrossReferences references = new();
    readonly ObjectStream gathered = new();

    internal PdfFile(Stream output)
    {
        this.output = output;
        // The second line holds bytes above 127 so that tools take the file as binary (7.5.2).
        Write([.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
    }

    long Position { get; set; }

    /// <summary>Reserves an object number, so that objects can refer to each other before they are written.</summary>
    internal int Reserve() => references.Reserve();

    /// <summary>Writes an object that is not a stream.</summary>
    internal void WriteObject(int number, string body)
    {
        if (gathered.Number == 0) gathered.Number = Reserve();
        references.SetInStream(number, gathered.Number, gathered.Count);
        gathered.Add(number, body);
        if (gathered.IsFull) FlushObjects();
    }

    /// <summary>Writes an object in the open, where it is found by its bytes.</summary>
    /// <returns>Position of its body.</returns>
    internal long WritePlain(int number, string body)
    {
        references.SetOffset(number, Position);
        Write(Encoding.ASCII.GetBytes($"{number} 0 obj\n"));
        var start = Position;
        Write(Encoding.ASCII.GetBytes($"{body}\nendobj\n"));
        return start;
    }

    /// <summary>Writes an object under a new number.</summary>
    internal int WriteObject(string body)
    {
        var number = Reserve();
        WriteObject(number, body);
        return number;
    }

    /// <summary>Writes a stream object.</summary>
    /// <param name="number">Its reserved number.</param>
    /// <param name="entries">Dictionary entries besides length and filter.</param>
    /// <param name="data">Its content, before compression.</param>
    /// <param name="compress">False for what is compressed, or must be read without a PDF library.</param>
    internal void WriteStream(int number, string entries, ReadOnlySpan<byte> data, bool compress = true)
    {
        references.SetOffset(number, Position);
        if (compress)
        {
            data = Deflate(data);
            entries += "/Filter/FlateDecode";
        }

        Write(Encoding.Latin1.GetBytes($"{number} 0 obj\n<<{entries}/Length {data.Length}>>\nstream\n"));
        Write(data);
        Write("\nendstream\nendobj\n"u8);
    }

    /// <summary>Writes a stream object under a new number.</summary>
    internal int WriteStream(string entries, ReadOnlySpan<byte> data, bool compress = true)
    {
        var number = Reserve();
        WriteStream(number, entries, data, compress);
        return number;
    }

    /// <summary>Writes the cross-reference stream (7.5.8); the file identifier is a hash of all before it.</summary>
    internal void Finish(int catalog, int info)
    {
        FlushObjects();
        var number = Reserve();
        var start = Position;
        references.SetOffset(number, start);
        var id = Convert.ToHexString(hash.GetCurrentHash().AsSpan(0, 16));
        WriteStream(number,
            $"/Type/XRef/Size {references.Count}/W[1 5 2]/Root {catalog} 0 R/Info {info} 0 R/ID[<{id}><{id}>]", references.ToTable());
        Write(Encoding.ASCII.GetBytes($"startxref\n{start}\n%%EOF\n"));
        output.Flush();
        hash.Dispose();
    }

    void FlushObjects()
    {
        if (gathered.Count == 0) return;
        var (number, entries, data) = gathered.TakeAll();
        WriteStream(number, entries, data);
    }

    void Write(ReadOnlySpan<byte> bytes)
    {
        output.Write(bytes);
        hash.AppendData(bytes);
        Position += bytes.Length;
    }

    static ReadOnlySpan<byte> Deflate(ReadOnlySpan<byte> data)
    {
        var buffer = new MemoryStream(data.Length / 2 + 64);
        using (var deflate = new ZLibStream(buffer, CompressionLevel.Optimal, leaveOpen: true)) deflate.Write(data);
        return buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
    }
}
