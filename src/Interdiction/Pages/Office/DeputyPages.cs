using Interdiction.Administration;
using Interdiction.Contracts;
using Interdiction.Kernel;
using Interdiction.Pipeline;

namespace Interdiction.Pages.Office;

/// <summary>Deputies: listed, named, taken back.</summary>
static class DeputyPages
{
    static readonly Refusal NoId = Refusal.Invalid(new Fault("/person", RuleCodes.Form, "The coordinator's id is the one that GET /api/v1/me shows to them; leave it out to name every coordinator of the partner."));

    public static Task<IResult> List(OfficeForm form, string? cursor) => List(form, cursor, null);

    static async Task<IResult> List(OfficeForm form, string? cursor, Refusal? fault)
    {
        var found = await form.Send(new ListDeputies(new Paging(200, cursor, Counted: true)));
        return found.Refusal is { } refusal ? Page.Error(refusal) : OfficeForm.Show<DeputiesPage>(fault, (nameof(DeputiesPage.Found), found.Value));
    }

    public static async Task<IResult> Act(OfficeForm form)
    {
        if (await form.Read() is { } expired)
            return await List(form, null, expired);
        var refusal = Guid.TryParse(form.Text("deputy"), out var id) ? (await form.Send(new WithdrawDeputy(id))).Refusal
            : form.Text("person") is { } text && !Guid.TryParse(text, out _) ? NoId
            : (await form.Send(new NameDeputy(new NewDeputy
            {
                Partner = form.Text("partner"),
                Person = Guid.TryParse(form.Text("person"), out var person) ? person : null,
                Acts = form.Codes<ProposalAct>("act"),
            }))).Refusal;
        return refusal is null ? Results.Redirect(OfficeModule.Deputies) : await List(form, null, refusal);
    }
}
