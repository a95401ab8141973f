using Interdiction.Audit;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Http;
using Interdiction.Kernel;

namespace Interdiction.Identity;

/// <summary>Writes down who signed in, who tried to, and who changed how they sign in: never a secret, and never what was typed for an account that is not there.</summary>
sealed class AccessLog(InterdictionDb db, IHttpContextAccessor http, TimeProvider clock)
{
    /// <param name="who">Null for an account that is not there.</param>
    public Task Write(Account? who, string action, string outcome, CancellationToken stop)
    {
        db.AuditEntries.Add(new AuditEntry
        {
            Id = clock.NewId(),
            At = clock.Now(),
            Actor = who?.Id ?? Guid.Empty,
            ActorName = who?.Name ?? "",
            Partner = who?.Partner ?? "",
            Roles = who is null ? "" : string.Join(' ', who.Roles.Select(Code<Role>.Of)),
            Action = action,
            Outcome = outcome,
            Rule = Permission.KeepOwnAccess.Name,
            RequestId = http.HttpContext is { } context ? Problems.TraceId(context) : "",
        });
        return db.SaveChangesAsync(stop);
    }
}
