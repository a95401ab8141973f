using System.Globalization;
using System.Text;

namespace Interdiction.Documents.Pdf;

/// <summary>Objects gathered to be compressed together (ISO 32000-1, 7.5.7).</summary>
sealed class ObjectStream
{
    const int Capacity = 200;

    readonly StringBuilder offsets = new();
    readonly StringBuilder bodies = new();

    /// <summary>Object number of the stream; 0 while it is empty.</summary>
    internal int Number { get; set; }

    internal int Count { get; private set; }

    internal bool IsFull => Count >= Capacity;

    /// <param name="number">Object number.</param>
    /// <param name="body">Its text, in Latin-1.</param>
    internal void Add(int number, string body)
    {
        offsets.Append(CultureInfo.InvariantCulture, $"{number} {bodies.Length} ");
        bodies.Append(body).Append('\n');
        Count++;
    }

    /// <summary>The stream as it is written; it is empty again afterwards.</summary>
    internal (int Number, string Entries, byte[] Data) TakeAll()
    {
        var taken = (Number, $"/Type/ObjStm/N {Count}/First {offsets.Length}", Encoding.Latin1.GetBytes($"{offsets}{bodies}"));
        offsets.Clear();
        bodies.Clear();
        (Number, Count) = (0, 0);
        return taken;
    }
}
