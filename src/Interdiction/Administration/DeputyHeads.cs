using Interdiction.Contracts;

namespace Interdiction.Administration;

static class DeputyHeads
{
    public static DeputyHead ToHead(this Deputy it) => new(it.Id, it.Partner, it.Person, it.Acts, it.MadeAt);
}
