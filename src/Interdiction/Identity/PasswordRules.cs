using Microsoft.AspNetCore.Identity;
using Zxcvbn;
using Zxcvbn.Matcher;

namespace Interdiction.Identity;

/// <summary>What a password must be beyond its length: not common, and not easily guessed from the person or by habit. No kinds of characters are asked for (NIST SP 800-63B).</summary>
sealed class PasswordRules : IPasswordValidator<Person>
{
    public const int Shortest = 12;

    /// <summary>Longer ones would only cost time.</summary>
    const int Longest = 128;

    /// <summary>Of zxcvbn's 0 to 4: from here on more than a hundred million guesses.</summary>
    const int Weakest = 3;

    public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password) =>
        Task.FromResult(Fault(password ?? "", user.Email ?? "") is { } fault ? IdentityResult.Failed(new IdentityError { Code = "weakPassword", Description = fault }) : IdentityResult.Success);

    static string? Fault(string password, string login)
    {
        if (password.Length > Longest)
            return $"Take one of {Longest} characters at most.";
        // Length is the first rule, and asked by Identity itself.
        if (password.Length < Shortest)
            return null;
        if (CommonPasswords.Holds(password))
            return "This password is among the most common ones, which are tried first. Take three or four words that have nothing to do with each other.";
        var found = Zxcvbn.Zxcvbn.MatchPassword(password, [login, .. login.Split('@', '.'), "interdiction"]);
        return found.Score >= Weakest ? null
            : $"This password could be guessed in {Time(found.CrackTime)}{Habits(found)}. Take three or four words that have nothing to do with each other.";
    }

    static string Time(double seconds) => seconds switch
    {
        < 60 => "seconds",
        < 3600 => "minutes",
        < 86_400 => "hours",
        < 2_592_000 => "days",
        < 31_536_000 => "months",
        _ => "a few years",
    };

    /// <summary>The habits that make it easy.</summary>
    static string Habits(Result found)
    {
        var habits = found.MatchSequence.Select(Habit).OfType<string>().Distinct().ToList();
        return habits.Count == 0 ? "" : $": it holds {string.Join(", ", habits)}";
    }

    static string? Habit(Match match) => match switch
    {
        DictionaryMatch { DictionaryName: "passwords" } => "a common password",
        DictionaryMatch { DictionaryName: "user_inputs" } => "a part of your address or of the product's name",
        DictionaryMatch { DictionaryName: "male_names" or "female_names" or "surnames" } => "a name",
        DictionaryMatch => "a common word",
        SpatialMatch => "neighbouring keys",
        RepeatMatch => "repetition",
        SequenceMatch => "a sequence",
        DateMatch => "a date",
        _ => null,
    };
}
