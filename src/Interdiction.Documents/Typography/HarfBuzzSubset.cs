using System.Runtime.InteropServices;

namespace Interdiction.Documents.Typography;

/// <summary>The part of <c>hb-subset.h</c> that subsetting needs.</summary>
/// <remarks>The native library of HarfBuzzSharp exports it although the managed wrapper does not.</remarks>
static partial class HarfBuzzSubset
{
    const string Library = "libHarfBuzzSharp";

    /// <summary>HB_SUBSET_FLAGS_NO_HINTING.</summary>
    internal const uint NoHinting = 0x1;

    /// <summary>HB_SUBSET_FLAGS_NOTDEF_OUTLINE.</summary>
    internal const uint KeepNotdefOutline = 0x40;

    /// <summary>HB_SUBSET_SETS_DROP_TABLE_TAG.</summary>
    internal const int DropTables = 3;

    [LibraryImport(Library)] internal static partial nint hb_subset_input_create_or_fail();
    [LibraryImport(Library)] internal static partial void hb_subset_input_destroy(nint input);
    [LibraryImport(Library)] internal static partial nint hb_subset_input_glyph_set(nint input);
    [LibraryImport(Library)] internal static partial nint hb_subset_input_set(nint input, int kind);
    [LibraryImport(Library)] internal static partial void hb_subset_input_set_flags(nint input, uint flags);
    [LibraryImport(Library)] internal static partial void hb_set_add(nint set, uint value);
    [LibraryImport(Library)] internal static partial nint hb_subset_plan_create_or_fail(nint face, nint input);
    [LibraryImport(Library)] internal static partial nint hb_subset_plan_execute_or_fail(nint plan);
    [LibraryImport(Library)] internal static partial void hb_subset_plan_destroy(nint plan);
    [LibraryImport(Library)] internal static partial nint hb_subset_plan_old_to_new_glyph_mapping(nint plan);
    [LibraryImport(Library)] internal static partial uint hb_map_get(nint map, uint key);
    [LibraryImport(Library)] internal static partial nint hb_face_reference_blob(nint face);
    [LibraryImport(Library)] internal static partial void hb_face_destroy(nint face);
    [LibraryImport(Library)] internal static partial nint hb_blob_get_data(nint blob, out uint length);
    [LibraryImport(Library)] internal static partial void hb_blob_destroy(nint blob);
}
