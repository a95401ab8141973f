using System.Buffers;
using System.Globalization;
using System.Text;
using Interdiction.Documents.Drawing;

namespace Interdiction.Documents.Pdf;

/// <summary>
/// Operators of one page (ISO 32000-1, annex A) from coordinates that begin at the top left. Colours and widths
/// are written only when they change.
/// </summary>
sealed class ContentStream
{
    readonly ArrayBufferWriter<byte> bytes = new(16_384);
    readonly Stack<GraphicsState> saved = new();
    GraphicsState state;

    readonly record struct GraphicsState(Color? Fill, Color? Outline, float? Width, byte Alpha);

    /// <summary>Height of the page, in points.</summary>
    internal float PageHeight { get; private set; }

    internal ReadOnlySpan<byte> Bytes => bytes.WrittenSpan;

    internal bool IsEmpty => bytes.WrittenCount == 0;

    internal void Reset(float pageHeight)
    {
        bytes.ResetWrittenCount();
        saved.Clear();
        state = new GraphicsState(null, null, null, 255);
        PageHeight = pageHeight;
    }

    internal ContentStream Operator(ReadOnlySpan<byte> text)
    {
        bytes.Write(text);
        bytes.Write("\n"u8);
        return this;
    }

    internal ContentStream Raw(ReadOnlySpan<byte> text)
    {
        bytes.Write(text);
        return this;
    }

    internal ContentStream Ascii(string text)
    {
        Encoding.ASCII.GetBytes(text, bytes);
        return this;
    }

    /// <summary>A number with at most two decimals, and a space.</summary>
    internal ContentStream Number(float value)
    {
        Span<byte> digits = stackalloc byte[32];
        var hundredths = (long)MathF.Round(value * 100);
        var at = digits.Length;
        digits[--at] = (byte)' ';
        var (whole, rest) = Math.DivRem(Math.Abs(hundredths), 100);
        if (rest % 10 != 0) digits[--at] = (byte)('0' + rest % 10);
        if (rest != 0)
        {
            digits[--at] = (byte)('0' + rest / 10);
            digits[--at] = (byte)'.';
        }

        do digits[--at] = (byte)('0' + whole % 10);
        while ((whole /= 10) > 0);
        if (hundredths < 0) digits[--at] = (byte)'-';
        return Raw(digits[at..]);
    }

    /// <summary>A code of two bytes, inside a hexadecimal string.</summary>
    internal void Code(ushort code)
    {
        Span<byte> digits = stackalloc byte[4];
        for (var i = 0; i < 4; i++) digits[i] = "0123456789ABCDEF"u8[(code >> (12 - 4 * i)) & 15];
        bytes.Write(digits);
    }

    /// <summary>A point, turned to coordinates that begin at the bottom left.</summary>
    internal ContentStream At(Point point) => Number(point.X).Number(PageHeight - point.Y);

    internal ContentStream Rectangle(Area area) =>
        Number(area.X).Number(PageHeight - area.Bottom).Number(area.Width).Number(area.Height).Raw("re "u8);

    internal void Save()
    {
        saved.Push(state);
        Operator("q"u8);
    }

    internal void Restore()
    {
        state = saved.Pop();
        Operator("Q"u8);
    }

    internal void Fill(Color color)
    {
        if (state.Fill == color) return;
        state = state with { Fill = color };
        Components(color).Operator("rg"u8);
    }

    internal void Outline(Color color)
    {
        if (state.Outline == color) return;
        state = state with { Outline = color };
        Components(color).Operator("RG"u8);
    }

    /// <summary>Sets an opacity by the name of its resource.</summary>
    internal void Opacity(byte alpha, Func<byte, string> resourceName)
    {
        if (state.Alpha == alpha) return;
        state = state with { Alpha = alpha };
        Raw("/"u8).Ascii(resourceName(alpha)).Operator(" gs"u8);
    }

    internal void LineWidth(float width)
    {
        if (state.Width == width) return;
        state = state with { Width = width };
        Number(width).Operator("w"u8);
    }

    ContentStream Components(Color color) =>
        Number3(color.Red / 255f).Number3(color.Green / 255f).Number3(color.Blue / 255f);

    // Two decimals would not tell all 256 values apart.
    ContentStream Number3(float value) =>
        Ascii(value.ToString("0.### ", CultureInfo.InvariantCulture));
}
