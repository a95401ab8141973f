using Interdiction.Contracts;
using Interdiction.Http;
using Interdiction.Kernel;

namespace Interdiction.Figures;

/// <summary>Numbers over what the caller can read.</summary>
static class FiguresModule
{
    const string Time = "it is a time with a zone, such as 2003-08-07T00:00:00Z.";

    public static void MapFigures(this RouteGroupBuilder api) =>
        api.MapGroup("/statistics").WithTags("Statistics").Get<GetStatistics, Statistics>("/", (string? by, string? from, string? to) => Ask(by, from, to));

    static object Ask(string? by, string? from, string? to)
    {
        if (!Code<StatisticsBy>.TryRead(by ?? "partner", out var key))
            return Refusal.BadParameter("by", $"it is one of {Code<StatisticsBy>.List}.");
        if (from is not null && TimeConverter.Parse(from) is null)
            return Refusal.BadParameter("from", Time);
        if (to is not null && TimeConverter.Parse(to) is null)
            return Refusal.BadParameter("to", Time);
        return new GetStatistics(key, from is null ? null : TimeConverter.Parse(from), to is null ? null : TimeConverter.Parse(to));
    }
}
