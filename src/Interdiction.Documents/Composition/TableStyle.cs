using Interdiction.Documents.Drawing;

namespace Interdiction.Documents;

/// <summary>How a table looks; lengths in points.</summary>
public sealed record TableStyle
{
    /// <summary>Small slate column heads over a navy rule, hairlines between rows, text flush with the page.</summary>
    public static readonly TableStyle Default = new();

    /// <summary>Tinted head and every second row tinted, for tables too wide for the eye to keep its line.</summary>
    public static readonly TableStyle Banded = new() { HeaderFill = Color.Paper, Stripe = Color.Paper, Rule = null, EdgePadding = 6 };

    /// <summary>Style of text in the header, over that of the table.</summary>
    public TextStyle HeaderText { get; init; } = new() { Size = 8, Bold = true, Color = Color.Slate, LineHeight = 1.3f };

    /// <summary>Colour behind the header.</summary>
    public Color? HeaderFill { get; init; }

    /// <summary>Line under the header.</summary>
    public Stroke? HeaderRule { get; init; } = new Stroke(Color.Navy, 0.9f);

    /// <summary>Line under each row.</summary>
    public Stroke? Rule { get; init; } = new Stroke(Color.Mist, 0.5f);

    /// <summary>Colour behind every second row.</summary>
    public Color? Stripe { get; init; }

    /// <summary>Space between the content of the outer cells and the edges of the table.</summary>
    public float EdgePadding { get; init; }

    /// <summary>Space left and right of the content of a cell.</summary>
    public float PaddingHorizontal { get; init; } = 4;

    /// <summary>Space above and below the content of a cell.</summary>
    public float PaddingVertical { get; init; } = 3;
}
