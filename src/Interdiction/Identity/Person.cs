using Microsoft.AspNetCore.Identity;

namespace Interdiction.Identity;

/// <summary>How a person signs in. The account of the same id says who the person is and what they may do.</summary>
public sealed class Person : IdentityUser<Guid>;
