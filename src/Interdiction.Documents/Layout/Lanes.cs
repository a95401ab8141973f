using Interdiction.Documents.Drawing;

namespace Interdiction.Documents.Layout;

/// <summary>Elements side by side, each going on on the next page by itself: the body of rows and table rows.</summary>
sealed class Lanes
{
    readonly List<Element> elements = [];
    readonly List<bool> done = [];

    internal void Add(Element element)
    {
        elements.Add(element);
        done.Add(false);
    }

    /// <param name="context">The render.</param>
    /// <param name="room">Its width is not looked at.</param>
    /// <param name="widths">Width of each lane, in points.</param>
    /// <param name="gap">Space between lanes, in points.</param>
    internal Plan Measure(RenderContext context, Room room, IReadOnlyList<float> widths, float gap = 0)
    {
        float height = 0;
        var fit = Fit.Full;
        for (var i = 0; i < elements.Count; i++)
        {
            if (done[i]) continue;
            var plan = elements[i].Measure(context, room with { Width = widths[i] });
            if (plan.Fit == Fit.Wrap) return Plan.Wrap;
            if (plan.Fit == Fit.Partial) fit = Fit.Partial;
            height = Math.Max(height, plan.Height);
        }

        return new Plan(fit, widths.Sum() + gap * (elements.Count - 1), height);
    }

    internal void Draw(RenderContext context, Point at, Room room, IReadOnlyList<float> widths, float gap = 0)
    {
        var wasInLanes = context.InLanes;
        context.InLanes = true;
        float distance = 0;
        for (var i = 0; i < elements.Count; i++)
        {
            if (!done[i])
            {
                var lane = room with { Width = widths[i] };
                var fit = elements[i].Measure(context, lane).Fit;
                if (fit != Fit.Wrap)
                    elements[i].Draw(context, at with { X = context.FromStart(at, room.Width, distance, widths[i]) }, lane);
                done[i] = fit == Fit.Full;
            }

            distance += widths[i] + gap;
        }

        context.InLanes = wasInLanes;
    }
}
