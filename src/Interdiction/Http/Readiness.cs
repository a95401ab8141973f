using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Interdiction.Http;

/// <summary>Ready once the database has its tables and, in a demonstration, its data.</summary>
sealed class Readiness : IHealthCheck
{
    volatile bool ready;

    public void Set() => ready = true;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(ready ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("Starting."));
}
