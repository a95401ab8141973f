using CsCheck;
using Interdiction.Contracts;
using Interdiction.Evidence;

namespace Interdiction.Tests.Evidence;

/// <summary>What is read of files and headers that anybody may have made.</summary>
public sealed class ReadingTests
{
    static readonly string[] Photos = ["image/jpeg", "image/png", "image/tiff"];

    [Fact]
    public void Whatever_the_bytes_are_reading_them_ends_without_failing()
    {
        var photo = Pictures.Jpeg(32, 24, Pictures.Exif());
        Gen.Byte.Array[0, 600].Sample(x =>
        {
            foreach (var type in Photos)
                ExifReader.Read(x, type);
            FileTypes.Of(x, () => new MemoryStream(x));
            FileTypes.Of([.. "PK\x03\x04"u8, .. x], () => new MemoryStream([.. "PK\x03\x04"u8, .. x]));
        });
        // A good photo with some bytes turned is nearer to what breaks a reader.
        Gen.Select(Gen.Int[0, 300], Gen.Byte, Gen.Int[0, 300], Gen.Byte, Gen.Int[0, 400]).Sample(x =>
        {
            var (at, to, other, otherTo, length) = x;
            var file = (byte[])photo.Clone();
            (file[at], file[other]) = (to, otherTo);
            var exif = ExifReader.Read(file.AsSpan(0, length), "image/jpeg");
            Assert.True(exif?.Latitude is null or (>= -90 and <= 90) && exif?.Longitude is null or (>= -180 and <= 180));
        });
    }

    [Fact]
    public void Exif_is_read_whichever_way_its_numbers_are_written()
    {
        var exif = ExifReader.Read(Pictures.Exif(orientation: 6), "image/tiff")!;
        Assert.Equal(new Exif { TakenAt = "2003-08-07T10:20:00+08:00", Make = "Kodak", Orientation = 6, Latitude = 22.6167, Longitude = 120.2667 }, exif);
        Assert.Null(ExifReader.Read([.. "MM\0*"u8, 0, 0, 0, 8, 0, 0], "image/tiff"));
        byte[] big = [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 8, 0, 0, 0, 0, 0, 0];
        Assert.Equal(8, ExifReader.Read(big, "image/tiff")!.Orientation);
    }

    [Theory]
    [InlineData("RIFF1234WEBPVP8 ", "image/webp")]
    [InlineData("\0\0\0\u0018ftypmp42", "video/mp4")]
    [InlineData("\0\0\0\u0018ftypheic", "image/heic")]
    [InlineData("%PDF-1.4", "application/pdf")]
    [InlineData("<?xml version=\"1.0\"?><html>", "text/html")]
    [InlineData("  \n<!doctype HTML>", "text/html")]
    [InlineData("<?xml version=\"1.0\"?><a/>", "application/xml")]
    [InlineData("a < b <script>", "text/plain")]
    [InlineData("PK\u0003\u0004 is no archive", "application/zip")]
    [InlineData("", "application/octet-stream")]
    [InlineData("a\0b", "application/octet-stream")]
    public void A_file_is_what_it_begins_like(string text, string type) => Assert.Equal(type, FileTypes.Of(Files.Text(text), () => new MemoryStream(Files.Text(text))));

    [Fact]
    public void Metadata_are_read_with_names_in_any_script_and_without_folders()
    {
        var record = Guid.CreateVersion7();
        var read = UploadMetadata.Read(Files.Metadata(("record", $"{record}"), ("filename", @"C:\photos\甲板.jpg"), ("filetype", "image/jpeg"), ("other", "passed over"), ("marking", """{"classification":"restricted","releasableTo":["JPN"]}""")) + ", is_confidential", 7);
        Assert.Equal((record, "甲板.jpg", "image/jpeg", 7L), (read.Value.Record, read.Value.File.Name, read.Value.File.DeclaredType, read.Value.File.Length));
        Assert.Equal(["JPN"], read.Value.File.Marking!.ReleasableTo);
        Assert.Null(UploadMetadata.Read(Files.Metadata(("record", $"{record}")), 7).Value.File.Marking);
        foreach (var bad in new[] { "", "record", "record AAAA", $"record {new string('A', 20_000)}", Files.Metadata(("record", $"{record}"), ("record", $"{record}")), Files.Metadata(("record", $"{record}"), ("marking", "{")), $"a b c,{Files.Metadata(("record", $"{record}"))}" })
            Assert.NotNull(UploadMetadata.Read(bad, 7).Refusal);
    }
}
