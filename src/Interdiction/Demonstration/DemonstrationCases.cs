using System.Reflection;
using System.Text.Json;
using Interdiction.Administration;
using Interdiction.Boardings;
using Interdiction.CaseLinks;
using Interdiction.CaseWork;
using Interdiction.Consents;
using Interdiction.Contracts;
using Interdiction.Custody;
using Interdiction.Data;
using Interdiction.Dispatches;
using Interdiction.Evidence;
using Interdiction.Kernel;
using Interdiction.Proposals;
using Interdiction.Translations;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Demonstration;

/// <summary>Files the demonstration's cases as its people would: every step goes through the pipeline under their own name.</summary>
sealed class DemonstrationCases(IServiceScopeFactory scopes)
{
    /// <summary>A report with what was done with it.</summary>
    /// <param name="As">Login of the officer who files it.</param>
    /// <param name="Translations">Its narrative in other languages.</param>
    /// <param name="Links">Cases of earlier scripts that belong with its own.</param>
    /// <param name="Custody">What was done with its exhibits afterwards.</param>
    /// <param name="Requests">What flag States are asked in its case.</param>
    /// <param name="Talk">What is said in its case, and is to be done.</param>
    /// <param name="Dispatches">What other partners are told or asked about its case.</param>
    /// <param name="Files">Photos and scans of it.</param>
    /// <param name="Deputies">Whom its partner named as deputies.</param>
    /// <param name="Acts">What two people did with it in the end.</param>
    sealed record Script(string As, BoardingReport Report, IReadOnlyList<Step> Steps, IReadOnlyList<Reading>? Translations, IReadOnlyList<Link>? Links, IReadOnlyList<Handling>? Custody, IReadOnlyList<Question>? Requests,
        IReadOnlyList<Word>? Talk, IReadOnlyList<Letter>? Dispatches,
        IReadOnlyList<Picture>? Files, IReadOnlyList<Standing>? Deputies, IReadOnlyList<Deed>? Acts, BoardingState Filed = BoardingState.Draft);

    /// <param name="As">Login of who does it.</param>
    sealed record Step(string As, BoardingTransition Do);

    sealed record Reading(string As, NewTranslation Translation);

    /// <param name="With">File of the other script.</param>
    sealed record Link(string As, string With, string Reason);

    /// <param name="As">Login of who does it.</param>
    /// <param name="Exhibit">Number of the exhibit.</param>
    /// <param name="Do">The event that is added; null where the one before it is ended.</param>
    /// <param name="End">How a hand-over ends.</param>
    sealed record Handling(string As, string Exhibit, NewCustodyEvent? Do, CustodyTransition? End);

    /// <summary>A request to a flag State with what came of it.</summary>
    sealed record Question(string As, NewConsentRequest Request, IReadOnlyList<Reply> Steps);

    sealed record Reply(string As, ConsentTransition Do);

    /// <summary>A dispatch with what came of it.</summary>
    sealed record Letter(string As, NewDispatch Dispatch, IReadOnlyList<Ending> Steps);

    sealed record Ending(string As, DispatchTransition Do);

    sealed record Word(string As, NewComment? Comment, NewTask? Task);

    /// <param name="File">Its name beside the scripts, and as it was uploaded.</param>
    /// <param name="Exhibit">Number of the exhibit that it shows; it is of the report where there is none.</param>
    sealed record Picture(string As, string File, string? Exhibit);

    sealed record Standing(string As, NewDeputy Deputy);

    /// <param name="As">Login of who proposes it.</param>
    /// <param name="Exhibit">Number of the exhibit that it is done to; the case where there is none.</param>
    /// <param name="By">Login of who approves it.</param>
    sealed record Deed(string As, NewProposal Propose, string? Exhibit, string By);

    public async Task File(CancellationToken stop)
    {
        var filedBefore = new Dictionary<string, Guid>();
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(x => x.StartsWith("Demonstration/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            await using var file = assembly.GetManifestResourceStream(name)!;
            var script = (await JsonSerializer.DeserializeAsync<Script>(file, Json.Options, stop))!;
            var filed = await Send(script.As, new FileBoardingReport(script.Report, script.Filed), name, stop);
            foreach (var step in script.Steps)
                await Send(step.As, ReportTransitions.Of(filed.Id!.Value, step.Do), name, stop);
            filedBefore[Path.GetFileName(name)] = filed.CaseId!.Value;
            foreach (var reading in script.Translations ?? [])
                await Send(reading.As, new TranslateNarrative(filed.Id!.Value, reading.Translation), name, stop);
            foreach (var link in script.Links ?? [])
                await Send(link.As, new LinkCases(filed.CaseId!.Value, filedBefore[link.With], new LinkReason { Reason = link.Reason }), name, stop);
            var exhibits = filed.Seizures.SelectMany(x => x.Exhibits).ToDictionary(x => x.Number!, x => x.Id!.Value);
            ShownCustodyEvent? last = null;
            foreach (var handling in script.Custody ?? [])
                last = handling.Do is { } added ? await Send(handling.As, new RecordCustody(exhibits[handling.Exhibit], added), name, stop)
                    : await Send(handling.As, new EndTransfer(last!.Id, handling.End!), name, stop);
            foreach (var question in script.Requests ?? [])
            {
                var asked = await Send(question.As, new SendConsentRequest(question.Request with { CaseId = filed.CaseId }), name, stop);
                foreach (var step in question.Steps)
                    await Send(step.As, ConsentTransitions.Of(asked.Id!.Value, step.Do), name, stop);
            }
            var @case = filed.CaseId!.Value;
            foreach (var word in script.Talk ?? [])
                if (word.Comment is { } comment)
                    await Send(word.As, new AddComment(@case, comment), name, stop);
                else
                    await Send(word.As, new OpenTask(@case, word.Task!), name, stop);
            foreach (var letter in script.Dispatches ?? [])
            {
                var sent = await Send(letter.As, new SendDispatch(letter.Dispatch with { CaseId = @case }), name, stop);
                foreach (var step in letter.Steps)
                    await Send(step.As, DispatchTransitions.Of(sent.Id!.Value, step.Do), name, stop);
            }
            foreach (var picture in script.Files ?? [])
                await Upload(picture, picture.Exhibit is { } shown ? exhibits[shown] : filed.Id!.Value, name, stop);
            foreach (var deputy in script.Deputies ?? [])
                await Send(deputy.As, new NameDeputy(deputy.Deputy), name, stop);
            foreach (var deed in script.Acts ?? [])
            {
                var proposed = await Send(deed.As, new ProposeAct(deed.Propose with { Resource = deed.Exhibit is { } number ? exhibits[number] : @case }), name, stop);
                await Send(deed.By, new DecideProposal(proposed.Id, new ProposalTransition { To = ProposalState.Approved }), name, stop);
            }
        }
    }

    async Task Upload(Picture picture, Guid record, string name, CancellationToken stop)
    {
        await using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream($"DemonstrationFiles/{picture.File}")!;
        var begun = await Send(picture.As, new BeginUpload(record, new NewAttachment { Name = picture.File, Length = file.Length }), name, stop);
        await using var scope = await Begin(picture.As, stop);
        Done(await scope.ServiceProvider.GetRequiredService<Uploading>().Append(begun.Id, 0, file, null, stop), name);
    }

    async Task<TAnswer> Send<TAnswer>(string login, IMessage<TAnswer> message, string name, CancellationToken stop)
    {
        await using var scope = await Begin(login, stop);
        return Done(await scope.ServiceProvider.GetRequiredService<Messenger>().Send(message, stop), name);
    }

    async Task<AsyncServiceScope> Begin(string login, CancellationToken stop)
    {
        var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<InterdictionDb>();
        scope.ServiceProvider.GetRequiredService<Caller>().Become(await db.Accounts.AsNoTracking().SingleAsync(x => x.Login == login, stop));
        var envelope = scope.ServiceProvider.GetRequiredService<Envelope>();
        (envelope.IdempotencyKey, envelope.IfMatch) = (Guid.CreateVersion7(), ["*"]);
        return scope;
    }

    static TAnswer Done<TAnswer>(Result<TAnswer> result, string name) =>
        result.Refusal is null ? result.Value
            : throw new InvalidOperationException($"{name}: {result.Refusal.Code}, {string.Join(' ', result.Refusal.Faults.Select(x => $"{x.Pointer} {x.Detail}"))}{string.Join(' ', result.Refusal.Reasons)}");
}
