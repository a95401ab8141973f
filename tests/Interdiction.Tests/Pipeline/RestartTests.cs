namespace Interdiction.Tests.Pipeline;

/// <summary>What the server did is known to it after it was stopped and started again.</summary>
public sealed class RestartTests
{
    [Fact]
    public async Task A_key_is_known_after_a_restart()
    {
        await using var data = await StationData.Make();
        var (body, key) = (Documents.Report(), Guid.CreateVersion7().ToString());
        List<Answer> answers = [];
        for (var start = 0; start < 2; start++)
        {
            await using var station = new Station(data);
            using var officer = await station.Officer();
            answers.Add((await officer.Send(HttpMethod.Post, "boardings", body, ("Idempotency-Key", key))).Is(201));
            if (start == 1)
                answers.Add((await officer.Send(HttpMethod.Post, "boardings", body)).Is(200));
        }
        Assert.Single(answers.Select(x => x.Text).Distinct());
        Assert.Equal([false, true, true], answers.Select(x => x.Headers.Contains("Idempotency-Replayed")));
    }
}
