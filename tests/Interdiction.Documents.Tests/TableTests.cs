namespace Interdiction.Documents.Tests;

public class TableTests
{
    static void Compose(TableDescriptor table, IEnumerable<int> rows)
    {
        table.Columns(columns =>
        {
            columns.Fixed(60);
            columns.Relative(2);
            columns.Relative();
        });
        table.Header(header =>
        {
            header.Cell().Text("HeadNo");
            header.Cell().Text("HeadVessel");
            header.Cell().Text("HeadMass").AlignEnd();
        });
        table.Empty("Nothing was seized.");
        table.Rows(rows, (row, i) =>
        {
            row.Cell().Text($"#{i}");
            row.Cell().Text($"MV Vessel {i}");
            row.Cell().Text($"{i} kg").AlignEnd();
        });
    }

    [Fact]
    public void Five_thousand_rows_repeat_their_header_on_each_page()
    {
        var rendered = Rendered.Content(c => c.Table(table => Compose(table, Enumerable.Range(1, 5_000))));
        rendered.AssertSound();
        Assert.True(rendered.Result.PageCount > 100);
        Assert.All(rendered.Pages, page => Assert.StartsWith("HeadNoHeadVesselHeadMass", page, StringComparison.Ordinal));
        var rows = rendered.Pages.SelectMany(page => page.Split('#').Skip(1)).Select(row => row.Split("MV")[0]);
        Assert.Equal(Enumerable.Range(1, 5_000).Select(i => i.ToString()), rows);
    }

    [Fact]
    public void Rows_are_read_as_pages_need_them()
    {
        var read = 0;
        var pages = new List<int>();
        IEnumerable<int> Source()
        {
            for (var i = 1; i <= 2_000; i++)
            {
                read++;
                yield return i;
            }
        }

        var canvas = new PageCounter(() => pages.Add(read));
        Document.Compose(Rendered.Info, page => page.Content(c => c.Table(table => Compose(table, Source())))).LayOut(canvas);
        Assert.Equal(2_000, read);
        Assert.InRange(pages[0], 10, 100);
        Assert.All(pages.Zip(pages.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 0, 100));
    }

    [Fact]
    public void An_empty_table_says_so()
    {
        var rendered = Rendered.Content(c => c.Table(table => Compose(table, [])));
        rendered.AssertSound();
        Assert.Equal("HeadNoHeadVesselHeadMassNothing was seized.", Assert.Single(rendered.Pages));
    }

    [Fact]
    public void An_empty_table_without_words_for_it_is_its_header()
    {
        var rendered = Rendered.Content(c => c.Table(table =>
        {
            table.Columns(columns => columns.Relative());
            table.Header(header => header.Cell().Text("Head"));
        }));
        Assert.Equal("Head", Assert.Single(rendered.Pages));
    }

    [Fact]
    public void A_row_taller_than_a_page_is_split()
    {
        var words = string.Join(' ', Enumerable.Range(1, 3_000).Select(i => $"w{i}"));
        var rendered = Rendered.Content(c => c.Table(table =>
        {
            table.Columns(columns =>
            {
                columns.Fixed(100);
                columns.Relative();
            });
            table.Header(header => header.Cell(2).Text("Head"));
            table.Row(row =>
            {
                row.Cell().Text("before");
                row.Cell().Text("short");
            });
            table.Row(row =>
            {
                row.Cell().Text("label");
                row.Cell().Text(words);
            });
            table.Row(row => row.Cell(2).Text("after"));
        }));
        rendered.AssertSound();
        Assert.True(rendered.Result.PageCount > 2);
        Assert.Contains("w1 ", rendered.Pages[0], StringComparison.Ordinal);
        Assert.EndsWith("after", rendered.Pages[^1], StringComparison.Ordinal);
        Assert.Single(rendered.Pages, page => page.Contains("label", StringComparison.Ordinal));
        Assert.All(rendered.Pages, page => Assert.StartsWith("Head", page, StringComparison.Ordinal));
        Assert.Equal(3_000, rendered.PdfToText("-raw").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(w => w is ['w', >= '0' and <= '9', ..]));
    }

    [Fact]
    public void A_row_that_a_page_can_hold_is_not_split()
    {
        var rendered = Rendered.Content(c => c.Table(table =>
        {
            table.Columns(columns => columns.Relative());
            for (var i = 0; i < 7; i++)
                table.Row(row => row.Cell().Text(string.Join('\n', Enumerable.Range(0, 20).Select(line => $"r{i}l{line}."))));
        }));
        for (var i = 0; i < 7; i++)
            Assert.Single(rendered.Pages, page => page.Contains($"r{i}l", StringComparison.Ordinal));
    }

    [Fact]
    public void A_table_in_a_cell_of_a_table_goes_on_over_pages()
    {
        var rendered = Rendered.Content(c => c.Table(outer =>
        {
            outer.Columns(columns =>
            {
                columns.Fixed(80);
                columns.Relative();
            });
            outer.Row(row =>
            {
                row.HeaderCell().Text("outer");
                row.Cell().Table(inner => Compose(inner, Enumerable.Range(1, 100)));
            });
        }));
        rendered.AssertSound();
        Assert.True(rendered.Result.PageCount > 1);
        Assert.All(rendered.Pages, page => Assert.Contains("HeadVessel", page, StringComparison.Ordinal));
        Assert.Contains("#100MV", rendered.Pages[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_without_columns_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => Rendered.Content(c => c.Table(_ => { })));
}
