namespace Interdiction.Documents.Pdf;

/// <summary>The operand of a TJ operator, opened when there is something to show (ISO 32000-1, 9.4.3).</summary>
/// <param name="content">Where it is written.</param>
struct GlyphString(ContentStream content)
{
    // Adjustments below this many thousandths of an em are not seen; they add up until they are.
    const float Smallest = 0.4f;

    bool inArray, inString;

    /// <summary>Moves the next glyph to the left, in thousandths of an em.</summary>
    /// <returns>Whether it was enough to be written.</returns>
    internal bool Move(float thousandths)
    {
        if (Math.Abs(thousandths) <= Smallest) return false;
        OpenArray();
        CloseString();
        content.Number(thousandths);
        return true;
    }

    internal void Show(ushort code)
    {
        OpenArray();
        if (!inString) content.Raw("<"u8);
        inString = true;
        content.Code(code);
    }

    internal void Close()
    {
        if (!inArray) return;
        CloseString();
        content.Raw("]TJ "u8);
        inArray = false;
    }

    void OpenArray()
    {
        if (!inArray) content.Raw("["u8);
        inArray = true;
    }

    void CloseString()
    {
        if (inString) content.Raw(">"u8);
        inString = false;
    }
}
