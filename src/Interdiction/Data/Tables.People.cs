using Interdiction.Administration;
using Interdiction.Identity;
using Interdiction.Kernel;
using Interdiction.Mailing;
using Interdiction.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Data;

/// <summary>What people are told, and who they are here.</summary>
static partial class Tables
{
    static void MapPeople(ModelBuilder model)
    {
        model.Entity<Notification>(x =>
        {
            x.ToTable("notifications").HasIndex(n => new { n.Partner, n.At, n.Id });
            x.HasIndex(n => n.At);
        });
        model.Entity<NotificationRead>(x => x.ToTable("notification_reads").HasKey(r => new { r.NotificationId, r.Account }));
        model.Entity<Reminder>(x => x.ToTable("reminders").HasKey(r => new { r.RecordId, r.DueAt, r.Step }));
        model.Entity<Mail>(x =>
        {
            x.ToTable("mails").HasIndex(m => new { m.EndedAt, m.TryAt });
            x.HasIndex(m => m.Account);
            x.Property(m => m.Version).IsConcurrencyToken();
        });
        model.Entity<Partner>(x => x.ToTable("partners").HasKey(p => p.Code));
        model.Entity<Account>(x =>
        {
            x.ToTable("accounts").HasIndex(a => a.Login).IsUnique();
            x.Property(a => a.Roles).AsJson();
            x.Property(a => a.Grants).AsJson();
            x.Property(a => a.Teams).AsJson();
            x.Property(a => a.Version).IsConcurrencyToken();
            x.HasIndex(a => new { a.Partner, a.Kind, a.MadeAt, a.Id });
            x.Ignore(a => a.State).Ignore(a => a.IsAdministrator).Ignore(a => a.ReadsContent).Ignore(a => a.ReadsRequests).Ignore(a => a.Originator).Ignore(a => a.Lead).Ignore(a => a.ETag);
        });
        model.Entity<Team>(x =>
        {
            x.ToTable("teams").HasIndex(t => new { t.Partner, t.Name }).IsUnique();
            x.Property(t => t.Members).AsJson();
            x.Property(t => t.Supervisors).AsJson();
            x.Property(t => t.Version).IsConcurrencyToken();
            x.Ignore(t => t.People).Ignore(t => t.Originator).Ignore(t => t.Lead).Ignore(t => t.ETag);
        });
        model.Entity<Deputy>(x =>
        {
            x.ToTable("deputies").HasIndex(d => d.For);
            x.Property(d => d.Acts).AsJson();
            x.Property(d => d.Version).IsConcurrencyToken();
            x.Ignore(d => d.Originator).Ignore(d => d.Lead).Ignore(d => d.ETag);
        });
        model.Entity<Session>(x => x.ToTable("sessions").HasIndex(s => s.PersonId));
        model.Entity<Authenticator>(x => x.ToTable("authenticators").HasKey(a => a.PersonId));
        model.Entity<RecoveryCode>(x => x.ToTable("recovery_codes").HasKey(c => new { c.PersonId, c.Hash }));
        model.Entity<Invitation>(x =>
        {
            x.ToTable("invitations").HasIndex(i => i.TokenHash).IsUnique();
            x.HasIndex(i => i.AccountId);
        });
    }
}
