using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Interdiction.Contracts;

namespace Interdiction.Search;

/// <summary>The texts in a record that travels, in the order of its fields. Codes of enumerations, times and numbers are none: there are filters for them.</summary>
static class SearchTexts
{
    static readonly ConcurrentDictionary<Type, PropertyInfo[]> fields = new();

    public static IEnumerable<string> In(object? it) => it switch
    {
        string text => Lines(text),
        IEnumerable items => items.Cast<object?>().SelectMany(In),
        not null when it.GetType() is { IsEnum: false } type && type.Namespace == typeof(BoardingReport).Namespace =>
            fields.GetOrAdd(type, x => [.. x.GetProperties().Where(y => y.GetIndexParameters().Length == 0)]).SelectMany(x => In(x.GetValue(it))),
        _ => [],
    };

    static string[] Lines(string text) => text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
