using Interdiction.Kernel;

namespace Interdiction.Administration;

/// <summary>A message about an account of the caller's own partner: a person's or a machine client's, and never the one for the other.</summary>
public interface IAboutAccount : IAbout<Account>
{
    AccountKind Kind { get; }
}
