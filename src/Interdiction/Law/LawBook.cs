using System.Collections.Concurrent;
using System.Collections.Frozen;
using Interdiction.Contracts;
using Interdiction.Contracts.Reference;

namespace Interdiction.Law;

/// <summary>
/// The law by which this server judges: the rows of the assembly with what legal advisers have signed of them. Read when
/// the server starts, changed at once by who signs here, followed within seconds where somebody signs at another server.
/// </summary>
public sealed class LawBook
{
    readonly Lock turn = new();
    volatile Edition edition = new([]);

    /// <summary>Takes up signatures. Of those of one row and partner the newest counts, whichever comes first.</summary>
    public void Take(IEnumerable<LegalSignature> signatures)
    {
        lock (turn)
        {
            var newest = new Dictionary<(string, string, string), LegalSignature>(edition.Newest);
            foreach (var it in signatures)
                if (!newest.TryGetValue((it.Set, it.Code, it.Partner), out var known) || known.Number < it.Number)
                    newest[(it.Set, it.Code, it.Partner)] = it;
            if (newest.Count != edition.Newest.Count || newest.Any(x => edition.Newest[x.Key].Number != x.Value.Number))
                edition = new Edition(newest);
        }
    }

    /// <summary>The register by which a partner's reports and requests are judged: agreements as their own partner signed them, all else as this one did.</summary>
    public LegalRegister For(string partner) => edition.Of(partner).Register;

    /// <summary>A set of reference data as a partner is shown it; null for a set that nobody signs.</summary>
    public ReferenceSet? Set(string name, string partner) => edition.Of(partner).Sets.GetValueOrDefault(name);

    /// <summary>The flag State and the paragraph of a declaration's code, such as PAN-d; null for what is none.</summary>
    public static (string Flag, string Paragraph)? Declaration(string code) =>
        code.Split('-') is [var flag, var paragraph] && paragraph is ("d" or "e") && ReferenceData.Countries.ContainsKey(flag) ? (flag, paragraph) : null;

    /// <summary>The law as it stands between two signatures.</summary>
    sealed class Edition(Dictionary<(string Set, string Code, string Partner), LegalSignature> newest)
    {
        readonly ConcurrentDictionary<string, (LegalRegister, FrozenDictionary<string, ReferenceSet>)> partners = new();

        public Dictionary<(string Set, string Code, string Partner), LegalSignature> Newest => newest;

        public (LegalRegister Register, FrozenDictionary<string, ReferenceSet> Sets) Of(string partner) => partners.GetOrAdd(partner, x =>
        {
            var register = Register(x);
            return (register, register.AsSets().ToFrozenDictionary(set => set.Name));
        });

        LegalRegister Register(string partner) => new(
            ReferenceData.LegalBases.Values.Select(x => Of(LegalRegister.BasisSet, x.Code, partner) is var (by, _) ? x with { VerifiedBy = by } : x).ToFrozenDictionary(x => x.Code),
            [.. ReferenceData.BoardingAgreements.Values.OrderBy(x => x.Code, StringComparer.Ordinal).Select(x => Of(LegalRegister.AgreementSet, x.Code, x.Partner) is var (by, it)
                ? x with { VerifiedBy = by, ClockHours = it.ClockHours, ClockStarts = it.ClockStarts, Silence = it.Silence, EnteredIntoForce = it.EnteredIntoForce, Source = it.Source } : x)],
            [.. ReferenceData.SuaNotifications.UnionBy(
                from key in newest.Keys
                where key.Set == LegalRegister.DeclarationSet && key.Partner == partner && Of(key.Set, key.Code, partner) is not null
                let it = Of(key.Set, key.Code, partner)!.Value
                let declared = Declaration(key.Code)!.Value
                select new SuaNotification(declared.Flag, declared.Paragraph, it.Entered.Notified, it.Entered.Withdrawn, it.By, it.Entered.Source), x => x.Code)]);

        (string By, RowSignature Entered)? Of(string set, string code, string partner) =>
            newest.GetValueOrDefault((set, code, partner)) is { Entered: { } entered } it ? (it.SignedBy, entered) : null;
    }
}
