using System.Security.Cryptography;
using System.Text;
using Interdiction.Contracts;
using Interdiction.Contracts.Reference;
using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Law;

/// <summary>A row of the reference data with what one partner's legal advisers signed of it.</summary>
/// <param name="Partner">Partner whose row it is to sign: of an agreement the boarding State, of any other row the caller's own.</param>
/// <param name="Signatures">Newest first.</param>
public sealed record LegalRow(string Set, string Code, string Partner, IReadOnlyList<LegalSignature> Signatures) : ISubject
{
    /// <summary>The signature that counts; null where there is none, or it was withdrawn.</summary>
    public LegalSignature? Signed => Signatures is [{ Entered: not null } newest, ..] ? newest : null;
    public int Number => Signatures is [var newest, ..] ? newest.Number : 0;

    public string Originator => Partner;
    public string Lead => Partner;
    public string ETag => $"\"{Number}\"";

    // Who signed a row also corrects it.
    public bool IsAuthor(Guid account) => false;

    /// <summary>The row as it is shown when this was signed last.</summary>
    public ShownSignature Show(Envelope envelope, LegalSignature? added = null)
    {
        IReadOnlyList<LegalSignature> all = added is null ? Signatures : [added, .. Signatures];
        (envelope.Resource, envelope.ETag) = (IdOf(Set, Code), added?.ETag ?? ETag);
        var signed = all is [{ Entered: not null } newest, ..] ? newest : null;
        return new ShownSignature(signed?.Entered ?? new RowSignature())
        {
            Set = Set,
            Code = Code,
            Partner = Partner,
            SignedBy = signed?.SignedBy,
            SignedAt = signed?.At,
            History = [.. all.Select(x => new PastSignature(x.Number, x.Entered, x.SignedBy, x.At))],
        };
    }

    /// <summary>A row's id in the audit log: made of its name, the same for all time.</summary>
    public static Guid IdOf(string set, string code)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{set}/{code}")).AsSpan(0, 16);
        // Version 8 of RFC 9562: an id made in a way of one's own.
        (bytes[6], bytes[8]) = ((byte)(bytes[6] & 0x0F | 0x80), (byte)(bytes[8] & 0x3F | 0x80));
        return new Guid(bytes, bigEndian: true);
    }
}

/// <summary>A message about a row of the reference data, which is found by its set and its code.</summary>
public interface IAboutRow : IAbout<LegalRow>
{
    string Set { get; }
    string Row { get; }

    Guid IAbout.Id => LegalRow.IdOf(Set, Row);
}

/// <summary>Finds the rows that legal advisers sign.</summary>
public sealed class LegalRows(InterdictionDb db, Caller caller)
{
    /// <returns>Null where there is no such row.</returns>
    public async Task<LegalRow?> Find(IAboutRow about, CancellationToken stop) =>
        Signer(about.Set, about.Row) is { } partner
            ? new LegalRow(about.Set, about.Row, partner, await db.LegalSignatures.AsNoTracking()
                .Where(x => x.Set == about.Set && x.Code == about.Row && x.Partner == partner).OrderByDescending(x => x.Number).ToListAsync(stop))
            : null;

    string? Signer(string set, string code) => set switch
    {
        LegalRegister.AgreementSet => ReferenceData.BoardingAgreements.GetValueOrDefault(code)?.Partner,
        LegalRegister.BasisSet when ReferenceData.LegalBases.ContainsKey(code) => caller.Partner,
        // A declaration has no row before somebody signs one.
        LegalRegister.DeclarationSet when LawBook.Declaration(code) is not null => caller.Partner,
        _ => null,
    };
}
