using System.IO.Compression;
using System.Text;

namespace Interdiction.Evidence;

/// <summary>Tells by its first bytes what a file is.</summary>
static class FileTypes
{
    public const string Unknown = "application/octet-stream";
    public const string Text = "text/plain";

    /// <summary>The list of a larger archive is not read: it alone may fill the memory.</summary>
    const long LargestArchive = 20 << 20;

    /// <summary>Bytes that are looked at.</summary>
    public const int Head = 4_096;

    /// <summary>Pictures that a browser shows in a page; whatever else there is, it is offered to keep.</summary>
    static readonly string[] Inline = ["image/jpeg", "image/png", "image/webp", "image/gif"];

    static readonly (int At, byte[] Magic, string Type)[] Known =
    [
        (0, [0xFF, 0xD8, 0xFF], "image/jpeg"), (0, [0x89, .. "PNG\r\n\x1A\n"u8], "image/png"), (0, [.. "GIF87a"u8], "image/gif"), (0, [.. "GIF89a"u8], "image/gif"),
        (0, [.. "II*\0"u8], "image/tiff"), (0, [.. "MM\0*"u8], "image/tiff"), (0, [.. "BM"u8], "image/bmp"), (0, [.. "%PDF-"u8], "application/pdf"),
        (0, [.. "PK\x03\x04"u8], "application/zip"), (0, [.. "PK\x05\x06"u8], "application/zip"), (0, [0x1F, 0x8B], "application/gzip"), (0, [.. "7z\xBC\xAF\x27\x1C"u8], "application/x-7z-compressed"),
        (0, [.. "Rar!\x1A\x07"u8], "application/vnd.rar"), (0, [.. "ID3"u8], "audio/mpeg"), (0, [.. "OggS"u8], "audio/ogg"), (0, [.. "fLaC"u8], "audio/flac"), (0, [0x1A, 0x45, 0xDF, 0xA3], "video/x-matroska"),
        (0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "application/x-ole-storage"), (0, [.. "MZ"u8], "application/vnd.microsoft.portable-executable"), (0, [0x7F, .. "ELF"u8], "application/x-elf"),
        (0, [0xCA, 0xFE, 0xBA, 0xBE], "application/x-mach-binary"), (0, [0xCF, 0xFA, 0xED, 0xFE], "application/x-mach-binary"), (0, [.. "{\\rtf"u8], "application/rtf"), (0, [.. "#!"u8], "text/x-shellscript"),
    ];

    public static bool IsShownInPages(string type) => Inline.Contains(type);

    /// <summary>What is served under its own type. Anything else, which a browser might run, is served as bytes.</summary>
    public static IReadOnlyList<string> Served { get; } =
    [
        .. Inline, "image/tiff", "image/bmp", "image/heic", "image/avif", "application/pdf", Text, "audio/mpeg", "audio/ogg", "audio/flac", "audio/wav", "audio/mp4",
        "video/mp4", "video/quicktime", "video/x-matroska", "video/x-msvideo", Unknown,
    ];

    /// <param name="head">Its first bytes.</param>
    /// <param name="whole">Opens it, where its first bytes do not tell.</param>
    public static string Of(ReadOnlySpan<byte> head, Func<Stream> whole)
    {
        foreach (var (at, magic, type) in Known)
            if (head.Length >= at + magic.Length && head.Slice(at, magic.Length).SequenceEqual(magic))
                return type is "application/zip" ? OfArchive(whole) : type;
        if (head.Length >= 12 && head[..4].SequenceEqual("RIFF"u8))
            return Encoding.ASCII.GetString(head.Slice(8, 4)) switch { "WEBP" => "image/webp", "WAVE" => "audio/wav", "AVI " => "video/x-msvideo", _ => Unknown };
        if (head.Length >= 12 && head.Slice(4, 4).SequenceEqual("ftyp"u8))
            return Encoding.ASCII.GetString(head.Slice(8, 4)) switch
            {
                "heic" or "heix" or "mif1" or "msf1" or "hevc" => "image/heic",
                "avif" => "image/avif",
                "qt  " => "video/quicktime",
                "M4A " => "audio/mp4",
                _ => "video/mp4",
            };
        return OfText(head);
    }

    static string OfArchive(Func<Stream> whole)
    {
        try
        {
            using var stream = whole();
            if (stream.Length > LargestArchive)
                return "application/zip";
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
            return archive.GetEntry("word/document.xml") is not null ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
                : archive.GetEntry("xl/workbook.xml") is not null ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                : archive.GetEntry("ppt/presentation.xml") is not null ? "application/vnd.openxmlformats-officedocument.presentationml.presentation"
                : archive.GetEntry("mimetype") is { Length: < 100 } mimetype && OpenDocument(mimetype) is { } type ? type
                : "application/zip";
        }
        catch (InvalidDataException)
        {
            return "application/zip";
        }
    }

    static string? OpenDocument(ZipArchiveEntry mimetype)
    {
        using var reader = new StreamReader(mimetype.Open(), Encoding.ASCII);
        return reader.ReadToEnd() is var type && type.StartsWith("application/vnd.oasis.opendocument.", StringComparison.Ordinal) && type.All(x => char.IsAsciiLetterLower(x) || x is '.' or '-' or '/') ? type : null;
    }

    // No zero byte, and UTF-8 but for a letter that is cut off at the end.
    static string OfText(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty || head.Contains((byte)0))
            return Unknown;
        var cut = head.Length == Head ? head[..^3] : head;
        for (var end = cut.Length; end >= Math.Max(0, cut.Length - 3); end--)
            if (System.Text.Unicode.Utf8.IsValid(cut[..end]))
                return OfMarkup(Encoding.UTF8.GetString(cut[..end]).TrimStart('\uFEFF', ' ', '\t', '\r', '\n'));
        return Unknown;
    }

    static string OfMarkup(string text)
    {
        bool Holds(string tag) => text.Contains(tag, StringComparison.OrdinalIgnoreCase);
        return !text.StartsWith('<') ? Text
            : Holds("<svg") ? "image/svg+xml"
            : Holds("<html") || Holds("<!doctype html") || Holds("<script") || Holds("<body") || Holds("<head") ? "text/html"
            : text.StartsWith("<?xml", StringComparison.Ordinal) ? "application/xml"
            : Text;
    }
}
