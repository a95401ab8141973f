using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Interdiction.Contracts;

namespace Interdiction.Evidence;

/// <summary>
/// Reads the few fields of Exif 2.32 that tell how, when and where a photo was taken, from JPEG, PNG and TIFF. Whatever is
/// not as it should be is passed over: the file is evidence, whether its metadata are well formed or not.
/// </summary>
static partial class ExifReader
{
    const int MostFields = 200, LongestText = 200;

    /// <param name="head">The beginning of the file.</param>
    /// <returns>Null where there is none of them.</returns>
    public static Exif? Read(ReadOnlySpan<byte> head, string type)
    {
        var tiff = type switch { "image/jpeg" => InJpeg(head), "image/png" => InPng(head), "image/tiff" => head, _ => [] };
        if (tiff.Length < 8 || tiff[0] != tiff[1] || tiff[0] is not ((byte)'I' or (byte)'M'))
            return null;
        var it = new Tiff(tiff, tiff[0] == 'I');
        var root = it.Number(4, 4);
        var (camera, place) = (it.Pointer(root, 0x8769), it.Pointer(root, 0x8825));
        var exif = new Exif
        {
            TakenAt = TakenAt(it.Text(camera, 0x9003) ?? it.Text(root, 0x0132), it.Text(camera, 0x9011)),
            Make = it.Text(root, 0x010F),
            Model = it.Text(root, 0x0110),
            Orientation = it.Short(root, 0x0112) is >= 1 and <= 8 and var turned ? turned : null,
            Latitude = it.Degrees(place, 1, 2, "S", 90),
            Longitude = it.Degrees(place, 3, 4, "W", 180),
        };
        if (exif.Latitude is null || exif.Longitude is null)
            exif = exif with { Latitude = null, Longitude = null };
        return exif == new Exif() ? null : exif;
    }

    static ReadOnlySpan<byte> InJpeg(ReadOnlySpan<byte> file)
    {
        for (var at = 2; at + 10 <= file.Length && file[at] == 0xFF && file[at + 1] is not (0xDA or 0xD9);)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (length < 2)
                return [];
            if (file[at + 1] == 0xE1 && length >= 8 && file.Slice(at + 4, 6).SequenceEqual("Exif\0\0"u8))
                return file[(at + 10)..Math.Min(file.Length, at + 2 + length)];
            at += 2 + length;
        }
        return [];
    }

    static ReadOnlySpan<byte> InPng(ReadOnlySpan<byte> file)
    {
        for (long at = 8; at + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[(int)at..]);
            if (file.Slice((int)at + 4, 4).SequenceEqual("eXIf"u8))
                return file[((int)at + 8)..(int)Math.Min(file.Length, at + 8 + length)];
            at += 12 + length;
        }
        return [];
    }

    /// <summary>2003:08:07 10:20:00 as it stands there, in the form of RFC 3339, with the zone where the camera knows it.</summary>
    static string? TakenAt(string? time, string? zone) =>
        time is not null && DateTime.TryParseExact(time, "yyyy:MM:dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var taken)
            ? taken.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + (zone is not null && Zone().IsMatch(zone) ? zone : "")
            : null;

    [GeneratedRegex(@"^[+-]\d\d:\d\d\z")]
    private static partial Regex Zone();

    /// <summary>Fields of a TIFF structure (TIFF 6.0); every place outside of it is read as nothing.</summary>
    readonly ref struct Tiff(ReadOnlySpan<byte> bytes, bool little)
    {
        readonly ReadOnlySpan<byte> bytes = bytes;

        public uint Number(long at, int size) =>
            at < 0 || at + size > bytes.Length ? 0
            : size is 2 ? little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[(int)at..]) : BinaryPrimitives.ReadUInt16BigEndian(bytes[(int)at..])
            : little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[(int)at..]) : BinaryPrimitives.ReadUInt32BigEndian(bytes[(int)at..]);

        /// <returns>Where the field stands in a directory; -1 for nowhere.</returns>
        long Find(uint directory, int tag)
        {
            if (directory == 0)
                return -1;
            var count = Math.Min(Number(directory, 2), MostFields);
            for (var field = directory + 2L; field < directory + 2L + 12 * count && field + 12 <= bytes.Length; field += 12)
                if (Number(field, 2) == tag)
                    return field;
            return -1;
        }

        public uint Pointer(uint directory, int tag) => Find(directory, tag) is >= 0 and var field ? Number(field + 8, 4) : 0;

        public int? Short(uint directory, int tag) => Find(directory, tag) is >= 0 and var field && Number(field + 2, 2) == 3 ? (int)Number(field + 8, 2) : null;

        public string? Text(uint directory, int tag)
        {
            if (Find(directory, tag) is not (>= 0 and var field) || Number(field + 2, 2) != 2)
                return null;
            var length = Number(field + 4, 4);
            var at = length <= 4 ? field + 8 : Number(field + 8, 4);
            if (length > LongestText || at + length > bytes.Length)
                return null;
            var text = Encoding.UTF8.GetString(bytes.Slice((int)at, (int)length)).TrimEnd('\0', ' ');
            return text.Length > 0 && !text.Contains('\uFFFD', StringComparison.Ordinal) ? TextConverter.Clean(text) : null;
        }

        public double? Degrees(uint directory, int referenceTag, int tag, string negative, int most)
        {
            if (Find(directory, tag) is not (>= 0 and var field) || Number(field + 2, 2) != 5 || Number(field + 4, 4) != 3 || Text(directory, referenceTag) is not { } reference)
                return null;
            var at = Number(field + 8, 4);
            var (degrees, scale) = (0.0, 1.0);
            for (var part = 0; part < 3; part++, scale *= 60)
                degrees += (double)Number(at + 8L * part, 4) / Number(at + 8L * part + 4, 4) / scale;
            return double.IsFinite(degrees) && degrees <= most ? Math.Round(reference == negative ? -degrees : degrees, 6) : null;
        }
    }
}
