namespace Interdiction.Tests.Fuzz;

/// <summary>The same choices again for the same seed and number.</summary>
sealed class Chance(int seed, int number)
{
    readonly Random random = new(unchecked(seed * 31 + number * 7919));

    public bool OneIn(int times) => random.Next(times) == 0;

    public int Below(int end) => random.Next(end);

    public T Of<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>A UUID of version 7 of some moment.</summary>
    public Guid Id()
    {
        var bytes = Bytes(16);
        (bytes[0], bytes[6], bytes[8]) = (0x01, (byte)(bytes[6] & 0x0F | 0x70), (byte)(bytes[8] & 0x3F | 0x80));
        return new Guid(bytes, bigEndian: true);
    }
}
