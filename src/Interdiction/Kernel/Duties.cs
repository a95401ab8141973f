using Interdiction.Contracts;

namespace Interdiction.Kernel;

/// <summary>What an account may do for its partner, and up to where it reads.</summary>
public sealed record Duties(IReadOnlyList<Role> Roles, IReadOnlyList<string> Grants, Classification? Clearance)
{
    /// <summary>The grant of a nation's legal adviser.</summary>
    public const string Legal = "legal";

    /// <summary>What is wrong with these duties; nothing for an account that needs none.</summary>
    /// <param name="highest">What the deployment is accredited for.</param>
    public IEnumerable<Fault> Faults(Classification highest)
    {
        if (Roles.Distinct().Count() != Roles.Count)
            yield return new("/roles", RuleCodes.Duplicate, "Name each role once.");
        if (Roles.Contains(Role.Administrator) && Roles.Count > 1)
            yield return new("/roles", "aloneOnly", "An administrator reads no content and has no other role: invite the person a second time under another address.");
        foreach (var (index, grant) in Grants.Index())
            if (grant != Legal)
                yield return new($"/grants/{index}", RuleCodes.UnknownCode, $"'{grant}' is not a grant: {Legal}.");
            else if (!Roles.Contains(Role.Coordinator))
                yield return new($"/grants/{index}", "coordinatorOnly", "A legal adviser is a coordinator: give the role as well.");
        if (Grants.Distinct().Count() != Grants.Count)
            yield return new("/grants", RuleCodes.Duplicate, "Name each grant once.");
        if (Clearance is null && Roles.Any(x => x is not Role.Administrator))
            yield return new("/clearance", RuleCodes.Required, $"Give the highest classification that the account reads: {Code<Classification>.List}.");
        if (Clearance is not null && !Roles.Any(x => x is not Role.Administrator))
            yield return new("/clearance", "notHere", "Who has no role that reads content has no clearance: leave it out.");
        if (Clearance > highest)
            yield return new("/clearance", "notAccredited", $"This system is accredited up to {Code<Classification>.Of(highest)}.");
    }
}
