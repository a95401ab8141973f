using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Cases;

/// <summary>Gives human numbers that were never given before.</summary>
public sealed class CaseNumbers(InterdictionDb db, Caller caller)
{
    /// <param name="kind">INT for a case, BR for a boarding report.</param>
    /// <param name="year">Year of the event, UTC.</param>
    public async Task<string> Next(string kind, int year, CancellationToken stop)
    {
        string number;
        do
            number = CaseNumber.Next(kind, year, caller.Partner);
        while (await db.IssuedNumbers.AnyAsync(x => x.Number == number, stop));
        db.IssuedNumbers.Add(new IssuedNumber { Number = number });
        return number;
    }
}
