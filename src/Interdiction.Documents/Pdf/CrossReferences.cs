using System.Buffers.Binary;

namespace Interdiction.Documents.Pdf;

/// <summary>Where each object is (ISO 32000-1, 7.5.8.3): at an offset, or in an object stream.</summary>
sealed class CrossReferences
{
    const byte Free = 0, AtOffset = 1, InStream = 2;

    // Object 0 heads the list of free objects.
    readonly List<(byte Kind, long Where, ushort Index)> entries = [(Free, 0, ushort.MaxValue)];

    internal int Count => entries.Count;

    internal int Reserve()
    {
        entries.Add((Free, 0, 0));
        return entries.Count - 1;
    }

    internal void SetOffset(int number, long offset) => entries[number] = (AtOffset, offset, 0);

    internal void SetInStream(int number, int stream, int index) => entries[number] = (InStream, stream, (ushort)index);

    /// <summary>Entries of one, five and two bytes.</summary>
    internal byte[] ToTable()
    {
        var table = new byte[entries.Count * 8];
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = table.AsSpan(i * 8, 8);
            // The five bytes of the offset are the low bytes of eight; the kind overwrites the others' last.
            BinaryPrimitives.WriteInt64BigEndian(entry, entries[i].Where << 16);
            entry[0] = entries[i].Kind;
            BinaryPrimitives.WriteUInt16BigEndian(entry[6..], entries[i].Index);
        }

        return table;
    }
}
