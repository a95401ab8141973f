using Interdiction.Administration;
using Interdiction.Audit;
using Interdiction.Data;
using Interdiction.Evidence;
using Interdiction.Identity;
using Interdiction.Kernel;
using Interdiction.Law;
using Interdiction.Mailing;
using Interdiction.Notifications;
using Interdiction.Pipeline;
using Interdiction.Search;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.EntityFrameworkCore.Models;

namespace Interdiction.Tests.Architecture;

public sealed class DataTests(Server server)
{
    /// <summary>Tables that hold no content, and why each needs no reading filter.</summary>
    static readonly Dictionary<Type, string> WithoutContent = new()
    {
        [typeof(Reader)] = "is the reading predicate",
        [typeof(PastReader)] = "is the reading predicate as it was",
        [typeof(Partner)] = "is reference data that everybody reads",
        [typeof(LegalSignature)] = "is reference data that everybody reads",
        [typeof(Account)] = "says who calls, before anybody can read",
        [typeof(NotificationRead)] = "is the mark of one account on what it was told, and no text",
        [typeof(Reminder)] = "says that somebody was reminded, and holds ids and times",
        [typeof(Mail)] = "says that somebody is to be told that something waits, and not of what",
        [typeof(Session)] = "is how a person is signed in",
        [typeof(Authenticator)] = "is how a person signs in, and is encrypted",
        [typeof(SearchIndexRow)] = "holds row numbers of entries, which are looked up under their filter",
        [typeof(RecoveryCode)] = "is how a person signs in, and holds a hash",
        [typeof(Invitation)] = "is how a person gets in, and holds a hash",
        [typeof(Team)] = "is administered by its own partner, and says who reads",
        [typeof(Deputy)] = "is administered by its own partner, and says who may approve",
        [typeof(IdempotencyKey)] = "holds a hash, under the caller's own id",
        [typeof(IssuedId)] = "holds a hash, and must know every id to refuse it",
        [typeof(Upload)] = "is on its way, and its uploader's alone: no record yet",
        [typeof(IssuedNumber)] = "must know every number to give none twice",
        [typeof(AuditEntry)] = "has rules of its own, by actor and partner, and no text of a record",
        [typeof(Person)] = "is how a person signs in",
        [typeof(IdentityUserClaim<Guid>)] = "is how a person signs in",
        [typeof(IdentityUserLogin<Guid>)] = "is how a person signs in",
        [typeof(IdentityUserToken<Guid>)] = "is how a person signs in",
        [typeof(IdentityUserPasskey<Guid>)] = "is how a person signs in",
        [typeof(OpenIddictEntityFrameworkCoreApplication<Guid>)] = "is how a machine signs in",
        [typeof(OpenIddictEntityFrameworkCoreAuthorization<Guid>)] = "is how a machine signs in",
        [typeof(OpenIddictEntityFrameworkCoreScope<Guid>)] = "is how a machine signs in",
        [typeof(OpenIddictEntityFrameworkCoreToken<Guid>)] = "is how a machine signs in",
    };

    // Broken once by taking the filter of VesselClaim away.
    [Fact]
    public void Every_table_of_content_has_the_reading_filter()
    {
        using var scope = server.Services.CreateScope();
        var entities = scope.ServiceProvider.GetRequiredService<InterdictionDb>().Model.GetEntityTypes().Where(x => !x.IsOwned()).ToList();
        Assert.True(entities.Count > 20, "The model was not found.");
        var open = entities.Where(x => x.FindDeclaredQueryFilter("reading") is null).Select(x => x.ClrType);
        Assert.Equal(WithoutContent.Keys.Select(x => x.Name).Order(StringComparer.Ordinal), open.Select(x => x.Name).Order(StringComparer.Ordinal));
    }

    // Broken once by an index more on cases.
    [Fact]
    public void The_migrations_make_the_tables_that_the_model_has()
    {
        using var scope = server.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<InterdictionDb>();
        Assert.NotEmpty(db.Database.GetMigrations());
        Assert.False(db.Database.HasPendingModelChanges());
    }
}
