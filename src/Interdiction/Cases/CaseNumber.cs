using System.Globalization;
using System.Security.Cryptography;

namespace Interdiction.Cases;

/// <summary>Human numbers of records: they say what, when and whose, and tell nothing of how many there are.</summary>
public static class CaseNumber
{
    // Crockford base 32: no I, L, O, U.
    const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <param name="kind">INT for a case, BR for a boarding report.</param>
    /// <param name="year">Year of the event, UTC.</param>
    /// <param name="partner">Partner code at opening.</param>
    public static string Next(string kind, int year, string partner) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind}-{year:0000}-{partner}-{RandomNumberGenerator.GetString(Alphabet, 5)}");
}
