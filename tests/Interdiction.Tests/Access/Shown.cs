using System.Globalization;
using System.Text.Json.Nodes;

namespace Interdiction.Tests.Access;

/// <summary>What an answer shows inside a record that is readable, against what it should.</summary>
static class Shown
{
    public const string Master = "Master of the matrix";
    public const string Cook = "Cook of the matrix";
    public const string Suspect = "Suspect of the matrix";

    /// <returns>What is wrong; null for nothing. And how many cells were looked at.</returns>
    public static (string? Wrong, int Cells) In(Answer answer, Principal who, Act act, Filed it)
    {
        var facts = it.Sample.Facts;
        return act switch
        {
            Act.ReadContents => Holds(answer.Json["boardings"]!.AsArray().Any(x => (Guid)x!["id"]! == it.ReportId), Oracle.CanRead(who, facts)),
            Act.ReadTimeline => Holds(answer.Json["items"]!.AsArray().Any(x => (Guid)x!["resource"]! == it.ReportId), Oracle.CanRead(who, facts)),
            Act.ReadReport => (Report(answer.Json, who, facts, Oracle.RevisionShown(who, facts)), 4),
            Act.ReadFirstRevision => (Report(answer.Json, who, facts, 1), 4),
            Act.ReadCaseAccess or Act.ReadReportAccess => Partners(answer.Json["items"]!.AsArray().Select(x => x!["partner"]), Oracle.Readers(act, facts)),
            Act.NarrowCase or Act.NarrowReport => Partners(answer.Json["loses"]!.AsArray(), Oracle.Readers(act, facts).Except(Oracle.ReadersAfter(act, facts))),
            Act.ProposeWideningCase or Act.ProposeWideningReport => Partners(answer.Json["gains"]!.AsArray(), Oracle.ReadersAfter(act, facts).Except(Oracle.Readers(act, facts))),
            Act.ReadReportMarking => (Team(answer.Json, who, facts.Originator, facts.Label), 1),
            Act.ReadCaseMarking => (Team(answer.Json, who, facts.Case.Originator, facts.Case.Label), 1),
            Act.ReadCase => (Team(answer.Json["marking"]!, who, facts.Case.Originator, facts.Case.Label), 1),
            _ => (null, 0),
        };
    }

    static (string?, int) Holds(bool shows, bool should) =>
        (shows == should ? null : shows ? "shows a report that it should not" : "does not show a report that it should", 1);

    /// <summary>A flag State's people read no content: whether it is named is nobody's loss.</summary>
    static (string?, int) Partners(IEnumerable<JsonNode?> shown, IEnumerable<string> expected)
    {
        var named = shown.Select(x => (string)x!).Intersect(Principal.Readers).ToHashSet();
        return (named.SetEquals(expected) ? null : $"names the partners {string.Join(' ', named)}", Principal.Readers.Length);
    }

    static string? Report(JsonNode shown, Principal who, ReportFacts facts, int revision)
    {
        var persons = Oracle.ShowsPersons(who, facts);
        string Name(int person) => (string?)shown["persons"]!["aboard"]![person]!["name"] ?? "";
        var latitude = ((double)shown["place"]!["latitude"]!).ToString(CultureInfo.InvariantCulture);
        return (int)shown["revision"]! != revision ? $"shows revision {shown["revision"]}"
            : (shown["persons"]!["masterName"] is null, Name(0), Name(1)) != (!persons, persons ? Cook : "", Suspect) ? $"shows the persons {shown["persons"]!.ToJsonString()}"
            : latitude != Oracle.Latitude(who, facts) ? $"shows the latitude {latitude}"
            : Team(shown["marking"]!, who, facts.Originator, facts.Label);
    }

    static string? Team(JsonNode marking, Principal who, string originator, Label label) =>
        marking["team"] is not null == Oracle.ShowsTeam(who, originator, label) ? null : $"shows the marking {marking.ToJsonString()}";
}
