namespace Interdiction.Documents.Drawing;

/// <summary>A point, in points (1/72 inch) from the top left corner.</summary>
public readonly record struct Point(float X, float Y);

/// <summary>A rectangle, in points from the top left corner.</summary>
public readonly record struct Area(float X, float Y, float Width, float Height)
{
    public float Right => X + Width;
    public float Bottom => Y + Height;
}

/// <summary>How an outline is drawn.</summary>
/// <param name="Color">Its colour.</param>
/// <param name="Width">Its width in points.</param>
public readonly record struct Stroke(Color Color, float Width = 0.5f);
