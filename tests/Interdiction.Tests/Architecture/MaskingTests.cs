using Interdiction.Boardings;
using Interdiction.Cases;
using Interdiction.Kernel;
using Interdiction.Translations;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interdiction.Tests.Architecture;

/// <summary>What is masked is read by the masking step and by those who write, and by nothing else, so that a channel of tomorrow is masked too.</summary>
public sealed class MaskingTests
{
    static readonly Type[] Writers = [typeof(Boarding), typeof(BoardingRevision), typeof(Case), typeof(FileBoardingReport), typeof(WriteBoardingReport)];

    /// <summary>Who may read the text of a revision, beside the masking step.</summary>
    static readonly string[] OfReports =
    [
        .. Writers.Select(x => x.FullName!), "Interdiction.Boardings.Shown", "Interdiction.Data.Tables", "Interdiction.Cargo.RegisterCargo", "Interdiction.Vessels.VesselTable",
    ];

    /// <summary>Who may read the whole marking; the lists mask what they selected.</summary>
    static readonly string[] OfMarkings =
    [
        .. Writers.Select(x => x.FullName!), "Interdiction.Boardings.Shown", "Interdiction.Data.Tables", "Interdiction.Data.ReaderTable", "Interdiction.Cases.CaseHeads",
        "Interdiction.Boardings.ListBoardingReports", "Interdiction.Cases.GetCaseContents", "Interdiction.Notifications.Inbox", "Interdiction.Vessels.GetVessel", "Interdiction.Boardings.ReleaseRevisions",
        "Interdiction.Access.Remarking", "Interdiction.Access.ShownMarkings", "Interdiction.Proposals.WidenMarking", "Interdiction.Search.HitMarkings",
        "Interdiction.Evidence.ShownEvidence", "Interdiction.Evidence.FinishUpload", "Interdiction.Archives.Destruction",
    ];

    static readonly string[] OfColumns = [.. Writers.Select(x => x.FullName!), "Interdiction.Boardings.ShownColumns", "Interdiction.Data.Tables"];

    // Broken once by GetReportTransitions that reads it.Current.Report.
    [Fact]
    public void The_text_of_a_report_is_read_by_the_masking_step_and_the_writers_alone() => Alone(typeof(BoardingRevision), [nameof(BoardingRevision.Report)], OfReports);

    // Broken once by GetCaseTransitions that reads it.Marking.
    [Fact]
    public void A_marking_is_read_by_the_masking_step_and_the_writers_alone()
    {
        Alone(typeof(Boarding), [nameof(Boarding.Marking)], OfMarkings);
        Alone(typeof(Case), [nameof(Case.Marking)], OfMarkings);
        Alone(typeof(IMarked), [nameof(IMarked.Marking)], OfMarkings);
    }

    // Broken once by CaseFilter that reads x.Latitude.
    [Fact]
    public void What_is_masked_is_searched_by_the_masking_step_alone() => Alone(typeof(BoardingRevision),
        [nameof(BoardingRevision.Latitude), nameof(BoardingRevision.Longitude)], OfColumns);

    // A narrative is released as written, and so is what it says in another language.
    [Fact]
    public void The_text_of_a_translation_is_read_where_it_is_shown_and_searched_alone() =>
        Alone(typeof(Translation), [nameof(Translation.Text)], ["Interdiction.Translations.Translation", "Interdiction.Search.SearchTable"]);

    static void Alone(Type owner, string[] properties, string[] allowed)
    {
        var readers = properties.SelectMany(x => Readers(owner.FullName!, $"get_{x}")).ToList();
        Assert.NotEmpty(readers);
        Assert.Empty(readers.Where(x => !allowed.Contains(x.Type)).Select(x => x.Method).Distinct());
    }

    /// <summary>Methods that call a getter or name it in an expression, with the outermost type that they stand in.</summary>
    static IEnumerable<(string Type, string Method)> Readers(string owner, string getter)
    {
        using var server = AssemblyDefinition.ReadAssembly(Product.Server.Location);
        return [.. from type in server.MainModule.GetTypes()
                   from method in type.Methods
                   where method.HasBody && method.Body.Instructions.Any(x => Names(x, owner, getter))
                   select (Outermost(type).FullName, method.FullName)];
    }

    static bool Names(Instruction it, string owner, string getter) => it.Operand is MethodReference method && method.Name == getter && method.DeclaringType.FullName == owner;

    static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is { } around ? Outermost(around) : type;
}
