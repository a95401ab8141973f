namespace Interdiction.Tests.Access;

/// <summary>Whoever is suspended is stopped at the next request, whatever their token says.</summary>
public sealed class SuspendedAccountTests(OwnServer own) : IClassFixture<OwnServer>
{
    [Fact]
    public async Task An_account_that_is_suspended_while_it_works_does_nothing_more()
    {
        var leaver = await own.As(new Principal("AUS", Post.Officer));
        var me = (string)(await leaver.Get("me")).Is(200).Json["id"]!;
        var word = $"leaver{Guid.CreateVersion7():N}";
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var streams = Enumerable.Range(0, 6).Select(i => Task.Run(async () =>
        {
            var sent = new List<(long Begun, Answer Answer)>();
            while (!end.IsCancellationRequested)
            {
                var begun = TimeProvider.System.GetTimestamp();
                sent.Add((begun, i % 2 == 0 ? await leaver.Get("boardings?limit=5") : await leaver.Post("boardings", Documents.Report(new { title = word }))));
            }
            return sent;
        }, TestContext.Current.CancellationToken)).ToList();

        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        (await (await own.As(new Principal("AUS", Post.Administrator))).Move($"admin/clients/{me}", "suspended")).Is(200);
        var suspended = TimeProvider.System.GetTimestamp();
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        await end.CancelAsync();
        var all = (await Task.WhenAll(streams)).SelectMany(x => x).ToList();

        Assert.Contains(all, x => x.Answer.Status == 201);
        Assert.Contains(all, x => x.Begun > suspended);
        Assert.All(all.Where(x => x.Begun > suspended), x => x.Answer.Is(401));
        Assert.All(all, x => Assert.True(x.Answer.Status is 200 or 201 or 401, x.Answer.Text));
        // What was answered as stored is stored, and nothing else is.
        var colleague = await own.As(new Principal("AUS", Post.Coordinator));
        var filed = all.Count(x => x.Answer.Status == 201);
        Assert.Equal(filed, (int)(await colleague.Get($"boardings?q={word}&count=exact")).Is(200).Json["total"]!);
    }
}
