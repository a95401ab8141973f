using System.Text;
using Interdiction.Documents.Pdf;

namespace Interdiction.Documents.Tests;

/// <summary>Room for a signature, and what it covers.</summary>
public sealed class SignatureTests
{
    sealed class Signer(byte[] signature, int room = 64) : IPdfSigner
    {
        public byte[] Covered { get; private set; } = [];
        public string Name => "Somebody (for a test) é";
        public int Room => room;

        public Task<byte[]> Sign(byte[] content, CancellationToken stop)
        {
            Covered = content;
            return Task.FromResult(signature);
        }
    }

    static readonly Document Sample = Document.Compose(Rendered.Info, page => page.Content(x => x.Text("Signed.")));

    [Fact]
    public async Task It_covers_every_byte_but_its_own()
    {
        var signer = new Signer([0xAB, 0xCD]);
        var file = await PdfRenderer.Sign(Sample, signer, TestContext.Current.CancellationToken);
        var text = Encoding.Latin1.GetString(file);
        var contents = $"<ABCD{new string('0', 124)}>";
        var start = text.IndexOf(contents, StringComparison.Ordinal);
        Assert.Equal(Encoding.Latin1.GetString(signer.Covered), text.Remove(start, contents.Length));
        Assert.Contains($"/ByteRange[0 {start} {start + contents.Length} {file.Length - start - contents.Length}]", text, StringComparison.Ordinal);
        new Rendered(file, new RenderResult(1, [])).AssertSound();
    }

    [Fact]
    public async Task The_same_document_has_the_same_bytes_up_to_the_signature()
    {
        var (one, other) = (new Signer([1]), new Signer([2]));
        await PdfRenderer.Sign(Sample, one, TestContext.Current.CancellationToken);
        await PdfRenderer.Sign(Sample, other, TestContext.Current.CancellationToken);
        Assert.Equal(one.Covered, other.Covered);
    }

    [Fact]
    public async Task A_signature_that_is_too_large_is_an_error_and_no_file() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => PdfRenderer.Sign(Sample, new Signer(new byte[65]), TestContext.Current.CancellationToken));
}
