using Interdiction.Contracts;
using Interdiction.Kernel;

namespace Interdiction.Notifications;

/// <summary>Who is told: the people of one partner who have a role for it, or one of them.</summary>
public sealed record Recipients(string Partner, IReadOnlyList<Role> Roles, string? Grant = null, Guid? Account = null)
{
    static readonly Role[] Readers = [Role.Officer, Role.Coordinator, Role.Auditor];

    /// <summary>Those of a partner who may act.</summary>
    public static Recipients Who(Permission may, string partner, Guid? account = null) => new(partner, may.Roles, may.Grant, account);

    /// <summary>One account, whatever its roles.</summary>
    public static Recipients One(Guid account, string partner) => new(partner, [], Account: account);

    /// <summary>Everybody of a partner who reads content.</summary>
    public static Recipients Everybody(string partner) => new(partner, Readers);

    /// <summary>Roles as bits, so that one comparison tells whether somebody has one of several.</summary>
    public static int Bits(IEnumerable<Role> roles) => roles.Aggregate(0, (bits, role) => bits | 1 << (int)role);
}
