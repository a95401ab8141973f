using Interdiction.Contracts;

namespace Interdiction.Administration;

static class TeamHeads
{
    public static TeamHead ToHead(this Team it) => new(it.Id, it.Name, it.Members, it.Supervisors, it.MadeAt);
}
