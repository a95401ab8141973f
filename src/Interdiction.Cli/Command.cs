using Microsoft.Extensions.DependencyInjection;

namespace Interdiction.Cli;

/// <summary>The command line of whoever runs the server.</summary>
static class Command
{
    const string Usage = """
        interdiction migrate      Bring the database up to date.
        interdiction seed FILE    Take up the partners of a JSON file and invite their first administrators. Repeat it to add
                                  partners later: what is there already stays as it is.
        interdiction verify FILE  Say of a printed PDF, without any network, whether it is whole, who signed it, for whom it was
                                  made and what it leaves out. --certificate PEM names who may have signed it (the server shows
                                  its own at /print-certificate.pem). 0: whole; 1: altered, or signed by somebody else;
                                  2: no such file.

        --data DIR and --database 'Host=...;...' as for the server; its other settings count too: Interdiction__Data, Interdiction__Database, Interdiction__Issuer, ... in the environment,
        or section Interdiction of appsettings.json beside the program.
        """;

    const string Certificate = "--certificate";

    /// <summary>What an option sets; one that is no setting of the server is called as it is.</summary>
    static readonly Dictionary<string, string> Options = new() { ["--data"] = "Interdiction:Data", ["--database"] = "Interdiction:Database", [Certificate] = Certificate };

    static async Task<int> Main(string[] args)
    {
        using var interrupted = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            interrupted.Cancel();
        };
        return await Run(args, Console.Out, Console.Error, interrupted.Token);
    }

    /// <returns>0 when it is done, 1 when it could not be done, 2 when it was not understood.</returns>
    public static async Task<int> Run(string[] args, TextWriter output, TextWriter error, CancellationToken stop)
    {
        try
        {
            var (words, settings) = Split(args);
            switch (words)
            {
                case ["migrate"]:
                    await using (var deployment = Deployment.Open(settings))
                        await deployment.Services.GetRequiredService<Migrate>().Run(output, stop);
                    return 0;
                case ["seed", var path]:
                    var file = SeedFile.Read(path);
                    await using (var deployment = Deployment.Open(settings))
                    {
                        await deployment.Services.GetRequiredService<Migrate>().Run(output, stop);
                        await deployment.Services.GetRequiredService<Seed>().Run(file, output, stop);
                    }
                    return 0;
                case ["verify", var print]:
                    return await Verify.Run(print, settings.GetValueOrDefault(Certificate), output, error, stop);
                case [] or ["help" or "-h" or "--help"]:
                    await output.WriteLineAsync(Usage);
                    return words.Length == 0 ? 2 : 0;
                default:
                    await error.WriteLineAsync($"Not understood: {string.Join(' ', args)}\n\n{Usage}");
                    return 2;
            }
        }
        catch (CannotException cannot)
        {
            await error.WriteLineAsync(cannot.Message);
            return 1;
        }
    }

    /// <summary>Parts the words of the command from its options.</summary>
    static (string[] Words, Dictionary<string, string?> Settings) Split(string[] args)
    {
        var (words, settings) = (new List<string>(), new Dictionary<string, string?>());
        for (var i = 0; i < args.Length; i++)
            if (Options.TryGetValue(args[i], out var setting))
                settings[setting] = ++i < args.Length ? args[i] : throw new CannotException($"{args[i - 1]} needs a value.");
            else
                words.Add(args[i]);
        return ([.. words], settings);
    }
}

/// <summary>What whoever runs the command did wrong, in words for them.</summary>
sealed class CannotException(string message, Exception? inner = null) : Exception(message, inner);
