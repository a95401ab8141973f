using System.Runtime.InteropServices;
using HarfBuzzSharp;
using static Interdiction.Documents.Typography.HarfBuzzSubset;

namespace Interdiction.Documents.Typography;

/// <summary>A font file cut down to the glyphs a document uses.</summary>
/// <param name="Data">The TrueType file.</param>
/// <param name="NewGlyph">Glyph index in the subset by glyph index in the face.</param>
sealed record FontSubset(byte[] Data, IReadOnlyDictionary<ushort, ushort> NewGlyph)
{
    // Shaping is done before the subset is made, so its tables are dead weight in a PDF.
    static readonly string[] Dropped = ["GSUB", "GPOS", "GDEF", "STAT", "DSIG", "BASE", "vhea", "vmtx", "gasp"];

    /// <summary>Cuts a face down. Glyph 0 and the parts of composite glyphs are kept as well.</summary>
    /// <exception cref="InvalidOperationException">HarfBuzz could not subset the face.</exception>
    internal static FontSubset Of(FontFace face, IReadOnlyCollection<ushort> glyphs)
    {
        var input = NotNull(hb_subset_input_create_or_fail(), face);
        nint plan = 0, subset = 0, blob = 0;
        try
        {
            Request(input, glyphs);
            plan = NotNull(hb_subset_plan_create_or_fail(face.Face.Handle, input), face);
            subset = NotNull(hb_subset_plan_execute_or_fail(plan), face);
            blob = hb_face_reference_blob(subset);
            var map = hb_subset_plan_old_to_new_glyph_mapping(plan);
            return new FontSubset(Copy(blob), glyphs.Distinct().ToDictionary(g => g, g => (ushort)hb_map_get(map, g)));
        }
        finally
        {
            if (blob != 0) hb_blob_destroy(blob);
            if (subset != 0) hb_face_destroy(subset);
            if (plan != 0) hb_subset_plan_destroy(plan);
            hb_subset_input_destroy(input);
        }
    }

    static void Request(nint input, IEnumerable<ushort> glyphs)
    {
        var wanted = hb_subset_input_glyph_set(input);
        foreach (var glyph in glyphs) hb_set_add(wanted, glyph);
        hb_subset_input_set_flags(input, NoHinting | KeepNotdefOutline);
        var dropped = hb_subset_input_set(input, DropTables);
        foreach (var tag in Dropped) hb_set_add(dropped, Tag.Parse(tag));
    }

    static byte[] Copy(nint blob)
    {
        var data = new byte[Length(blob, out var address)];
        Marshal.Copy(address, data, 0, data.Length);
        return data;
    }

    static uint Length(nint blob, out nint address)
    {
        address = hb_blob_get_data(blob, out var length);
        return length;
    }

    static nint NotNull(nint handle, FontFace face) =>
        handle != 0 ? handle : throw new InvalidOperationException($"HarfBuzz could not subset {face.Name}.");
}
