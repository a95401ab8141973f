using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Identity;
using Interdiction.Kernel;
using Interdiction.Partners;
using Microsoft.AspNetCore.Identity;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Interdiction.Demonstration;

/// <summary>The partners of a demonstration, with their people and machine clients, whose passwords everybody knows; then its cases.</summary>
sealed class DemonstrationSeed(
    InterdictionDb db, UserManager<Person> people, IPasswordHasher<Person> passwords, IOpenIddictApplicationManager clients, PartnerRegister register, DemonstrationCases cases, TimeProvider clock)
    : IFirstStart
{
    public const string Password = "Demo-Interdiction-2003";
    public const string Secret = "demo-secret";

    static readonly (string Code, string Name)[] Nations =
        [("AUS", "Australia"), ("FRA", "France"), ("JPN", "Japan"), ("SGP", "Singapore"), ("USA", "United States of America")];

    static readonly (string Code, string Name)[] FlagStates = [("PAN", "Panama"), ("LBR", "Liberia")];

    /// <summary>Every account: its partner, its name in logins, its role, clearance and grants.</summary>
    public static IEnumerable<(string Partner, string Post, Role Role, Classification? Clearance, string[] Grants)> Accounts =>
    [
        .. from nation in Nations
           from post in new (string, Role, Classification?, string[])[]
           {
               ("officer", Role.Officer, Classification.Secret, []),
               ("officer2", Role.Officer, Classification.Restricted, []),
               ("coordinator", Role.Coordinator, Classification.Secret, ["legal"]),
               ("coordinator2", Role.Coordinator, Classification.Secret, []),
               ("auditor", Role.Auditor, Classification.Secret, []),
               ("administrator", Role.Administrator, null, []),
           }
           select (nation.Code, post.Item1, post.Item2, post.Item3, post.Item4),
        .. from state in FlagStates
           from post in new (string, Role, Classification?)[] { ("liaison", Role.Liaison, Classification.Secret), ("administrator", Role.Administrator, null) }
           select (state.Code, post.Item1, post.Item2, post.Item3, Array.Empty<string>()),
        .. from post in new (string, Role, Classification?)[]
           {
               ("coordinator", Role.Coordinator, Classification.Secret),
               ("coordinator2", Role.Coordinator, Classification.Secret),
               ("auditor", Role.Auditor, Classification.Secret),
               ("administrator", Role.Administrator, null),
           }
           select (Partner.Cell, post.Item1, post.Item2, post.Item3, Array.Empty<string>()),
    ];

    // Everybody has the same password: hashing it once makes the first start quick.
    readonly string passwordHash = passwords.HashPassword(new Person(), Password);

    public async Task Seed(CancellationToken stop)
    {
        // All of them or none: a first start that was cut off begins anew.
        await using var transaction = await db.Begin(stop);
        db.Partners.AddRange(Nations.Concat(FlagStates).Append((Partner.Cell, "Coordination cell")).Select(x => new Partner { Code = x.Item1, Name = x.Item2 }));
        await db.SaveChangesAsync(stop);
        register.Set(db.Partners.Local);
        foreach (var account in Accounts)
        {
            await AddPerson(account);
            await AddClient(account, stop);
        }
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        await transaction.DisposeAsync();
        await cases.File(stop);
    }

    async Task AddPerson((string Partner, string Post, Role Role, Classification? Clearance, string[] Grants) it)
    {
        var account = Account($"{it.Post}.{it.Partner.ToLowerInvariant()}@demo.test", it);
        var made = await people.CreateAsync(new Person { Id = account.Id, UserName = account.Login, Email = account.Login, EmailConfirmed = true, PasswordHash = passwordHash });
        if (!made.Succeeded)
            throw new InvalidOperationException($"{account.Login}: {string.Join(' ', made.Errors.Select(x => x.Description))}");
    }

    async Task AddClient((string Partner, string Post, Role Role, Classification? Clearance, string[] Grants) it, CancellationToken stop)
    {
        var account = Account($"demo-{it.Partner.ToLowerInvariant()}-{it.Post}", it);
        await clients.CreateAsync(new OpenIddictApplicationDescriptor
        {
            ClientId = account.Login,
            ClientSecret = Secret,
            DisplayName = account.Name,
            Permissions = { Permissions.Endpoints.Token, Permissions.GrantTypes.ClientCredentials, Permissions.Prefixes.Scope + IdentityModule.Scope },
        }, stop);
    }

    Account Account(string login, (string Partner, string Post, Role Role, Classification? Clearance, string[] Grants) it)
    {
        var post = it.Post.EndsWith('2') ? $"Second {it.Post[..^1]}" : char.ToUpperInvariant(it.Post[0]) + it.Post[1..];
        var account = new Account
        {
            Id = clock.NewId(),
            Login = login,
            Name = login.Contains('@', StringComparison.Ordinal) ? $"{post} of {it.Partner}" : $"{post} system of {it.Partner}",
            Partner = it.Partner,
            Roles = [it.Role],
            Grants = it.Grants,
            Clearance = it.Clearance,
        };
        db.Accounts.Add(account);
        return account;
    }
}
