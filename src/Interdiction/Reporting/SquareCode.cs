using Interdiction.Documents;
using Interdiction.Documents.Drawing;
using QRCoder;

namespace Interdiction.Reporting;

/// <summary>A QR code (ISO/IEC 18004) on paper.</summary>
static class SquareCode
{
    /// <summary>Draws it with its quiet zone, as large as its place.</summary>
    public static void Draw(FigureCanvas figure, string content)
    {
        using var code = QRCodeGenerator.GenerateQrCode(content, QRCodeGenerator.ECCLevel.M);
        var (rows, path) = (code.ModuleMatrix, new VectorPath());
        var side = Math.Min(figure.Width, figure.Height) / rows.Count;
        for (var y = 0; y < rows.Count; y++)
            for (var x = 0; x < rows.Count; x++)
                if (rows[y][x])
                    path.MoveTo(x * side, y * side).LineTo((x + 1) * side, y * side).LineTo((x + 1) * side, (y + 1) * side).LineTo(x * side, (y + 1) * side).Close();
        figure.Path(path, Color.Black);
    }
}
