using Interdiction.Boardings;
using Interdiction.Cases;
using Interdiction.Contracts;
using Interdiction.Kernel;

namespace Interdiction.Evidence;

/// <summary>
/// The one step between a stored attachment and every answer. Where it was taken is told as exactly as the attachment and
/// the record that it belongs to release positions, whichever is less exact; and a file that may tell it better is not given out.
/// </summary>
static class ShownEvidence
{
    public static ShownAttachment Of(Attachment it, Case @case, Boarding? report, Caller caller)
    {
        var precision = caller.StandingTo(it.Originator) is Standing.Originator ? PositionPrecision.Exact : Precision(it, @case, report);
        var hides = it.Exif?.Latitude is not null && precision is not PositionPrecision.Exact;
        var rule = precision is PositionPrecision.Degree ? MaskRule.Degree : MaskRule.TenthOfDegree;
        return new ShownAttachment
        {
            Id = it.Id,
            Number = it.Number,
            RecordId = it.BoundTo,
            RecordKind = it.BoundKind,
            CaseId = it.CaseId,
            CaseNumber = @case.Number,
            Name = it.Name,
            Type = it.Type,
            DeclaredType = it.DeclaredType,
            Size = it.Length,
            Sha256 = it.Sha256,
            Width = it.Width,
            Height = it.Height,
            Exif = it.Exif is { Latitude: { } north, Longitude: { } east } exif && hides
                ? exif with { Latitude = Masking.Round(north, precision), Longitude = Masking.Round(east, precision) } : it.Exif,
            State = it.State,
            Available = it.Closed is null && !HidesOriginal(it, @case, report, caller),
            Finding = it.Finding,
            Marking = Masking.Of(it.Marking, caller.StandingTo(it.Originator)),
            Originator = it.Originator,
            UploadedBy = it.UploadedBy,
            UploadedAt = it.At,
            Warnings = it.DeclaredType is { } declared && !declared.Split(';')[0].Trim().Equals(it.Type, StringComparison.OrdinalIgnoreCase)
                ? [new Warning("/declaredType", "typeDiffers", $"It was sent as {declared}, and is {it.Type} by its content.", Severity.Note)] : [],
            Masked = hides ? [new MaskedField("/exif/latitude", rule), new MaskedField("/exif/longitude", rule)] : [],
        };
    }

    // A camera writes the place into photos and films, and they stand in documents and archives: plain text alone holds nothing but what one reads.
    public static bool HidesOriginal(Attachment it, Case @case, Boarding? report, Caller caller) =>
        it.Type is not FileTypes.Text && caller.StandingTo(it.Originator) is not Standing.Originator && Precision(it, @case, report) is not PositionPrecision.Exact;

    static PositionPrecision Precision(Attachment it, Case @case, Boarding? report) =>
        new[] { it.Marking, report?.Marking ?? @case.Marking }.Max(x => x.PositionPrecision ?? PositionPrecision.Exact);
}
