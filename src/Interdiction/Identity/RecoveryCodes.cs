using System.Security.Cryptography;
using System.Text;
using Interdiction.Data;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Identity;

/// <summary>Ten codes, told once and kept as hashes; each serves once in the place of the authenticator app.</summary>
sealed class RecoveryCodes(InterdictionDb db)
{
    const int Count = 10;
    const int Length = 24;

    // Crockford's base 32: no letter is taken for another.
    const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Makes new codes; the earlier ones are good for nothing from then on.</summary>
    public async Task<IReadOnlyList<string>> Renew(Guid person, CancellationToken stop)
    {
        await Remove(person, stop);
        string[] codes = [.. Enumerable.Range(0, Count).Select(_ => RandomNumberGenerator.GetString(Alphabet, Length))];
        db.RecoveryCodes.AddRange(codes.Select(x => new RecoveryCode { PersonId = person, Hash = Hash(x) }));
        await db.SaveChangesAsync(stop);
        return [.. codes.Select(x => string.Join('-', x.Chunk(4).Select(y => new string(y))))];
    }

    /// <summary>True for a code that was not used before; it is gone then.</summary>
    public async Task<bool> Use(Guid person, string typed, CancellationToken stop)
    {
        var code = new string([.. typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Select(x => x switch { 'O' => '0', 'I' or 'L' => '1', _ => x })]);
        var hash = Hash(code);
        return await db.RecoveryCodes.Where(x => x.PersonId == person && x.Hash == hash).ExecuteDeleteAsync(stop) == 1;
    }

    public Task<int> Left(Guid person, CancellationToken stop) => db.RecoveryCodes.CountAsync(x => x.PersonId == person, stop);

    public Task Remove(Guid person, CancellationToken stop) => db.RecoveryCodes.Where(x => x.PersonId == person).ExecuteDeleteAsync(stop);

    static byte[] Hash(string code) => SHA256.HashData(Encoding.ASCII.GetBytes(code));
}
