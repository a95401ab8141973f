using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Partners;

namespace Interdiction.CaseWork;

/// <summary>Decides whose work a task can be: that of a partner that reads it. Who of its people does it is the partner's own matter.</summary>
public sealed class Owners(PartnerRegister partners, ReaderTable readers)
{
    /// <param name="task">With its marking and its case.</param>
    public Refusal? Check(CaseTask task, string owner) =>
        !partners.Knows(owner) ? Refused(RuleCodes.UnknownCode, "That is no partner's code.")
        : !readers.PartnersOf(task).Contains(owner) ? Refused("notReleased", $"{owner} cannot read the task: neither its marking nor that of the case may keep it out.")
        : null;

    static Refusal Refused(string code, string detail) => Refusal.Invalid(new Fault("/owner", code, detail));
}
